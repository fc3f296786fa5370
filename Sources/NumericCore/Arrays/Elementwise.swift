/// Numbers in a shape, for what treats each element alike: a `Vector` or a `Matrix`.
///
/// What needs no more than the elements is written once, for both: `map`, `sum()`, `norm`, and so on. Arrays of different
/// shapes don't mix; a single number (a scalar) goes with any shape.
public protocol Elementwise: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The type of the elements, `Double` or `Float`.
  associatedtype Scalar: Real

  /// "count" for vectors, "shape" for matrices: the word that messages about shapes use.
  static var shapeWord: String { get }

  /// All elements in one array; a matrix gives row after row.
  var elements: [Scalar] { get }

  /// What this is, for messages: "Vector of 3", "Matrix of 2 × 3".
  var shapeDescription: String { get }

  /// Makes an array of the other's shape from as many elements, in the order of `elements`.
  init(_ elements: [Scalar], shapedLike other: Self)

  /// Whether the two have the same shape.
  func hasSameShape(as other: Self) -> Bool

  /// Calls the closure with the elements in one piece of memory, in the order of `elements`.
  func withUnsafeElements<Result>(_ body: (UnsafeBufferPointer<Scalar>) -> Result) -> Result

  /// Calls the closure with the elements in one piece of memory, to change them in place.
  mutating func withUnsafeMutableElements<Result>(_ body: (UnsafeMutableBufferPointer<Scalar>) -> Result) -> Result
}

extension Elementwise {
  /// How many elements there are in all.
  @inlinable public var elementCount: Int { elements.count }

  /// The array that the function makes of each element.
  ///
  /// `losses.map { $0 / 2 }` is an array of the same shape.
  @inlinable
  @specialized(where Self == Vector<Double>) @specialized(where Self == Vector<Float>)
  @specialized(where Self == Matrix<Double>) @specialized(where Self == Matrix<Float>)
  public func map(_ transform: (Scalar) throws -> Scalar) rethrows -> Self {
    let source = elements
    return Self(
      try Array(unsafeUninitializedCapacity: source.count) { target, count in
        for index in source.indices { target[index] = try transform(source[index]) }
        count = source.count
      }, shapedLike: self)
  }

  /// The array that the function makes of each pair of elements in the same place.
  ///
  /// `a.zip(b) { max($0, $1) }` takes the larger of each pair. Precondition: the shapes are the same.
  @inlinable
  @specialized(where Self == Vector<Double>) @specialized(where Self == Vector<Float>)
  @specialized(where Self == Matrix<Double>) @specialized(where Self == Matrix<Float>)
  public func zip(_ other: Self, _ combine: (Scalar, Scalar) throws -> Scalar) rethrows -> Self {
    Self.requireSameShape(self, other, verb: "combined")
    let left = elements
    let right = other.elements
    return Self(
      try Array(unsafeUninitializedCapacity: left.count) { target, count in
        for index in left.indices { target[index] = try combine(left[index], right[index]) }
        count = left.count
      }, shapedLike: self)
  }
}
