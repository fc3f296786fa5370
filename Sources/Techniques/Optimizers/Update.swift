import NumericCore

// One pass over the weights, what a method remembers, and the gradient: `body` changes all but the gradient. Written
// out by the number of vectors, because that is what the optimizer turns into a plain loop.

@inline(__always)
func update<Scalar: Real>(
  _ w: inout Vector<Scalar>, _ a: inout Vector<Scalar>, _ g: Vector<Scalar>,
  _ body: (inout Scalar, inout Scalar, Scalar) -> Void
) {
  requireFit(w, g)
  w.withUnsafeMutableElements { w in
    a.withUnsafeMutableElements { a in
      g.withUnsafeElements { g in
        for index in 0..<w.count { body(&w[index], &a[index], g[index]) }
      }
    }
  }
}

@inline(__always)
func update<Scalar: Real>(
  _ w: inout Vector<Scalar>, _ a: inout Vector<Scalar>, _ b: inout Vector<Scalar>, _ g: Vector<Scalar>,
  _ body: (inout Scalar, inout Scalar, inout Scalar, Scalar) -> Void
) {
  requireFit(w, g)
  w.withUnsafeMutableElements { w in
    a.withUnsafeMutableElements { a in
      b.withUnsafeMutableElements { b in
        g.withUnsafeElements { g in
          for index in 0..<w.count { body(&w[index], &a[index], &b[index], g[index]) }
        }
      }
    }
  }
}

@inline(__always)
func update<Scalar: Real>(
  _ w: inout Vector<Scalar>, _ a: inout Vector<Scalar>, _ b: inout Vector<Scalar>, _ c: inout Vector<Scalar>,
  _ g: Vector<Scalar>, _ body: (inout Scalar, inout Scalar, inout Scalar, inout Scalar, Scalar) -> Void
) {
  requireFit(w, g)
  w.withUnsafeMutableElements { w in
    a.withUnsafeMutableElements { a in
      b.withUnsafeMutableElements { b in
        c.withUnsafeMutableElements { c in
          g.withUnsafeElements { g in
            for index in 0..<w.count { body(&w[index], &a[index], &b[index], &c[index], g[index]) }
          }
        }
      }
    }
  }
}

private func requireFit<Scalar: Real>(_ weights: Vector<Scalar>, _ gradient: Vector<Scalar>) {
  precondition(
    weights.count == gradient.count, "A gradient of \(gradient.count) doesn't fit weights of \(weights.count).")
}
