import Foundation

// The little that the site does to HTML: pandoc writes it, so its form is known.

/// A stretch of HTML. In a literal, text that is put in is escaped, and HTML is not.
struct HTML: Sendable, Equatable {
  var text: String

  init(_ text: String) { self.text = text }

  /// Plain text as HTML.
  static func escaped(_ text: String) -> HTML {
    HTML(
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;"))
  }

  /// What a reader sees of it, on one line: no tags, no TeX beside formulas.
  var plainText: String {
    Self.unescaped(
      text.replacing(/<annotation[^>]*>.*?<\/annotation>/.dotMatchesNewlines(), with: "")
        .replacing(/<[^>]*>/, with: "")
    ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text of an attribute or an element as it was before `escaped`.
  static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  /// Puts other addresses in the place of those of links and pictures.
  func withLinks(_ change: (_ address: String) throws -> String) rethrows -> HTML {
    var result = ""
    var rest = text[...]
    while let match = rest.firstMatch(of: /<(?:a|img|link)\b[^>]*?\b(?:href|src)="([^"]*)"/) {
      result += rest[..<match.1.startIndex]
      result += HTML.escaped(try change(HTML.unescaped(String(match.1)))).text
      rest = rest[match.1.endIndex...]
    }
    return HTML(result + rest)
  }

  /// All addresses of links and pictures, in order.
  var links: [String] {
    text.matches(of: /<(?:a|img|link)\b[^>]*?\b(?:href|src)="([^"]*)"/).map { Self.unescaped(String($0.1)) }
  }

  /// All anchors.
  var anchors: Set<String> { Set(text.matches(of: /\bid="([^"]*)"/).map { Self.unescaped(String($0.1)) }) }

  /// Tables and formulas in boxes of their own, in which they scroll where a screen is too narrow.
  var scrollingInsideItself: HTML {
    var result = text.replacing(/<table[^>]*>.*?<\/table>/.dotMatchesNewlines()) { match in
      let table = String(match.0)
      let columns = table.matches(of: /<th[^>]*>(.*?)<\/th>/.dotMatchesNewlines())
        .map { HTML(String($0.1)).plainText }.filter { !$0.isEmpty }
      let label = HTML.escaped(columns.isEmpty ? "Table" : "Table: " + columns.joined(separator: ", ")).text
      let kind = table.matches(of: /<th[ >]/).count > 4 ? "table wide" : "table"
      return "<div class=\"\(kind)\" role=\"region\" aria-label=\"\(label)\" tabindex=\"0\">\(table)</div>"
    }
    result.replace(/<math display="block".*?<\/math>/.dotMatchesNewlines()) { "<span class=\"formula\">\($0.0)</span>" }
    return HTML(result)
  }

  /// The text of the first heading.
  var title: String? {
    text.firstMatch(of: /<h1[^>]*>(.*?)<\/h1>/.dotMatchesNewlines()).map { HTML(String($0.1)).plainText }
  }

  /// What the first paragraph says.
  var summary: String? {
    text.firstMatch(of: /<p>(.*?)<\/p>/.dotMatchesNewlines()).map { HTML(String($0.1)).plainText }
  }

  /// A heading that can be linked to.
  struct Heading: Equatable {
    var level: Int
    var anchor: String
    var html: HTML
  }

  /// The headings of the second and third level, in order.
  var headings: [Heading] {
    text.matches(of: /<h([23]) id="([^"]*)">(.*?)<\/h[23]>/.dotMatchesNewlines()).map {
      Heading(level: $0.1 == "2" ? 2 : 3, anchor: String($0.2), html: HTML(String($0.3)))
    }
  }
}

extension HTML: ExpressibleByStringInterpolation {
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }
    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ html: HTML) { text += html.text }
    mutating func appendInterpolation(_ plain: String) { text += HTML.escaped(plain).text }
    mutating func appendInterpolation(_ number: Int) { text += "\(number)" }
  }

  init(stringLiteral value: String) { text = value }
  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  static func + (left: HTML, right: HTML) -> HTML { HTML(left.text + right.text) }
  static func += (left: inout HTML, right: HTML) { left.text += right.text }
}

extension Sequence<HTML> {
  func joined() -> HTML { HTML(map(\.text).joined()) }
}
