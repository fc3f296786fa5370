/// A number of bytes, in words for people.
public struct ByteCount: Equatable, Sendable, CustomStringConvertible {
  /// How many.
  public let count: Int

  /// `count` bytes.
  public init(_ count: Int) { self.count = count }

  /// Every digit, in groups of three: `9,912,422 bytes`.
  public var description: String { count == 1 ? "1 byte" : "\(grouped) bytes" }

  /// Every digit, in groups of three: `9,912,422`.
  public var grouped: String {
    let digits = Array(String(count))
    return digits.indices.map { index in
      let follows = digits.count - index
      return (index > 0 && follows % 3 == 0 ? "," : "") + String(digits[index])
    }.joined()
  }

  /// Rounded to one decimal of a unit: `9.9 MB`. A kB is 1000 bytes, an MB 1000 kB.
  public var short: String {
    switch count {
    case ..<1000: "\(count) B"
    case ..<999_950: Self.tenths(count, unit: 1000) + " kB"
    default: Self.tenths(count, unit: 1_000_000) + " MB"
    }
  }

  /// With one decimal, rounded by whole numbers, so that no locale changes the point.
  static func tenths(_ count: Int, unit: Int) -> String {
    let tenths = (count * 10 + unit / 2) / unit
    return "\(tenths / 10).\(tenths % 10)"
  }
}
