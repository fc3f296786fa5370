import Foundation

// The pages of figures: one each, and one of all.

extension SiteWriter {
  /// How many rows of its data a figure's page shows.
  private static let rowsShown = 8

  /// All figures, lab by lab.
  func galleryPage() -> Page {
    let address = "figures/index.html"
    var content: HTML = """
      <h1>Figures</h1>
      <p>Each figure comes with its data and with the command that draws it again, to the byte.</p>

      """
    let all = figureOrder.compactMap { figures[$0] }
    let known = labs.map { (command: $0.command, title: title(of: $0.place)) }
    let others = Set(all.map(\.lab)).subtracting(known.map(\.command)).sorted().map { lab in
      (command: lab, title: lab.prefix(1).uppercased() + lab.dropFirst())
    }
    for lab in known + others {
      let items = all.filter { $0.lab == lab.command }.map { figure -> HTML in
        """
        <li><a href="\(SitePath.link(from: address, to: figure.address))">\(figure.image(on: address, isLazy: true)) \
        <span>\(figure.title)</span></a></li>

        """
      }
      content += "<h2 id=\"\(lab.command)\">\(lab.title)</h2>\n<ul class=\"gallery\">\n\(items.joined())</ul>\n"
    }
    return Page(
      address: address, title: "Figures", summary: "All figures of the lectures, with their data.", content: content,
      hasContents: false, kind: "gallery")
  }

  /// A page a figure.
  func figurePages() -> [Page] {
    figureOrder.indices.compactMap { index in
      guard let figure = figures[figureOrder[index]] else { return nil }
      func neighbour(_ index: Int) -> Link? {
        guard figureOrder.indices.contains(index), let other = figures[figureOrder[index]], other.lab == figure.lab
        else {
          return nil
        }
        return Link(address: other.address, title: other.title)
      }
      var page = Page(
        address: figure.address, title: figure.title, summary: figure.alternative, content: content(of: figure),
        hasContents: false, kind: "figure")
      let lab = labs.first { $0.command == figure.lab }.map { title(of: $0.place) } ?? figure.lab
      page.above = [
        Link(address: "figures/index.html", title: "Figures"),
        Link(address: "figures/index.html#\(figure.lab)", title: lab),
      ]
      page.former = neighbour(index - 1)
      page.next = neighbour(index + 1)
      return page
    }
  }

  private func content(of figure: CourseFigure) -> HTML {
    let here = figure.address
    let discussions = figure.discussions.filter { !$0.address.hasPrefix("index.html#") }.map { discussion -> HTML in
      "<li>What to see in it: <a href=\"\(SitePath.link(from: here, to: discussion.address))\">\(discussion.title)</a></li>\n"
    }.joined()
    return """
      <h1>\(figure.title)</h1>
      <figure>
      <a href="\(figure.figure.png)">\(figure.image(on: here))</a>
      <figcaption><p class="caption">\(figure.caption)</p></figcaption>
      </figure>
      <ul>
      \(discussions)<li>The picture alone: <a href="\(figure.figure.png)">\(figure.figure.png)</a>, \
      \(figure.size.width) × \(figure.size.height) pixels</li>
      </ul>
      <h2 id="command">Draw it again</h2>
      <pre><code>\(figure.command)</code></pre>
      <h2 id="data">The data behind it</h2>
      \(table(of: figure))

      """
  }

  private func table(of figure: CourseFigure) -> HTML {
    func row(_ cells: [String], _ tag: HTML) -> HTML {
      "<tr>\(cells.map { "<\(tag)>\($0)</\(tag)>" as HTML }.joined())</tr>\n"
    }
    let rows = figure.table.rows.prefix(Self.rowsShown)
    let file: HTML = "<a href=\"\(figure.figure.csv)\" download>\(figure.figure.csv)</a>"
    let words: HTML =
      rows.count < figure.table.rows.count
      ? "<p>The first \(rows.count) of \(figure.table.rows.count) rows. All of them: \(file)</p>"
      : "<p>All \(rows.count) rows, also as \(file)</p>"
    let table: HTML = """
      <table>
      <thead>
      \(row(figure.table.columns, "th"))</thead>
      <tbody>
      \(rows.map { row($0, "td") }.joined())</tbody>
      </table>
      """
    return words + "\n" + table.scrollingInsideItself
  }
}
