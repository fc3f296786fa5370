// Arithmetic as the lecture writes it: `w - learningRate * gradient`. All of it works element by element; the product of
// linear algebra has a name of its own, `dot`.
//
// Each operator is compiled here once for `Double` and once for `Float` (`@specialized`), so that it is fast when the
// program that calls it was built without optimization, as `swift test` does. The loops stand in this file because a debug
// build optimizes file by file, and a loop in another file would call its closure for each element. Vectors and matrices
// have operators of their own, rather than one set for both, because the compiler checks long formulas far sooner so.

extension Vector {
  /// The sum of each pair of elements in the same place. Precondition: the counts are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func + (left: Vector, right: Vector) -> Vector {
    requireSameShape(left, right, verb: "added")
    return Vector(combined(left.storage, right.storage) { $0 + $1 }, shapedLike: left)
  }

  /// The sum of each element and the number, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func + (left: Vector, right: Scalar) -> Vector {
    Vector(each(left.storage) { $0 + right }, shapedLike: left)
  }

  /// The sum of the number and each element, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func + (left: Scalar, right: Vector) -> Vector {
    Vector(each(right.storage) { left + $0 }, shapedLike: right)
  }

  /// Adds each element of the right to the one in the same place. Precondition: the counts are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func += (left: inout Vector, right: Vector) {
    requireSameShape(left, right, verb: "added")
    combine(&left.storage, right.storage) { $0 + $1 }
  }

  /// Adds the number to each element.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func += (left: inout Vector, right: Scalar) {
    update(&left.storage) { $0 + right }
  }

  /// The difference of each pair of elements in the same place. Precondition: the counts are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func - (left: Vector, right: Vector) -> Vector {
    requireSameShape(left, right, verb: "subtracted")
    return Vector(combined(left.storage, right.storage) { $0 - $1 }, shapedLike: left)
  }

  /// The difference of each element and the number, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func - (left: Vector, right: Scalar) -> Vector {
    Vector(each(left.storage) { $0 - right }, shapedLike: left)
  }

  /// The difference of the number and each element, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func - (left: Scalar, right: Vector) -> Vector {
    Vector(each(right.storage) { left - $0 }, shapedLike: right)
  }

  /// Subtracts each element of the right from the one in the same place. Precondition: the counts are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func -= (left: inout Vector, right: Vector) {
    requireSameShape(left, right, verb: "subtracted")
    combine(&left.storage, right.storage) { $0 - $1 }
  }

  /// Subtracts the number from each element.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func -= (left: inout Vector, right: Scalar) {
    update(&left.storage) { $0 - right }
  }

  /// The product of each pair of elements in the same place. The inner product is `dot`. Precondition: the counts are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func * (left: Vector, right: Vector) -> Vector {
    requireSameShape(left, right, verb: "multiplied")
    return Vector(combined(left.storage, right.storage) { $0 * $1 }, shapedLike: left)
  }

  /// The product of each element and the number, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func * (left: Vector, right: Scalar) -> Vector {
    Vector(each(left.storage) { $0 * right }, shapedLike: left)
  }

  /// The product of the number and each element, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func * (left: Scalar, right: Vector) -> Vector {
    Vector(each(right.storage) { left * $0 }, shapedLike: right)
  }

  /// Multiplies each element by the one in the same place. Precondition: the counts are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func *= (left: inout Vector, right: Vector) {
    requireSameShape(left, right, verb: "multiplied")
    combine(&left.storage, right.storage) { $0 * $1 }
  }

  /// Multiplies each element by the number.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func *= (left: inout Vector, right: Scalar) {
    update(&left.storage) { $0 * right }
  }

  /// The quotient of each pair of elements in the same place. Precondition: the counts are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func / (left: Vector, right: Vector) -> Vector {
    requireSameShape(left, right, verb: "divided")
    return Vector(combined(left.storage, right.storage) { $0 / $1 }, shapedLike: left)
  }

  /// The quotient of each element and the number, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func / (left: Vector, right: Scalar) -> Vector {
    Vector(each(left.storage) { $0 / right }, shapedLike: left)
  }

  /// The quotient of the number and each element, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func / (left: Scalar, right: Vector) -> Vector {
    Vector(each(right.storage) { left / $0 }, shapedLike: right)
  }

  /// Divides each element by the one in the same place. Precondition: the counts are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func /= (left: inout Vector, right: Vector) {
    requireSameShape(left, right, verb: "divided")
    combine(&left.storage, right.storage) { $0 / $1 }
  }

  /// Divides each element by the number.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func /= (left: inout Vector, right: Scalar) {
    update(&left.storage) { $0 / right }
  }

  /// Each element with its sign turned.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static prefix func - (array: Vector) -> Vector {
    Vector(each(array.storage) { -$0 }, shapedLike: array)
  }

  /// Adds a multiple of the other: self <- self + scale * other.
  ///
  /// `w.add(gradient, times: -learningRate)` is a step of gradient descent without a temporary. Product and sum are
  /// rounded one after the other, as in `w + scale * gradient`: the results agree to the last bit.
  /// Precondition: the counts are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func add(_ other: Vector, times scale: Scalar) {
    Self.requireSameShape(self, other, verb: "added")
    combine(&storage, other.storage) { $0 + scale * $1 }
  }

  /// Scales itself and adds a multiple of the other: self <- factor * self + scale * other.
  ///
  /// A moving average of gradients is `m.scale(by: beta1, adding: gradient, times: 1 - beta1)`.
  /// Precondition: the counts are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func scale(by factor: Scalar, adding other: Vector, times scale: Scalar) {
    Self.requireSameShape(self, other, verb: "added")
    combine(&storage, other.storage) { factor * $0 + scale * $1 }
  }

  /// Sets every element to the number.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func fill(with value: Scalar) {
    update(&storage) { _ in value }
  }
}

extension Matrix {
  /// The sum of each pair of elements in the same place. Precondition: the shapes are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func + (left: Matrix, right: Matrix) -> Matrix {
    requireSameShape(left, right, verb: "added")
    return Matrix(combined(left.storage, right.storage) { $0 + $1 }, shapedLike: left)
  }

  /// The sum of each element and the number, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func + (left: Matrix, right: Scalar) -> Matrix {
    Matrix(each(left.storage) { $0 + right }, shapedLike: left)
  }

  /// The sum of the number and each element, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func + (left: Scalar, right: Matrix) -> Matrix {
    Matrix(each(right.storage) { left + $0 }, shapedLike: right)
  }

  /// Adds each element of the right to the one in the same place. Precondition: the shapes are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func += (left: inout Matrix, right: Matrix) {
    requireSameShape(left, right, verb: "added")
    combine(&left.storage, right.storage) { $0 + $1 }
  }

  /// Adds the number to each element.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func += (left: inout Matrix, right: Scalar) {
    update(&left.storage) { $0 + right }
  }

  /// The difference of each pair of elements in the same place. Precondition: the shapes are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func - (left: Matrix, right: Matrix) -> Matrix {
    requireSameShape(left, right, verb: "subtracted")
    return Matrix(combined(left.storage, right.storage) { $0 - $1 }, shapedLike: left)
  }

  /// The difference of each element and the number, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func - (left: Matrix, right: Scalar) -> Matrix {
    Matrix(each(left.storage) { $0 - right }, shapedLike: left)
  }

  /// The difference of the number and each element, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func - (left: Scalar, right: Matrix) -> Matrix {
    Matrix(each(right.storage) { left - $0 }, shapedLike: right)
  }

  /// Subtracts each element of the right from the one in the same place. Precondition: the shapes are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func -= (left: inout Matrix, right: Matrix) {
    requireSameShape(left, right, verb: "subtracted")
    combine(&left.storage, right.storage) { $0 - $1 }
  }

  /// Subtracts the number from each element.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func -= (left: inout Matrix, right: Scalar) {
    update(&left.storage) { $0 - right }
  }

  /// The product of each pair of elements in the same place. The matrix product is `dot`. Precondition: the shapes are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    requireSameShape(left, right, verb: "multiplied")
    return Matrix(combined(left.storage, right.storage) { $0 * $1 }, shapedLike: left)
  }

  /// The product of each element and the number, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func * (left: Matrix, right: Scalar) -> Matrix {
    Matrix(each(left.storage) { $0 * right }, shapedLike: left)
  }

  /// The product of the number and each element, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func * (left: Scalar, right: Matrix) -> Matrix {
    Matrix(each(right.storage) { left * $0 }, shapedLike: right)
  }

  /// Multiplies each element by the one in the same place. Precondition: the shapes are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func *= (left: inout Matrix, right: Matrix) {
    requireSameShape(left, right, verb: "multiplied")
    combine(&left.storage, right.storage) { $0 * $1 }
  }

  /// Multiplies each element by the number.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func *= (left: inout Matrix, right: Scalar) {
    update(&left.storage) { $0 * right }
  }

  /// The quotient of each pair of elements in the same place. Precondition: the shapes are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func / (left: Matrix, right: Matrix) -> Matrix {
    requireSameShape(left, right, verb: "divided")
    return Matrix(combined(left.storage, right.storage) { $0 / $1 }, shapedLike: left)
  }

  /// The quotient of each element and the number, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func / (left: Matrix, right: Scalar) -> Matrix {
    Matrix(each(left.storage) { $0 / right }, shapedLike: left)
  }

  /// The quotient of the number and each element, in that order.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func / (left: Scalar, right: Matrix) -> Matrix {
    Matrix(each(right.storage) { left / $0 }, shapedLike: right)
  }

  /// Divides each element by the one in the same place. Precondition: the shapes are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func /= (left: inout Matrix, right: Matrix) {
    requireSameShape(left, right, verb: "divided")
    combine(&left.storage, right.storage) { $0 / $1 }
  }

  /// Divides each element by the number.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static func /= (left: inout Matrix, right: Scalar) {
    update(&left.storage) { $0 / right }
  }

  /// Each element with its sign turned.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public static prefix func - (array: Matrix) -> Matrix {
    Matrix(each(array.storage) { -$0 }, shapedLike: array)
  }

  /// Adds a multiple of the other: self <- self + scale * other.
  ///
  /// `w.add(gradient, times: -learningRate)` is a step of gradient descent without a temporary. Product and sum are
  /// rounded one after the other, as in `w + scale * gradient`: the results agree to the last bit.
  /// Precondition: the shapes are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func add(_ other: Matrix, times scale: Scalar) {
    Self.requireSameShape(self, other, verb: "added")
    combine(&storage, other.storage) { $0 + scale * $1 }
  }

  /// Scales itself and adds a multiple of the other: self <- factor * self + scale * other.
  ///
  /// A moving average of gradients is `m.scale(by: beta1, adding: gradient, times: 1 - beta1)`.
  /// Precondition: the shapes are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func scale(by factor: Scalar, adding other: Matrix, times scale: Scalar) {
    Self.requireSameShape(self, other, verb: "added")
    combine(&storage, other.storage) { factor * $0 + scale * $1 }
  }

  /// Sets every element to the number.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func fill(with value: Scalar) {
    update(&storage) { _ in value }
  }
}

@inline(__always)
private func each<Scalar>(_ source: [Scalar], _ transform: (Scalar) -> Scalar) -> [Scalar] {
  [Scalar](unsafeUninitializedCapacity: source.count) { target, count in
    source.withUnsafeBufferPointer { source in
      for index in source.indices { target[index] = transform(source[index]) }
    }
    count = source.count
  }
}

@inline(__always)
private func combined<Scalar>(
  _ left: [Scalar], _ right: [Scalar], _ combine: (Scalar, Scalar) -> Scalar
) -> [Scalar] {
  [Scalar](unsafeUninitializedCapacity: left.count) { target, count in
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        for index in left.indices { target[index] = combine(left[index], right[index]) }
      }
    }
    count = left.count
  }
}

@inline(__always)
private func update<Scalar>(_ target: inout [Scalar], _ transform: (Scalar) -> Scalar) {
  target.withUnsafeMutableBufferPointer { target in
    for index in target.indices { target[index] = transform(target[index]) }
  }
}

@inline(__always)
private func combine<Scalar>(_ target: inout [Scalar], _ other: [Scalar], _ combine: (Scalar, Scalar) -> Scalar) {
  target.withUnsafeMutableBufferPointer { target in
    other.withUnsafeBufferPointer { other in
      for index in target.indices { target[index] = combine(target[index], other[index]) }
    }
  }
}
