// Sums in blocks, with eight running sums in each: fast, more accurate than one after another, and, since the order is fixed
// here, the same on every machine. The error grows with the block's length and the logarithm of the count, not the count.

/// The sum of the numbers.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
func sum<Scalar: Real>(_ numbers: [Scalar]) -> Scalar {
  numbers.withUnsafeBufferPointer { numbers in blockwiseSum(numbers.count) { numbers[$0] } }
}

/// The sum of the squared distances from a number.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
func sumOfSquares<Scalar: Real>(_ numbers: [Scalar], around centre: Scalar) -> Scalar {
  numbers.withUnsafeBufferPointer { numbers in
    blockwiseSum(numbers.count) { (numbers[$0] - centre) * (numbers[$0] - centre) }
  }
}

/// The sum of the magnitudes.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
func sumOfMagnitudes<Scalar: Real>(_ numbers: [Scalar]) -> Scalar {
  numbers.withUnsafeBufferPointer { numbers in blockwiseSum(numbers.count) { Swift.abs(numbers[$0]) } }
}

/// The sum of the products of the numbers in the same place.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
func sumOfProducts<Scalar: Real>(_ left: [Scalar], _ right: [Scalar]) -> Scalar {
  left.withUnsafeBufferPointer { left in
    right.withUnsafeBufferPointer { right in blockwiseSum(left.count) { left[$0] * right[$0] } }
  }
}

/// Whether none of the numbers is infinite or "not a number": a number minus itself is zero unless it is one of these.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
func areFinite<Scalar: Real>(_ numbers: [Scalar]) -> Bool {
  numbers.withUnsafeBufferPointer { numbers in blockwiseSum(numbers.count) { numbers[$0] - numbers[$0] } == 0 }
}

private let blockLength = 256

@inline(__always)
private func blockwiseSum<Scalar: Real>(_ count: Int, _ term: (Int) -> Scalar) -> Scalar {
  if count <= blockLength { return laneSum(0, count, term) }
  var partialSums: [Scalar] = []
  partialSums.reserveCapacity(count / blockLength + 1)
  for start in stride(from: 0, to: count, by: blockLength) {
    partialSums.append(laneSum(start, min(start + blockLength, count), term))
  }
  return sum(partialSums)
}

@inline(__always)
private func laneSum<Scalar: Real>(_ start: Int, _ end: Int, _ term: (Int) -> Scalar) -> Scalar {
  var (s0, s1, s2, s3): (Scalar, Scalar, Scalar, Scalar) = (0, 0, 0, 0)
  var (s4, s5, s6, s7): (Scalar, Scalar, Scalar, Scalar) = (0, 0, 0, 0)
  var index = start
  while index + 8 <= end {
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
  var rest: Scalar = 0
  while index < end {
    rest += term(index)
    index += 1
  }
  return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest
}
