/// What a file's text may hold, before anything is cut or parsed.
enum TextRules {
  /// The longest file: a hundred times what a long answer has.
  static let mostBytes = 1 << 20

  static func findings(in text: String) -> [Finding] {
    guard text.utf8.count <= mostBytes else {
      return [Finding(line: 1, sentence: "The file has more than 1 MB; hand in the code alone.")]
    }
    var line = 1
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      if let what = unwanted(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        return [Finding(line: line, sentence: "There is \(what) here (U+\(code)); delete it, or type the line anew.")]
      }
    }
    return []
  }

  /// Characters that show nothing, or show code in another order than it runs.
  ///
  /// Source: "Trojan Source: Invisible Vulnerabilities" (Boucher, Anderson, 2021).
  private static func unwanted(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x9, 0xa, 0xc, 0xd: nil
    case 0...0x1f, 0x7f, 0x80...0x9f: "a control character"
    case 0x202a...0x202e, 0x2066...0x2069, 0x200e, 0x200f, 0x61c: "a character that turns the direction of text"
    case 0x200b...0x200d, 0x2060...0x2064, 0xfeff, 0xe0000...0xe007f: "an invisible character"
    default: nil
    }
  }
}
