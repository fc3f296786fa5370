/// The figures of one page, each as a block: the picture, what to look for, its caption, and the way to its data.
struct FigureBlocks {
  /// A figure as a page speaks of it.
  private struct Mention {
    var figure: CourseFigure
    /// What is seen, in words.
    var seen: String
    /// What is to stand under it.
    var words: HTML?
  }

  let page: Link
  /// All figures of the site, by the addresses of their pages.
  private let figures: [String: CourseFigure]
  /// What is seen on each figure that the page shows, in order.
  private(set) var seen: [(figure: String, seen: String)] = []

  init(page: Link, figures: [String: CourseFigure]) {
    self.page = page
    self.figures = figures
  }

  /// The anchor of a figure on a page that shows it, from the address of the figure's own page.
  static func anchor(of figure: String) -> String {
    "figure-" + (figure.split(separator: "/").last ?? "").replacing(/\.html$/, with: "")
  }

  /// Puts blocks in the place of pictures that stand alone in their paragraphs, and of tables whose rows are figures.
  mutating func inserted(into html: HTML) -> HTML {
    var result: HTML = ""
    var rest = html.text[...]
    let block = /<table>.*?<\/table>|<p><img\b[^>]*\/><\/p>/.dotMatchesNewlines()
    while let match = rest.firstMatch(of: block) {
      result += HTML(String(rest[..<match.range.lowerBound]))
      let text = HTML(String(match.0))
      let mentions = match.0.hasPrefix("<p>") ? mention(inPicture: text).map { [$0] } : mentions(inTable: text)
      result += mentions.map { $0.map { add($0) }.joined() } ?? text
      rest = rest[match.range.upperBound...]
    }
    return result + HTML(String(rest))
  }

  /// The figure that a link of this page leads to.
  private func figure(at link: String?) -> CourseFigure? {
    link.flatMap { SitePath.resolve($0, from: page.address) }.flatMap { figures[$0] }
  }

  /// Nil where the picture is none of the lectures' figures.
  private func mention(inPicture paragraph: HTML) -> Mention? {
    guard let figure = figure(at: paragraph.links.first) else { return nil }
    let alternative = paragraph.text.firstMatch(of: /alt="([^"]*)"/).map { HTML.unescaped(String($0.1)) }
    return Mention(figure: figure, seen: alternative ?? "", words: nil)
  }

  /// Nil where the table isn't one of a figure and a text a row.
  private func mentions(inTable table: HTML) -> [Mention]? {
    guard let body = table.text.firstMatch(of: /<tbody>(.*)<\/tbody>/.dotMatchesNewlines())?.1 else { return nil }
    var mentions: [Mention] = []
    for row in body.matches(of: /<tr[^>]*>(.*?)<\/tr>/.dotMatchesNewlines()) {
      let cells = row.1.matches(of: /<td[^>]*>(.*?)<\/td>/.dotMatchesNewlines()).map { HTML(String($0.1)) }
      guard cells.count == 2, cells[0].text.hasPrefix("<a "), let figure = figure(at: cells[0].links.first) else {
        return nil
      }
      mentions.append(Mention(figure: figure, seen: cells[1].plainText.firstSentence, words: cells[1]))
    }
    return mentions.isEmpty ? nil : mentions
  }

  private mutating func add(_ mention: Mention) -> HTML {
    let figure = mention.figure
    let isFirst = !seen.contains { $0.figure == figure.address }
    if isFirst { seen.append((figure.address, mention.seen)) }
    let details = SitePath.link(from: page.address, to: figure.address)
    let words: HTML = mention.words.map { "<p class=\"seen\">\($0)</p>\n" } ?? ""
    return """
      <figure\(isFirst ? " id=\"\(Self.anchor(of: figure.address))\"" as HTML : "")>
      <a href="\(details)">\(figure.image(on: page.address, saying: mention.seen))</a>
      <figcaption>
      \(words)<p class="caption">\(figure.caption)</p>
      <p class="origin"><a href="\(details)">Data and command of \(figure.title.lowercasedFirst)</a></p>
      </figcaption>
      </figure>

      """
  }
}

extension CourseFigure {
  /// The picture for a page.
  ///
  /// - Parameters:
  ///   - address: that of the page.
  ///   - seen: what is seen, in words; what is known of the figure where that is empty.
  ///   - isLazy: whether it is loaded only when a reader comes near.
  func image(on address: String, saying seen: String = "", isLazy: Bool = false) -> HTML {
    """
    <img src="\(SitePath.link(from: address, to: pictureAddress))" alt="\(seen.isEmpty ? alternative : seen)" \
    width="\(size.width)" height="\(size.height)"\(isLazy ? " loading=\"lazy\"" as HTML : "")/>
    """
  }
}

extension String {
  /// With a small first letter.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
