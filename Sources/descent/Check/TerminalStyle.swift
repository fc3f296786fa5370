import Foundation

/// How words look where they are read: in colour and wrapped on a terminal, plain in a pipe.
///
/// Colour never says anything that the words don't.
struct TerminalStyle: Sendable, Equatable {
  /// Whether words may have colours.
  var hasColour: Bool
  /// How many characters fit a line; nothing where lines are as long as they are.
  var width: Int?

  /// Plain words in lines of any length.
  static let plain = TerminalStyle(hasColour: false, width: nil)

  /// What suits standard output: colour on a terminal, unless `NO_COLOR` is set or the terminal is a dumb one.
  ///
  /// Source: "NO_COLOR" (no-color.org).
  static func ofOutput(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> TerminalStyle {
    guard isatty(STDOUT_FILENO) == 1 else { return .plain }
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let refuses = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
    return TerminalStyle(hasColour: !refuses, width: max(40, isKnown ? Int(size.ws_col) : 80))
  }

  /// A colour of the terminal's own palette, so that it suits its background.
  enum Colour: Int {
    case red = 31
    case green = 32
    case yellow = 33
    case grey = 90
  }

  /// The words in a colour.
  func colour(_ words: String, _ colour: Colour) -> String {
    hasColour ? "\u{1B}[\(colour.rawValue)m\(words)\u{1B}[0m" : words
  }

  /// The words in bold.
  func bold(_ words: String) -> String { hasColour ? "\u{1B}[1m\(words)\u{1B}[0m" : words }

  /// A text in lines that fit, each after `margin`.
  func wrapped(_ text: String, margin: String = "") -> [String] {
    guard let width else { return [margin + text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, margin.count + line.count + 1 + word.count > width {
        lines.append(margin + line)
        line = String(word)
      } else {
        line += line.isEmpty ? String(word) : " \(word)"
      }
    }
    return lines + [margin + line]
  }
}
