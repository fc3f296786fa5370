// One number out of all elements of a vector or a matrix.

extension Elementwise {
  /// The sum of all elements; 0 if there are none.
  public func sum() -> Scalar { NumericCore.sum(elements) }

  /// The mean of all elements. Precondition: there is at least one.
  public func mean() -> Scalar {
    requireElements("mean")
    return NumericCore.sum(elements) / Scalar(elementCount)
  }

  /// The index of the largest element in `elements`, of the first if there are several; "not a number" counts as largest.
  ///
  /// Precondition: there is at least one element.
  @specialized(where Self == Vector<Double>) @specialized(where Self == Vector<Float>)
  @specialized(where Self == Matrix<Double>) @specialized(where Self == Matrix<Float>)
  public func argMax() -> Int {
    requireElements("largest")
    return elements.withUnsafeBufferPointer { numbers in
      var best = 0
      for index in numbers.indices where isLarger(numbers[index], numbers[best]) { best = index }
      return best
    }
  }

  /// The index of the smallest element in `elements`, of the first if there are several; "not a number" counts as smallest.
  ///
  /// Precondition: there is at least one element.
  @specialized(where Self == Vector<Double>) @specialized(where Self == Vector<Float>)
  @specialized(where Self == Matrix<Double>) @specialized(where Self == Matrix<Float>)
  public func argMin() -> Int {
    requireElements("smallest")
    return elements.withUnsafeBufferPointer { numbers in
      var best = 0
      for index in numbers.indices where isLarger(-numbers[index], -numbers[best]) { best = index }
      return best
    }
  }

  /// The Euclidean length of all elements: the root of the sum of squares. Of a matrix, this is the Frobenius norm.
  ///
  /// Where the squares would overflow or vanish, the elements are scaled first.
  public var norm: Scalar {
    let plain = sumOfSquares(elements, around: 0).squareRoot()
    if plain.isNormal || elementCount == 0 { return plain }
    let largest = maximumMagnitude
    if largest == 0 || !largest.isFinite { return largest }
    return largest * sumOfSquares(map { $0 / largest }.elements, around: 0).squareRoot()
  }

  /// The sum of the magnitudes of all elements, |x1| + |x2| + ...
  public var norm1: Scalar { sumOfMagnitudes(elements) }

  /// The largest magnitude of an element, 0 if there is none; not a number if any element is.
  public var maximumMagnitude: Scalar {
    if elementCount == 0 { return 0 }
    let magnitudes = map { Swift.abs($0) }
    return magnitudes.elements[magnitudes.argMax()]
  }

  /// Whether each element is a number, neither infinite nor "not a number".
  public var allFinite: Bool { areFinite(elements) }

  /// Whether each element differs from the other's by at most `absolute + relative * magnitude`, the larger of the two.
  ///
  /// Ranges: both tolerances 0 or more. Not a number is close to nothing, an infinity to itself only.
  /// Precondition: the shapes are the same.
  public func isClose(to other: Self, relative: Scalar = 1e-9, absolute: Scalar = 0) -> Bool {
    Self.requireSameShape(self, other, verb: "compared")
    return Swift.zip(elements, other.elements).allSatisfy { left, right in
      left == right
        || Swift.abs(left - right) <= absolute + relative * Swift.max(Swift.abs(left), Swift.abs(right))
          && left.isFinite && right.isFinite
    }
  }

  func requireElements(_ what: String) {
    if elementCount == 0 { stop("There is no \(what) of a \(shapeDescription): it has no elements.") }
  }
}

// Written for each type, so that `v.max()` is this one and not the standard library's, which is optional.

extension Vector {
  /// The largest element, not a number if any is. Precondition: there is at least one.
  public func max() -> Scalar { storage[argMax()] }

  /// The smallest element, not a number if any is. Precondition: there is at least one.
  public func min() -> Scalar { storage[argMin()] }
}

extension Matrix {
  /// The largest element, not a number if any is. Precondition: there is at least one.
  public func max() -> Scalar { storage[argMax()] }

  /// The smallest element, not a number if any is. Precondition: there is at least one.
  public func min() -> Scalar { storage[argMin()] }
}

/// Whether the left is larger than the right, where "not a number" is larger than all numbers.
@inline(__always)
private func isLarger<Scalar: Real>(_ left: Scalar, _ right: Scalar) -> Bool {
  left > right || (left.isNaN && !right.isNaN)
}
