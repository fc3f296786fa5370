/// What a student is told about the errors in one file: the first few, each with its line, a caret under the place, the
/// compiler's fix, and a plain sentence where the mistake is a common one.
///
/// ```
/// Exercise11Adam.swift, line 27: cannot assign to value: 'step' is a 'let' constant
///     step = step * 2
///     ^
/// The compiler suggests `var` instead of `let` in line 26.
/// What let names stays as it is. Write var where it is to change: var step = ...
/// ```
///
/// Lines that begin with four blanks are code, and keep their columns.
struct CompilerReport {
  private let file: String
  private let lines: [Substring]
  private let errors: [CompilerMessage]

  /// How many errors are told at once. The next come when these are mended, and are often gone by then.
  private static let mostTold = 3

  /// - Parameters:
  ///   - errors: the compiler's, in any order; only those in `file` count.
  ///   - file: the name of the student's file.
  ///   - name: what to call it, where the compiler read a copy of another name.
  ///   - text: what is in it.
  init(_ errors: [CompilerMessage], file: String, shownAs name: String? = nil, text: String) {
    self.file = name ?? file
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    self.errors = Self.worthTelling(errors.filter { $0.file == file }) { [lines] in
      CompilerAdvice($0, lines: lines).sentence != nil
    }
  }

  /// All of it; nothing where there are no errors in the file.
  var text: String? {
    guard let first = errors.first else { return nil }
    return "\(file), line \(first.line): \(sentence(on: first))" + rest
  }

  /// The line that the first error is in.
  var line: Int? { errors.first?.line }

  /// The same from the first error's own words on, as a refusal tells it after file and line.
  var sentence: String? { errors.first.map { sentence(on: $0) + rest } }

  private var rest: String {
    let others = errors.dropFirst().prefix(Self.mostTold - 1).map { "\n\(file), line \($0.line): \(sentence(on: $0))" }
    let left = errors.count - Self.mostTold
    let more = left > 0 ? "\n(\(left) more after \(left == 1 ? "this" : "these").)" : ""
    return others.joined() + more
  }

  private func sentence(on error: CompilerMessage) -> String {
    let advice = CompilerAdvice(error, lines: lines).sentence
    let parts = [error.text] + excerpt(error) + [fix(of: error), advice].compactMap { $0 }
    return parts.joined(separator: "\n")
  }

  // MARK: Which errors

  /// Errors without those that follow from others, in the order of their lines.
  ///
  /// Where the compiler can't tell statements apart, all that it says later is a guess; so the first such error stands
  /// alone. Else each line has one error, that with `advice` before the others, and the same words aren't told twice.
  private static func worthTelling(
    _ errors: [CompilerMessage], hasAdvice: (CompilerMessage) -> Bool
  ) -> [CompilerMessage] {
    let inOrder = errors.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    if let first = inOrder.first(where: isSyntax) {
      return [inOrder.first { $0.line == first.line && hasAdvice($0) } ?? first]
    }
    var (told, words): ([CompilerMessage], Set<String>) = ([], [])
    for line in Dictionary(grouping: inOrder, by: \.line).sorted(by: { $0.key < $1.key }).map(\.value) {
      let new = line.filter { !words.contains($0.text) }
      guard let error = new.first(where: hasAdvice) ?? new.first else { continue }
      told.append(error)
      words.formUnion(line.map(\.text))
    }
    return told
  }

  private static func isSyntax(_ error: CompilerMessage) -> Bool {
    let starts = [
      "consecutive ", "expected ", "extraneous ", "unexpected ", "unterminated ", "invalid character", "invalid UTF-8",
      "single-quoted ", "keyword ", "cannot find operator", "'=' must", "no macro named", "braced block ",
    ]
    return starts.contains { error.text.hasPrefix($0) }
  }

  // MARK: Where

  /// How many characters of a line are shown. With its margins that fits a terminal of eighty.
  private static let width = 68

  /// The source line and a caret under the column; nothing where the line says nothing by itself.
  private func excerpt(_ error: CompilerMessage) -> [String] {
    guard lines.indices.contains(error.line - 1) else { return [] }
    let line = lines[error.line - 1]
    let before = String(decoding: line.utf8.prefix(max(0, error.column - 1)), as: UTF8.self).count
    let indent = line.prefix { $0 == " " || $0 == "\t" }.count
    let shown = line.dropFirst(indent).map { $0.isWhitespace ? " " : $0 }
    if shown.allSatisfy({ "{} ".contains($0) }) { return [] }
    let column = min(max(0, before - indent), shown.count)
    // A long line is cut on both sides of the caret.
    let start = shown.count <= Self.width ? 0 : min(max(0, column - Self.width / 2), shown.count - Self.width)
    let (left, right) = (start > 0 ? "..." : "", start + Self.width < shown.count ? "..." : "")
    let caret = String(repeating: " ", count: left.count + column - start) + "^"
    return ["    \(left)\(String(shown[start...].prefix(Self.width)))\(right)", "    \(caret)"]
  }

  /// What the compiler would write, its own fix or the first that a note of it has.
  private func fix(of error: CompilerMessage) -> String? {
    let places = [error] + error.notes.filter { $0.path == error.path }
    guard let place = places.first(where: { $0.fix != nil }), let fix = place.fix,
      !error.text.contains("must precede"), lines.indices.contains(place.line - 1)
    else { return nil }
    let source = lines[place.line - 1].utf8.dropFirst(fix.offset)
    let old = String(decoding: source.prefix(fix.length), as: UTF8.self)
    let next = String(decoding: source, as: UTF8.self).prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let line = place.line == error.line ? "" : " in line \(place.line)"
    if fix.length > 0 { return "The compiler suggests `\(fix.text)` instead of `\(old)`\(line)." }
    return next.isEmpty ? nil : "The compiler suggests `\(fix.text)` before `\(next)`\(line)."
  }
}
