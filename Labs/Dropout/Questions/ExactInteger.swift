import NumericCore

/// A whole number from 0, of any size: adds, multiplies, and is written with all its digits.
///
/// ```swift
/// let count = ExactInteger(2).power(200)      // 1606938044258990275541962092341162602522202993782792835301376
/// ```
public struct ExactInteger: Hashable, Sendable, CustomStringConvertible {
  private static let base: UInt64 = 1_000_000_000

  /// Nine decimal digits each, the lowest first; without zeros at the end.
  private var places: [UInt64] = []

  /// A number of machine size. Precondition: 0 or more.
  public init(_ number: Int) {
    if number < 0 { fatalError("An exact integer is 0 or more, not \(number).") }
    var rest = UInt64(number)
    while rest > 0 {
      places.append(rest % Self.base)
      rest /= Self.base
    }
  }

  /// The number that these digits write; nothing where there are none, or other characters.
  public init?(digits: some StringProtocol) {
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    var rest = digits[...]
    while !rest.isEmpty {
      places.append(UInt64(rest.suffix(9)) ?? 0)
      rest = rest.dropLast(9)
    }
    trim()
  }

  /// The sum.
  public static func + (left: ExactInteger, right: ExactInteger) -> ExactInteger {
    var (sum, carry) = (left, UInt64(0))
    for index in 0..<max(left.places.count, right.places.count) {
      let total = left.place(index) + right.place(index) + carry
      sum.set(total % base, at: index)
      carry = total / base
    }
    if carry > 0 { sum.places.append(carry) }
    return sum
  }

  /// The difference. Precondition: the right number isn't the larger one.
  public static func - (left: ExactInteger, right: ExactInteger) -> ExactInteger {
    var (difference, borrow) = (left, UInt64(0))
    for index in 0..<max(left.places.count, right.places.count) {
      let (have, need) = (left.place(index), right.place(index) + borrow)
      borrow = have < need ? 1 : 0
      difference.set(have + borrow * base - need, at: index)
    }
    if borrow > 0 { fatalError("\(left) - \(right) is below 0, where exact integers end.") }
    difference.trim()
    return difference
  }

  /// The product.
  public static func * (left: ExactInteger, right: ExactInteger) -> ExactInteger {
    var product = ExactInteger(0)
    for (index, factor) in left.places.enumerated() {
      var carry: UInt64 = 0
      for other in 0..<right.places.count {
        let total = product.place(index + other) + factor * right.places[other] + carry
        product.set(total % base, at: index + other)
        carry = total / base
      }
      if carry > 0 { product.set(carry, at: index + right.places.count) }
    }
    product.trim()
    return product
  }

  /// The number multiplied by itself so many times; 1 for an exponent of 0. Precondition: the exponent is 0 or more.
  public func power(_ exponent: Int) -> ExactInteger {
    if exponent < 0 { fatalError("An exact integer has no power of \(exponent).") }
    var (result, square, rest) = (ExactInteger(1), self, exponent)
    while rest > 0 {
      if rest % 2 == 1 { result = result * square }
      rest /= 2
      if rest > 0 { square = square * square }
    }
    return result
  }

  /// n choose k: how many subsets of `chosen` there are of `all`; 0 where there aren't as many.
  public static func choices(of chosen: Int, from all: Int) -> ExactInteger {
    if chosen < 0 || chosen > all { return ExactInteger(0) }
    // Pascal's triangle, a row after another in place, needs no division.
    var row = [ExactInteger(1)] + [ExactInteger](repeating: ExactInteger(0), count: chosen)
    for _ in 0..<all {
      for index in stride(from: chosen, to: 0, by: -1) { row[index] = row[index] + row[index - 1] }
    }
    return row[chosen]
  }

  /// All digits, without separators.
  public var description: String {
    guard let highest = places.last else { return "0" }
    return "\(highest)"
      + places.dropLast().reversed().map { place in
        let digits = "\(place)"
        return String(repeating: "0", count: 9 - digits.count) + digits
      }.joined()
  }

  /// The logarithm to base 10, to the precision of a chart; -infinity for 0.
  public var logarithm10: Double {
    let leading = places.suffix(3).reversed().reduce(0.0) { $0 * Double(Self.base) + Double($1) }
    return log(leading) / log(10.0) + 9 * Double(places.count - min(places.count, 3))
  }

  private func place(_ index: Int) -> UInt64 { index < places.count ? places[index] : 0 }

  private mutating func set(_ value: UInt64, at index: Int) {
    while places.count <= index { places.append(0) }
    places[index] = value
  }

  private mutating func trim() {
    while places.last == 0 { places.removeLast() }
  }
}
