import NumericCore

// Sums of `Float` and `Double` in double precision. Eight running sums, whose order is fixed here: fast, and the same on
// every machine.

/// Σ |x|.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
func sumOfMagnitudes<Scalar: Real>(_ numbers: UnsafeBufferPointer<Scalar>) -> Double {
  sum(numbers.count) { abs(Double(numbers[$0])) }
}

/// Σ x².
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
func sumOfSquares<Scalar: Real>(_ numbers: UnsafeBufferPointer<Scalar>) -> Double {
  sum(numbers.count) { Double(numbers[$0]) * Double(numbers[$0]) }
}

/// Σ x y.
func sumOfProducts(_ left: UnsafeBufferPointer<Double>, _ right: UnsafeBufferPointer<Double>) -> Double {
  sum(left.count) { left[$0] * right[$0] }
}

@inline(__always)
private func sum(_ count: Int, _ term: (Int) -> Double) -> Double {
  var (s0, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0)
  var (s4, s5, s6, s7) = (0.0, 0.0, 0.0, 0.0)
  var index = 0
  while index + 8 <= count {
    s0 += term(index)
    s1 += term(index + 1)
    s2 += term(index + 2)
    s3 += term(index + 3)
    s4 += term(index + 4)
    s5 += term(index + 5)
    s6 += term(index + 6)
    s7 += term(index + 7)
    index += 8
  }
  var rest = 0.0
  while index < count {
    rest += term(index)
    index += 1
  }
  return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest
}
