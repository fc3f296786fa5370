/// What stands around the content of each page: `docs/site/page.html`, with places to fill in.
struct Frame: Sendable {
  private let template: String
  private let navigation: Navigation

  /// - Parameter template: HTML with the places `{{title}}`, `{{summary}}`, `{{root}}`, `{{kind}}`, `{{top}}`, `{{above}}`,
  ///   `{{contents}}`, `{{content}}` and `{{neighbours}}`.
  init(template: String, navigation: Navigation) {
    self.template = template
    self.navigation = navigation
  }

  /// The whole page.
  func page(_ page: Page) -> String {
    let index = SitePath.link(from: page.address, to: "index.html")
    let parts: [String: HTML] = [
      "title": "\(page.address == "index.html" ? page.title : "\(page.title) - Descent")",
      "summary": "\(page.summary)",
      "root": "\(index.dropLast("index.html".count).isEmpty ? "./" : String(index.dropLast("index.html".count)))",
      "kind": "\(page.kind)",
      "top": navigation.top.map { item(to: $0, on: page) }.joined(),
      "above": above(page),
      "contents": page.hasContents ? contents(page) : "",
      "content": page.content,
      "neighbours": neighbours(page),
    ]
    return template.replacing(/\{\{([a-z]+)\}\}/) { match in parts[String(match.1)]?.text ?? String(match.0) }
  }

  private func item(to target: Link, on page: Page) -> HTML {
    let isHere = target.address == page.address
    return
      "<li><a href=\"\(SitePath.link(from: page.address, to: target.address))\"\(isHere ? HTML(" aria-current=\"page\"") : "")>\(target.title)</a></li>\n"
  }

  private func above(_ page: Page) -> HTML {
    guard !page.above.isEmpty else { return "" }
    let items = page.above.map { item(to: $0, on: page) }.joined()
    return "<nav class=\"above\" aria-label=\"Where you are\"><ol>\n\(items)</ol></nav>\n"
  }

  /// The list of headings twice: open beside the text, and folded above it where the screen is narrow. Style shows one.
  private func contents(_ page: Page) -> HTML {
    let headings = page.content.headings
    guard headings.count > 2 else { return "" }
    var list: HTML = "<ol>\n"
    for heading in headings {
      list +=
        "<li class=\"level\(heading.level)\"><a href=\"#\(heading.anchor)\">\(heading.html.withoutLinks)</a></li>\n"
    }
    list += "</ol>"
    return """
      <aside class="contents">
      <nav class="beside" aria-label="On this page"><p class="label">On this page</p>\(list)</nav>
      <details class="folded"><summary>On this page</summary><nav aria-label="On this page">\(list)</nav></details>
      </aside>

      """
  }

  private func neighbours(_ page: Page) -> HTML {
    guard page.former != nil || page.next != nil else { return "" }
    var html: HTML = "<nav class=\"neighbours\" aria-label=\"Before and after\">\n"
    if let former = page.former {
      html +=
        "<a rel=\"prev\" href=\"\(SitePath.link(from: page.address, to: former.address))\"><span>Before</span> \(former.title)</a>\n"
    }
    if let next = page.next {
      html +=
        "<a rel=\"next\" href=\"\(SitePath.link(from: page.address, to: next.address))\"><span>Next</span> \(next.title)</a>\n"
    }
    return html + "</nav>\n"
  }
}

extension HTML {
  /// The same without links, for places that are links themselves.
  var withoutLinks: HTML { HTML(text.replacing(/<\/?a\b[^>]*>/, with: "")) }
}
