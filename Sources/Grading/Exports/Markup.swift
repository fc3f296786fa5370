/// Text in XML and HTML. All that goes into a page passes through here.
enum Markup {
  /// Between tags.
  static func text(_ text: String) -> String {
    let printable = PrintableText.lines(text, lines: .max, length: .max).joined(separator: "\n")
    return escaped(printable)
  }

  /// Between quotes, on one line.
  static func attribute(_ text: String) -> String {
    escaped(PrintableText.line(text, length: .max))
  }

  /// A sentence of ours, in which backquotes hold code.
  static func sentence(_ text: String) -> String {
    let parts = escaped(PrintableText.line(text, length: .max)).split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return parts.joined(separator: "`") }
    return parts.enumerated().map { $0 % 2 == 0 ? String($1) : "<code>\($1)</code>" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
