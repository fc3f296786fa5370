/// What an exercise asks, read from the comment of its stub as a page of text.
struct Statement: Equatable, Sendable {
  /// A piece of text that is wrapped by itself.
  struct Paragraph: Equatable, Sendable {
    var text: String
    /// Blanks before its first line, and before all others.
    var indent: Int
  }

  /// As `1.11 Adam (3 points)`.
  let heading: String
  /// In order; one without text is a blank line.
  let paragraphs: [Paragraph]

  /// A line of this length was broken because it was full, so the next one goes on with it.
  private static let fullLine = 90

  /// Reads the first comment of the stub that begins as statements do, with `**1.11 Adam** (3 points).`
  init(stub: String) {
    let comment = Self.comment(in: stub)
    heading = Self.plain(comment.first ?? "").trimmingSuffix(".")
    var paragraphs: [Paragraph] = []
    var goesOn = false
    for line in comment.dropFirst() {
      let indent = line.prefix { $0 == " " }.count
      let text = Self.plain(String(line.dropFirst(indent)))
      if goesOn, !text.isEmpty, !line.dropFirst(indent).hasPrefix("- "), let last = paragraphs.popLast() {
        paragraphs.append(Paragraph(text: "\(last.text) \(text)", indent: last.indent))
      } else if !text.isEmpty || paragraphs.last?.text.isEmpty == false {
        paragraphs.append(Paragraph(text: text, indent: indent))
      }
      goesOn = !text.isEmpty && line.count >= Self.fullLine
    }
    while paragraphs.last?.text.isEmpty == true { paragraphs.removeLast() }
    self.paragraphs = paragraphs
  }

  /// The comment's lines without their marks.
  private static func comment(in stub: String) -> [String] {
    let lines = stub.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
    guard let start = lines.firstIndex(where: { $0.hasPrefix("/// **") }) else { return [] }
    return lines[start...].prefix { $0.hasPrefix("///") }.map { line in
      let text = line.dropFirst(3)
      return String(text.hasPrefix(" ") ? text.dropFirst() : text)
    }
  }

  /// The text without the marks of documentation.
  private static func plain(_ text: String) -> String {
    var text = text.replacing("**", with: "").replacing("`", with: "")
    for (mark, word) in [("- Parameters:", "Given:"), ("- Parameter ", "Given: "), ("- Returns: ", "To return: ")]
    where text.hasPrefix(mark) {
      text = word + text.dropFirst(mark.count)
    }
    return text
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
