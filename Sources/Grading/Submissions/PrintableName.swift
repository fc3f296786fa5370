/// Names from outside, made fit to print: on a terminal, in a table, in a report.
///
/// A name is any bytes. What is no UTF-8 becomes `\xE6`; characters that move the cursor, break a line, turn the direction
/// of text or can't be seen become `\u{1B}`. Different names stay different, but for their length.
enum PrintableName {
  /// The bytes of a name.
  static func of(_ bytes: some Sequence<UInt8>, longest: Int = 200) -> String {
    let bytes = Array(bytes)
    // Nearly all names are plain.
    if bytes.allSatisfy({ 0x20..<0x7F ~= $0 }) { return shortened(String(decoding: bytes, as: UTF8.self), to: longest) }
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var name = ""
    var place = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        append(Unicode.UTF8.decode(encoded), to: &name)
        place += encoded.count
      case .error(let length):
        for byte in bytes[place..<min(place + length, bytes.count)] { name += "\\x" + hexadecimal(UInt32(byte)) }
        place += length
      case .emptyInput:
        return shortened(name, to: longest)
      }
    }
  }

  /// A name that is text already.
  static func of(_ text: String, longest: Int = 200) -> String { of(text.utf8, longest: longest) }

  private static func append(_ scalar: Unicode.Scalar, to name: inout String) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      name += "\\u{\(hexadecimal(scalar.value))}"
    default:
      name.unicodeScalars.append(scalar)
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }

  /// Cut in the middle: names differ at their ends.
  private static func shortened(_ name: String, to longest: Int) -> String {
    guard name.utf8.count > longest, name.unicodeScalars.count > longest else { return name }
    let scalars = name.unicodeScalars
    return "\(String(scalars.prefix(longest * 2 / 3)))...\(String(scalars.suffix(longest / 3 - 3)))"
  }
}
