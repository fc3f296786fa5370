import NumericCore

// One pass over the weights, what a method remembers, and the gradient: `body` changes all but the gradient. Written
// out by the number of vectors, because that is what the compiler turns into a plain loop; and in another module than
// the methods, because a debug build looks into inlinable functions of other modules, and never into other files of its
// own.

@inlinable @inline(__always)
package func update<Scalar: Real>(
  _ w: inout MutableSpan<Scalar>, _ g: Span<Scalar>, _ body: (inout Scalar, Scalar) -> Void
) {
  requireFit(w.count, g.count)
  w.withUnsafeMutableBufferPointer { w in
    g.withUnsafeBufferPointer { g in
      for index in 0..<w.count { body(&w[index], g[index]) }
    }
  }
}

@inlinable @inline(__always)
package func update<Scalar: Real>(
  _ w: inout MutableSpan<Scalar>, _ a: inout Vector<Scalar>, _ g: Span<Scalar>,
  _ body: (inout Scalar, inout Scalar, Scalar) -> Void
) {
  requireFit(w.count, g.count)
  requireFit(w.count, a.count)
  w.withUnsafeMutableBufferPointer { w in
    a.withUnsafeMutableElements { a in
      g.withUnsafeBufferPointer { g in
        for index in 0..<w.count { body(&w[index], &a[index], g[index]) }
      }
    }
  }
}

@inlinable @inline(__always)
package func update<Scalar: Real>(
  _ w: inout MutableSpan<Scalar>, _ a: inout Vector<Scalar>, _ b: inout Vector<Scalar>, _ g: Span<Scalar>,
  _ body: (inout Scalar, inout Scalar, inout Scalar, Scalar) -> Void
) {
  requireFit(w.count, g.count)
  requireFit(w.count, a.count)
  requireFit(w.count, b.count)
  w.withUnsafeMutableBufferPointer { w in
    a.withUnsafeMutableElements { a in
      b.withUnsafeMutableElements { b in
        g.withUnsafeBufferPointer { g in
          for index in 0..<w.count { body(&w[index], &a[index], &b[index], g[index]) }
        }
      }
    }
  }
}

@inlinable @inline(__always)
package func update<Scalar: Real>(
  _ w: inout MutableSpan<Scalar>, _ a: inout Vector<Scalar>, _ b: inout Vector<Scalar>, _ c: inout Vector<Scalar>,
  _ g: Span<Scalar>, _ body: (inout Scalar, inout Scalar, inout Scalar, inout Scalar, Scalar) -> Void
) {
  requireFit(w.count, g.count)
  requireFit(w.count, a.count)
  requireFit(w.count, b.count)
  requireFit(w.count, c.count)
  w.withUnsafeMutableBufferPointer { w in
    a.withUnsafeMutableElements { a in
      b.withUnsafeMutableElements { b in
        c.withUnsafeMutableElements { c in
          g.withUnsafeBufferPointer { g in
            for index in 0..<w.count { body(&w[index], &a[index], &b[index], &c[index], g[index]) }
          }
        }
      }
    }
  }
}

/// Stops unless a gradient, or what a method remembers, has a number for each weight.
@usableFromInline
package func requireFit(_ weights: Int, _ numbers: Int) {
  if weights != numbers { fatalError("\(numbers) numbers of a gradient or a memory don't fit \(weights) weights.") }
}
