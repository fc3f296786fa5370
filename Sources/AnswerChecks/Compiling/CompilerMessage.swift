import Foundation

/// One error, warning or note of the compiler, with the notes that belong to it.
///
/// It is read from the compiler's plain style: a head line, the line of the source, a caret under the place, and below
/// that, where there is a fix, what should stand there.
///
/// ```
/// /path/File.swift:12:5: error: call can throw but is not marked with 'try'
///     step()
///     ^~~~~~
///     try
/// ```
struct CompilerMessage: Sendable, Hashable {
  enum Severity: String, Sendable {
    case error, warning, note
  }

  let path: String
  /// Counted from 1.
  let line: Int
  /// Counted from 1, in bytes of UTF-8.
  let column: Int
  let severity: Severity
  let text: String
  var fix: Fix?
  var notes: [CompilerMessage] = []

  /// What the compiler would write, and where: before something, or in its place.
  struct Fix: Sendable, Hashable {
    let text: String
    /// Bytes of the source line that stand before it.
    let offset: Int
    /// Bytes that it takes the place of; 0 where it is put before what is there.
    let length: Int
  }

  /// The file's name, without its folder.
  var file: String { URL(filePath: path).lastPathComponent }

  /// The compiler's options that make it speak in this style.
  static let options = ["-diagnostic-style", "llvm"]

  /// The errors in a compiler's output, each once, in the order of first mention.
  static func errors(in output: String) -> [CompilerMessage] {
    var seen: Set<CompilerMessage> = []
    return messages(in: output).filter { $0.severity == .error && seen.insert($0).inserted }
  }

  private static func messages(in output: String) -> [CompilerMessage] {
    var messages: [CompilerMessage] = []
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard var message = head(line) else { continue }
      message.fix = fix(below: lines[(index + 1)...].prefix(3).prefix { head($0) == nil })
      if message.severity == .note, !messages.isEmpty {
        messages[messages.count - 1].notes.append(message)
      } else {
        messages.append(message)
      }
    }
    return messages
  }

  private static func head(_ line: Substring) -> CompilerMessage? {
    guard line.first == "/" else { return nil }
    let pattern =
      /^(?<path>\/[^:]*\.swift):(?<line>\d+):(?<column>\d+): (?<severity>error|warning|note): (?<text>.*?)(?: \[#[\w-]+\])?$/
    guard let match = line.wholeMatch(of: pattern), let line = Int(match.line), let column = Int(match.column),
      let severity = Severity(rawValue: String(match.severity))
    else { return nil }
    return CompilerMessage(
      path: String(match.path), line: line, column: column, severity: severity, text: String(match.text))
  }

  /// The fix in the three lines below a head: source, carets, what should stand there.
  ///
  /// One in several pieces is none: its picture doesn't say what goes where. Neither does one under a line that isn't
  /// ASCII, whose bytes aren't columns.
  private static func fix(below lines: ArraySlice<Substring>) -> Fix? {
    guard lines.count == 3, let source = lines.first, let picture = lines.last else { return nil }
    let carets = Array(lines[lines.startIndex + 1].utf8)
    guard carets.contains(UInt8(ascii: "^")), source.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\t") }) else {
      return nil
    }
    let text = picture.trimmingCharacters(in: .whitespaces)
    if text.isEmpty || text == ";" || ["<#", "  ", "( )"].contains(where: text.contains) { return nil }
    let offset = picture.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    let marked = carets.dropFirst(offset).prefix { $0 != UInt8(ascii: " ") }
    // A caret alone is a place, not a range.
    return Fix(text: text, offset: offset, length: marked.elementsEqual([UInt8(ascii: "^")]) ? 0 : marked.count)
  }

  /// The functions that a broken conformance misses, or finds with other parameters:
  /// `protocol requires function 'adamStep(weights:...)'`.
  static func missingFunctions(in output: String) -> Set<String> {
    let missing = output.matches(of: /protocol requires function '(?<name>\w+)\(/).map { String($0.name) }
    let other = output.matches(of: /method '(?<name>\w+)\([^']*' has different argument labels from those required/)
    return Set(missing + other.map { String($0.name) })
  }
}
