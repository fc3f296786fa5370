/// A Swift file cut in words, signs and literals, as far as screening needs.
///
/// What could be read in two ways is not cut but reported as a problem, and the file is refused: whoever hides code in
/// what looks like a string here must find a string that the compiler reads otherwise. So there are no regex literals
/// and no raw strings, nor comments inside an interpolation.
struct SourceTokens {
  /// One word, sign or literal.
  struct Token: Equatable {
    enum Kind: Equatable {
      /// A name or keyword; in backticks or not.
      case word
      /// `@name`, without the sign.
      case attribute
      /// `#name`, without the sign.
      case directive
      /// A number.
      case number
      /// A string, or a piece of one between interpolations.
      case string
      /// Any other sign.
      case sign
    }
    var kind: Kind
    var text: String
    var line: Int
    /// Whether it is the first of its line.
    var startsLine: Bool
  }

  private(set) var tokens: [Token] = []
  private(set) var problems: [Finding] = []

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var startsLine = true
  /// For each interpolation that is open, how many parentheses are open in it, and whether its string has several lines.
  private var interpolations: [(parentheses: Int, isMultiline: Bool)] = []
  private var depth = 0

  /// More brackets than any hand writes, and fewer than any parser fails at.
  private static let mostNesting = 100
  private static let longestNumber = 400

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    while position < scalars.count, problems.isEmpty { next() }
    if problems.isEmpty, !interpolations.isEmpty { report("This file ends inside a string.") }
  }

  private func scalar(_ offset: Int = 0) -> Unicode.Scalar? {
    position + offset < scalars.count ? scalars[position + offset] : nil
  }

  private func starts(with text: String) -> Bool {
    zip(text.unicodeScalars, 0...).allSatisfy { $0 == scalar($1) }
  }

  private mutating func report(_ sentence: String) { problems.append(Finding(line: line, sentence: sentence)) }

  private mutating func add(_ kind: Token.Kind, _ text: String, line: Int? = nil) {
    tokens.append(Token(kind: kind, text: text, line: line ?? self.line, startsLine: startsLine))
    startsLine = false
  }

  /// Steps over one scalar and counts lines; a carriage return ends a line for the compiler too.
  private mutating func step() {
    let scalar = scalars[position]
    position += 1
    if scalar == "\n" || (scalar == "\r" && self.scalar() != "\n") {
      line += 1
      startsLine = true
    }
  }

  private mutating func next() {
    guard let first = scalar() else { return }
    switch first {
    case " ", "\t", "\n", "\r", "\u{b}", "\u{c}", "\u{a0}": step()
    case "/" where scalar(1) == "/": skipLine()
    case "/" where scalar(1) == "*": skipComment()
    case "\"": readString()
    case "'": report("Strings stand in double quotes.")
    case "`": readEscapedName()
    case "@": readMarked(.attribute, as: "An attribute")
    case "#": readDirective()
    case "0"..."9": readNumber()
    default:
      if first.startsName { readName() } else { readSign(first) }
    }
  }

  private mutating func skipLine() {
    if !interpolations.isEmpty { return report("Write no comment inside of \\( ) in a string.") }
    while let next = scalar(), next != "\n", next != "\r" { step() }
  }

  private mutating func skipComment() {
    if !interpolations.isEmpty { return report("Write no comment inside of \\( ) in a string.") }
    var open = 0
    repeat {
      if starts(with: "/*") {
        open += 1
        position += 2
      } else if starts(with: "*/") {
        open -= 1
        position += 2
      } else if position < scalars.count {
        step()
      } else {
        return report("This file ends inside a comment.")
      }
    } while open > 0
  }

  private mutating func readString() {
    let isMultiline = starts(with: "\"\"\"")
    position += isMultiline ? 3 : 1
    readStringPiece(isMultiline: isMultiline)
  }

  /// Reads on until the string ends or an interpolation begins.
  private mutating func readStringPiece(isMultiline: Bool) {
    let start = line
    while let next = scalar() {
      if isMultiline ? starts(with: "\"\"\"") : next == "\"" {
        position += isMultiline ? 3 : 1
        return add(.string, "", line: start)
      }
      if next == "\\" {
        position += 1
        guard let escaped = scalar() else { break }
        if escaped == "(" {
          position += 1
          add(.string, "", line: start)
          add(.sign, "(")
          depth += 1
          interpolations.append((0, isMultiline))
          if interpolations.count > 8 { report("Strings stand in strings in strings here; take the inner ones out.") }
          return
        }
        if escaped == "#" { return report("Write this string without #.") }
      } else if !isMultiline, next == "\n" || next == "\r" {
        break
      }
      step()
    }
    report("This string doesn't end.")
  }

  private mutating func readEscapedName() {
    position += 1
    let start = position
    while let next = scalar(), next.startsName || next.isDigit { position += 1 }
    guard scalar() == "`", position > start else { return report("A name in backticks is made of letters and digits.") }
    add(.word, text(from: start))
    position += 1
  }

  private mutating func readMarked(_ kind: Token.Kind, as what: String) {
    position += 1
    let start = position
    guard let next = scalar(), next.startsName else {
      return report("\(what) is written without a space or backticks after its sign.")
    }
    while let next = scalar(), next.startsName || next.isDigit { position += 1 }
    add(kind, text(from: start))
  }

  private mutating func readDirective() {
    switch scalar(1) {
    case "\"": report("Write this string without #.")
    case _ where tokens.last?.text == "<": report("The editor left a placeholder here; put code in its place.")
    case "#", "/": report("Raw strings and regex literals aren't allowed; write a plain string.")
    case "!": report("The file starts with #!, which an exercise file has no use for; delete that line.")
    default: readMarked(.directive, as: "A directive")
    }
  }

  private mutating func readNumber() {
    let start = position
    while let next = scalar(), next.startsName || next.isDigit { position += 1 }
    if position - start > Self.longestNumber { report("This number has more than \(Self.longestNumber) digits.") }
    add(.number, text(from: start))
  }

  private mutating func readName() {
    let start = position
    while let next = scalar(), next.startsName || next.isDigit || next.isCombining { position += 1 }
    add(.word, text(from: start))
  }

  private mutating func readSign(_ sign: Unicode.Scalar) {
    add(.sign, String(sign))
    position += 1
    if "([{".unicodeScalars.contains(sign) {
      depth += 1
      if depth > Self.mostNesting { report("More than \(Self.mostNesting) brackets are open here; split this up.") }
    }
    if ")]}".unicodeScalars.contains(sign) { depth -= 1 }
    guard let innermost = interpolations.last else { return }
    if sign == "(" { interpolations[interpolations.count - 1].parentheses += 1 }
    guard sign == ")" else { return }
    interpolations[interpolations.count - 1].parentheses -= 1
    if innermost.parentheses == 0 {
      interpolations.removeLast()
      readStringPiece(isMultiline: innermost.isMultiline)
    }
  }

  private func text(from start: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<position])
    return String(text)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// Marks that go on whatever stands before them, a name or an operator.
  fileprivate var isCombining: Bool {
    switch value {
    case 0x300...0x36f, 0x1dc0...0x1dff, 0x20d0...0x20ff, 0xfe00...0xfe0f, 0xfe20...0xfe2f: true
    default: false
    }
  }

  /// Whether the compiler takes it into names; what it takes for an operator separates them.
  ///
  /// Source: "The Swift Programming Language", Lexical Structure, Operators.
  fileprivate var startsName: Bool {
    switch value {
    case 0x30...0x39, 0...0x2f, 0x3a...0x40, 0x5b...0x5e, 0x60, 0x7b...0x7f: false
    case 0x80...0xa7, 0xa9, 0xab, 0xac, 0xae, 0xb0, 0xb1, 0xb6, 0xbb, 0xbf, 0xd7, 0xf7: false
    case 0x2016, 0x2017, 0x2020...0x2027, 0x2028, 0x2029, 0x2030...0x203e, 0x2041...0x2053, 0x2055...0x205e: false
    case 0x2190...0x23ff, 0x2500...0x2775, 0x2794...0x2bff, 0x2e00...0x2e7f: false
    case 0x3000...0x3003, 0x3008...0x3020, 0x3030: false
    default: !isCombining
    }
  }
}
