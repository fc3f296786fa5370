/// A column of numbers, `Vector<Double>` or `Vector<Float>`.
///
/// ```swift
/// var w: Vector<Double> = [1, 2, 3]
/// let gradient = 2 * w           // arithmetic works element by element
/// w = w - 0.1 * gradient
/// w[0]                           // 0.8; the first element has index 0
/// w.dot(gradient)                // 22.4, the inner product
/// ```
///
/// A vector is a value: a copy is independent of the original. It encodes as a list of numbers, `[1, 2, 3]`.
public struct Vector<Scalar: Real>: Hashable, Sendable {
  @usableFromInline internal var storage: [Scalar]

  /// A vector of these numbers: an array, a slice of a vector (`w[0..<2]`), any sequence.
  @inlinable
  public init(_ elements: some Sequence<Scalar>) {
    storage = Array(elements)
  }

  /// A vector of these numbers.
  @inlinable
  public init(_ elements: [Scalar]) {
    storage = elements
  }

  /// A vector of one number, many times. Precondition: `count` is 0 or more.
  @inlinable
  public init(repeating value: Scalar, count: Int) {
    storage = Array(repeating: value, count: count)
  }

  /// A vector of `count` elements, each made from its index: `Vector(count: 3) { Double($0) }` is `[0, 1, 2]`.
  @inlinable
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public init(count: Int, _ element: (Int) throws -> Scalar) rethrows {
    storage = []
    storage.reserveCapacity(count)
    for index in 0..<count { storage.append(try element(index)) }
  }

  /// The same numbers in another precision: `Vector<Float>(doubles)` rounds each to the nearest `Float`.
  @inlinable
  @specialized(where Scalar == Float, Other == Double) @specialized(where Scalar == Double, Other == Float)
  public init<Other: Real>(converting other: Vector<Other>) {
    storage = other.storage.map { Scalar($0) }
  }

  /// `count` zeros.
  @inlinable
  public static func zeros(_ count: Int) -> Vector { Vector(repeating: 0, count: count) }

  /// `count` ones.
  @inlinable
  public static func ones(_ count: Int) -> Vector { Vector(repeating: 1, count: count) }

  /// `count` numbers from `first` to `last`, both included, equally far apart.
  ///
  /// Precondition: `count` is 2 or more.
  @inlinable
  public static func linearSpace(_ first: Scalar, _ last: Scalar, count: Int) -> Vector {
    if count < 2 { stop("A linear space needs 2 or more numbers, not \(count).") }
    let step = (last - first) / Scalar(count - 1)
    return Vector(count: count) { $0 == count - 1 ? last : first + Scalar($0) * step }
  }
}

extension Vector: Elementwise {
  /// "count": vectors fit together when their counts are the same.
  public static var shapeWord: String { "count" }

  /// The numbers as an array.
  @inlinable public var elements: [Scalar] { storage }

  /// "Vector of 3".
  public var shapeDescription: String { "Vector of \(storage.count)" }

  /// A vector of these numbers. Precondition: there are as many as in the other.
  @inlinable
  public init(_ elements: [Scalar], shapedLike other: Vector) {
    if elements.count != other.storage.count {
      stop("\(elements.count) numbers can't fill a \(other.shapeDescription).")
    }
    storage = elements
  }

  /// Whether the counts are the same.
  @inlinable
  public func hasSameShape(as other: Vector) -> Bool { storage.count == other.storage.count }

  /// Calls the closure with the elements in one piece of memory.
  @inlinable
  public func withUnsafeElements<Result>(_ body: (UnsafeBufferPointer<Scalar>) -> Result) -> Result {
    storage.withUnsafeBufferPointer(body)
  }

  /// Calls the closure with the elements in one piece of memory, to change them in place.
  @inlinable
  public mutating func withUnsafeMutableElements<Result>(
    _ body: (UnsafeMutableBufferPointer<Scalar>) -> Result
  ) -> Result {
    storage.withUnsafeMutableBufferPointer { body($0) }
  }
}

extension Vector: RandomAccessCollection, MutableCollection {
  /// 0, the index of the first element.
  @inlinable public var startIndex: Int { 0 }

  /// The number of elements.
  @inlinable public var endIndex: Int { storage.count }

  /// The number of elements.
  @inlinable public var count: Int { storage.count }

  /// The element at an index from 0 to `count - 1`.
  @inlinable
  public subscript(index: Int) -> Scalar {
    @specialized(where Scalar == Double) @specialized(where Scalar == Float)
    get {
      if !(0 <= index && index < storage.count) { stopAtIndex(index) }
      return storage[index]
    }
    @specialized(where Scalar == Double) @specialized(where Scalar == Float)
    set {
      if !(0 <= index && index < storage.count) { stopAtIndex(index) }
      storage[index] = newValue
    }
  }

  @usableFromInline @inline(never)
  internal func stopAtIndex(_ index: Int) -> Never {
    stop("Index \(index) is outside a \(shapeDescription): the first element has index 0, the last \(count - 1).")
  }

  /// Goes through the numbers in order, as fast as through an array.
  @inlinable
  public func makeIterator() -> IndexingIterator<[Scalar]> { storage.makeIterator() }

  /// Calls the closure with the elements in one piece of memory, if a generic algorithm asks for it.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Scalar>) throws -> Result
  ) rethrows -> Result? {
    try storage.withUnsafeBufferPointer(body)
  }
}

extension Vector: ExpressibleByArrayLiteral {
  /// Allows `let w: Vector<Double> = [1, 2, 3]`.
  @inlinable
  public init(arrayLiteral elements: Scalar...) {
    storage = elements
  }
}

extension Vector: Codable {
  /// Reads a list of numbers, or their bytes where the decoder's user information asks for `.numbersAsBytes`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if decoder.userInfo[.numbersAsBytes] == nil {
      storage = try container.decode([Scalar].self)
    } else {
      guard let numbers = Hexadecimal.numbers(in: try container.decode(String.self), as: Scalar.self) else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "The bytes of a vector are no hexadecimal digits.")
      }
      storage = numbers
    }
  }

  /// Writes a list of numbers, or their bytes where the encoder's user information asks for `.numbersAsBytes`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if encoder.userInfo[.numbersAsBytes] == nil {
      try container.encode(storage)
    } else {
      try container.encode(Hexadecimal.text(of: storage))
    }
  }
}
