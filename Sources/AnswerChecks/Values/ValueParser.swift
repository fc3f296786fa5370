import AnswerWire
import Foundation

extension Value {
  /// Reads JSON, numbers to the last bit.
  ///
  /// What a child replies is read here and not by `Decodable`, which tries one type after the other: each miss is an error
  /// thrown, and tests trace every error back to its source. Foundation's reader of JSON rounds some numbers wrongly.
  /// - Throws: `ValueError` where it isn't JSON, holds a number that no `Double` is, or nests too deeply.
  init(json: Data) throws(ValueError) {
    var parser = ValueParser(json)
    self = try parser.whole()
  }
}

/// Why a reply can't be read.
struct ValueError: Error, Equatable {
  /// Where, in bytes from the start.
  var offset: Int
}

/// Reads one JSON value from left to right.
private struct ValueParser {
  private let bytes: [UInt8]
  private var place = 0

  /// As deep as a value may nest: no answer comes near, and each level takes room on the stack.
  private static let deepest = 200

  init(_ json: Data) { bytes = Array(json) }

  mutating func whole() throws(ValueError) -> Value {
    let value = try value(depth: 0)
    skipSpace()
    guard place == bytes.count else { throw failure }
    return value
  }

  private var failure: ValueError { ValueError(offset: place) }

  private mutating func value(depth: Int) throws(ValueError) -> Value {
    guard depth < Self.deepest else { throw failure }
    skipSpace()
    switch next {
    case UInt8(ascii: "["): return .list(try list(depth: depth))
    case UInt8(ascii: "{"): return .record(try record(depth: depth))
    case UInt8(ascii: "\""): return named(try text())
    case UInt8(ascii: "t"): return try word("true", .truth(true))
    case UInt8(ascii: "f"): return try word("false", .truth(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  /// Text, or one of the numbers that JSON has no words for.
  private func named(_ text: String) -> Value {
    switch text {
    case Wire.positiveInfinity: .number(.infinity)
    case Wire.negativeInfinity: .number(-.infinity)
    case Wire.notANumber: .number(.nan)
    default: .text(text)
    }
  }

  private mutating func list(depth: Int) throws(ValueError) -> [Value] {
    var items: [Value] = []
    try take("[")
    if takes("]") { return items }
    repeat { items.append(try value(depth: depth + 1)) } while takes(",")
    try take("]")
    return items
  }

  private mutating func record(depth: Int) throws(ValueError) -> [String: Value] {
    var items: [String: Value] = [:]
    try take("{")
    if takes("}") { return items }
    repeat {
      skipSpace()
      let name = try text()
      try take(":")
      guard items.updateValue(try value(depth: depth + 1), forKey: name) == nil else { throw failure }
    } while takes(",")
    try take("}")
    return items
  }

  private mutating func number() throws(ValueError) -> Double {
    let start = place
    takeSign("-")
    let whole = takeDigits()
    guard whole == 1 || whole > 1 && bytes[place - whole] != UInt8(ascii: "0") else { throw failure }
    if takeSign("."), takeDigits() == 0 { throw failure }
    if takeSign("e") || takeSign("E") {
      if !takeSign("-") { takeSign("+") }
      guard takeDigits() > 0 else { throw failure }
    }
    guard let number = Double(String(decoding: bytes[start..<place], as: UTF8.self)), number.isFinite else {
      throw failure
    }
    return number
  }

  private mutating func text() throws(ValueError) -> String {
    guard takeSign("\"") else { throw failure }
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw failure }
      place += 1
      if byte == UInt8(ascii: "\\") { text += try escaped() } else { text.append(byte) }
    }
    guard takeSign("\""), let text = String(validating: text, as: UTF8.self) else { throw failure }
    return text
  }

  /// What stands behind a backslash, as UTF-8.
  private mutating func escaped() throws(ValueError) -> [UInt8] {
    guard let sign = next else { throw failure }
    place += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [sign]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(try scalar()).utf8)
    default: throw failure
    }
  }

  /// Four hexadecimal digits, or twice as many for what takes two units of UTF-16.
  private mutating func scalar() throws(ValueError) -> Unicode.Scalar {
    let unit = try unit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), takeSign("\\"), takeSign("u") else { throw failure }
    let trail = try self.unit()
    guard UTF16.isTrailSurrogate(trail) else { throw failure }
    let code = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(trail) & 0x3FF
    guard let scalar = Unicode.Scalar(code) else { throw failure }
    return scalar
  }

  private mutating func unit() throws(ValueError) -> UInt16 {
    let digits = bytes.dropFirst(place).prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure }
    place += 4
    return unit
  }

  // MARK: Bytes

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  private mutating func word<Meaning>(_ word: StaticString, _ meaning: Meaning) throws(ValueError) -> Meaning {
    guard bytes.dropFirst(place).starts(with: "\(word)".utf8) else { throw failure }
    place += word.utf8CodeUnitCount
    return meaning
  }

  /// Whether this sign stands here, and then past it.
  @discardableResult
  private mutating func takeSign(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func takeDigits() -> Int {
    let start = place
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { place += 1 }
    return place - start
  }

  /// Whether this sign comes next, after any space, and then past it.
  private mutating func takes(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    return takeSign(sign)
  }

  private mutating func take(_ sign: Unicode.Scalar) throws(ValueError) {
    guard takes(sign) else { throw failure }
  }
}
