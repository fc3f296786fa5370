/// The words of Swift code as similarity sees them: how it is laid out, commented and named is gone.
struct SwiftTokens: Sendable, Equatable {
  /// One token.
  struct Token: Sendable, Hashable {
    /// What it is: a keyword or an operator as it stands, `name` for every other name, `number`, `text`.
    var kind: String
    /// Where it stands, counted from 1.
    var line: Int
  }

  /// The tokens in order.
  private(set) var tokens: [Token] = []

  /// Reads code; it needn't be right.
  init(_ code: String) {
    var scanner = Scanner(code)
    while let token = scanner.next() { tokens.append(token) }
  }

  private static let keywords: Set<String> = [
    "as", "async", "await", "break", "case", "catch", "class", "continue", "default", "defer", "do", "else", "enum",
    "extension", "false", "for", "func", "guard", "if", "import", "in", "inout", "init", "is", "let", "nil", "protocol",
    "public", "repeat", "return", "self", "static", "struct", "switch", "throw", "throws", "true", "try", "typealias",
    "var", "where", "while",
  ]

  private struct Scanner {
    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var line = 1

    init(_ code: String) { scalars = Array(code.unicodeScalars) }

    mutating func next() -> Token? {
      skipBlanksAndComments()
      guard place < scalars.count else { return nil }
      let start = place
      let startLine = line
      let first = scalars[place]
      if first.isNamePart && !first.isDigit {
        skip { $0.isNamePart }
        let word = text(from: start)
        return Token(kind: SwiftTokens.keywords.contains(word) ? word : "name", line: startLine)
      }
      if first.isDigit {
        skip { $0.isNamePart || $0 == "." }
        return Token(kind: "number", line: startLine)
      }
      if first == "\"" {
        skipText()
        return Token(kind: "text", line: startLine)
      }
      place += 1
      if first.isOperatorPart { skip { $0.isOperatorPart } }
      return Token(kind: text(from: start), line: startLine)
    }

    private func text(from start: Int) -> String {
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars[start..<place])
      return text
    }

    private func starts(with text: String) -> Bool {
      scalars[place...].starts(with: text.unicodeScalars)
    }

    private mutating func skip(while condition: (Unicode.Scalar) -> Bool) {
      while place < scalars.count, condition(scalars[place]) { advance() }
    }

    private mutating func advance() {
      if scalars[place] == "\n" { line += 1 }
      place += 1
    }

    private mutating func skipBlanksAndComments() {
      while place < scalars.count {
        if scalars[place].properties.isWhitespace {
          advance()
        } else if starts(with: "//") {
          skip { $0 != "\n" }
        } else if starts(with: "/*") {
          while place < scalars.count, !starts(with: "*/") { advance() }
          place = min(place + 2, scalars.count)
        } else {
          return
        }
      }
    }

    /// A text on one line, or over several between three quotes.
    private mutating func skipText() {
      let end = starts(with: "\"\"\"") ? "\"\"\"" : "\""
      place += end.unicodeScalars.count
      while place < scalars.count, !starts(with: end) {
        if end == "\"" && scalars[place] == "\n" { return }
        if scalars[place] == "\\", place + 1 < scalars.count { place += 1 }
        advance()
      }
      place = min(place + end.unicodeScalars.count, scalars.count)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isNamePart: Bool { self == "_" || properties.isAlphabetic || isDigit }
  fileprivate var isOperatorPart: Bool { "+-*/=<>!&|^~%?".unicodeScalars.contains(self) }
}
