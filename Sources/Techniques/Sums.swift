import NumericCore

// Sums of `Float` and `Double` in double precision. Eight running sums, whose order is fixed here: fast, and the same on
// every machine.

/// The sum of the terms of all numbers.
@inline(__always)
func sumInDouble<Scalar: Real>(_ numbers: UnsafeBufferPointer<Scalar>, _ term: (Double) -> Double) -> Double {
  var (s0, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0)
  var (s4, s5, s6, s7) = (0.0, 0.0, 0.0, 0.0)
  var index = 0
  while index + 8 <= numbers.count {
    s0 += term(Double(numbers[index]))
    s1 += term(Double(numbers[index + 1]))
    s2 += term(Double(numbers[index + 2]))
    s3 += term(Double(numbers[index + 3]))
    s4 += term(Double(numbers[index + 4]))
    s5 += term(Double(numbers[index + 5]))
    s6 += term(Double(numbers[index + 6]))
    s7 += term(Double(numbers[index + 7]))
    index += 8
  }
  var rest = 0.0
  while index < numbers.count {
    rest += term(Double(numbers[index]))
    index += 1
  }
  return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest
}
