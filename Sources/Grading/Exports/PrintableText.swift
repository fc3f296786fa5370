/// Text from outside, made fit to be shown: no control of a terminal, a page or a reader survives, and no flood.
public enum PrintableText {
  /// One line: line ends and tabs become spaces, other controls a sign that shows them.
  ///
  /// - Parameter length: the most characters, 200 by default; what is left out is said.
  public static func line(_ text: String, length: Int = 200) -> String {
    shortened(cleaned(text, keepingLines: false), to: length)
  }

  /// Several lines, each cut like one.
  ///
  /// - Parameters:
  ///   - lines: the most lines, 40 by default; what is left out is said.
  ///   - length: the most characters of a line.
  public static func lines(_ text: String, lines most: Int = 40, length: Int = 400) -> [String] {
    var lines = cleaned(text, keepingLines: true).split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    let shown = lines.prefix(most).map { shortened(String($0), to: length) }
    let rest = lines.count - shown.count
    return rest > 0 ? shown + ["(\(rest) more line\(rest == 1 ? "" : "s"))"] : shown
  }

  private static func shortened(_ text: String, to length: Int) -> String {
    guard text.unicodeScalars.count > length else { return text }
    let kept = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
    return "\(kept) ... (\(text.unicodeScalars.count - length) characters left out)"
  }

  private static func cleaned(_ text: String, keepingLines: Bool) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      scalars.append(sign(for: scalar, keepingLines: keepingLines))
    }
    return String(scalars)
  }

  private static func sign(for scalar: Unicode.Scalar, keepingLines: Bool) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return keepingLines ? "\n" : " "
    case 0x09: return " "
    case 0x00...0x1F: return Unicode.Scalar(0x2400 + scalar.value) ?? replacement
    case 0x7F: return "\u{2421}"
    default: break
    }
    switch scalar.properties.generalCategory {
    // Controls, marks that turn the direction of writing, what has no meaning: none of it can be seen.
    case .control, .unassigned, .privateUse, .surrogate: return replacement
    case .format: return scalar == "\u{200D}" || scalar == "\u{200C}" ? scalar : replacement
    default: return scalar
    }
  }
}
