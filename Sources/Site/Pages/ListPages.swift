import Foundation

// Pages that list other pages, and those that show what lies in the project as it is.

extension SiteWriter {
  /// Every page of the course, by whom it is for.
  func allPages() -> Page {
    let address = "pages.html"
    var content: HTML = "<h1>All pages</h1>\n"
    content += section("Labs", "labs", navigation.labs, on: address)
    for group in navigation.groups { content += section(group.title, group.anchor, group.pages, on: address) }
    var others = [
      Navigation.Entry(
        link: Link(address: "figures/index.html", title: "Figures"),
        summary: "All figures of the lectures, with their data.")
    ]
    if reference != nil {
      others.append(Navigation.Entry(link: Reference.link, summary: "The reference of the code, room by room."))
    }
    content += section("Figures and code", "figures-and-code", others, on: address)
    return Page(
      address: address, title: "All pages", summary: "Every page of the course.", content: content, hasContents: false)
  }

  /// The decisions, a line each.
  func decisionsPage() -> Page {
    let address = "decisions/index.html"
    let content: HTML = """
      <h1>Decisions</h1>
      <p>What was decided about the building of Descent, why, and at what price.</p>
      \(list(decisionPlaces.map { entry(of: $0) }, on: address))
      """
    var page = Page(
      address: address, title: "Decisions", summary: "What was decided about the building of Descent, and why.",
      content: content, hasContents: false)
    page.above = [Link(address: "pages.html#for-authors", title: "For authors")]
    return page
  }

  /// The rooms of the code, and the ways into their reference.
  func codePage(_ reference: Reference) -> Page {
    let rooms = reference.rooms.map {
      Navigation.Entry(link: Link(address: $0.address, title: $0.name), summary: $0.summary)
    }
    let content: HTML = """
      <h1>The code</h1>
      <p>What each public room of the project offers, made from the comments in the code by DocC. Those pages need a browser \
      that runs their script; all others of this site need none.</p>
      \(list(rooms, on: Reference.pageAddress))
      """
    return Page(
      address: Reference.pageAddress, title: "The code", summary: "The reference of the code, room by room.",
      content: content, hasContents: false)
  }

  private func section(_ title: String, _ anchor: String, _ entries: [Navigation.Entry], on address: String) -> HTML {
    "<h2 id=\"\(anchor)\">\(title)</h2>\n\(list(entries, on: address))\n"
  }

  private func list(_ entries: [Navigation.Entry], on address: String) -> HTML {
    let items = entries.map { entry -> HTML in
      """
      <li><a href="\(SitePath.link(from: address, to: entry.link.address))">\(entry.link.title)</a> \
      <span>\(entry.summary)</span></li>

      """
    }
    return "<ul class=\"pages\">\n\(items.joined())</ul>"
  }

  // MARK: Files of the project

  /// What pages link to and what is no page itself: files as code, folders as lists of their files.
  mutating func filePages() throws(SiteError) -> [Page] {
    var pages: [Page] = []
    for place in shown.sorted() where isFolder(place) {
      pages.append(try folderPage(place))
    }
    for place in shown.sorted() where !isFolder(place) { pages.append(try filePage(place)) }
    return pages
  }

  private func isFolder(_ place: String) -> Bool { map.address(of: place)?.hasSuffix("/index.html") == true }

  /// A folder's files, which get pages of their own.
  private mutating func folderPage(_ place: String) throws(SiteError) -> Page {
    let address = map.address(of: place) ?? place
    var items: HTML = ""
    for name in try SiteMap.names(in: place, of: project.root) {
      let file = "\(place)/\(name)"
      guard let target = map.address(of: file), !isFolder(file), isText(file) else {
        items += "<li><code>\(name)</code></li>\n"
        continue
      }
      if target.hasPrefix("source/") { shown.insert(file) }
      let title = exercise(at: file).map { "\($0.id) \($0.title)" }
      items +=
        "<li><a href=\"\(SitePath.link(from: address, to: target))\"><code>\(name)</code></a> \(title ?? "")</li>\n"
    }
    var page = Page(
      address: address, title: place, summary: "The files in \(place).",
      content: "<h1><code>\(place)</code></h1>\n<ul>\n\(items)</ul>\n", hasContents: false, kind: "file")
    page.above = above(place)
    return page
  }

  private func filePage(_ place: String) throws(SiteError) -> Page {
    guard isText(place) else { throw .badData("\(place) is no text that a page can show; link to something else.") }
    let text = String(decoding: try project.data(at: place), as: UTF8.self)
    let name = place.split(separator: "/").last.map(String.init) ?? place
    var title = name
    var words: HTML = "<p>The file <code>\(place)</code> of the project.</p>"
    if let lab = labs.first(where: { place.hasPrefix("Labs/\($0.name)/") }), let exercise = exercise(at: place) {
      title = "\(exercise.id) \(exercise.title)"
      words = """
        <p>The file <code>\(place)</code>, as it is handed out. Fill it in, then ask whether it is right: \
        <code>make check LAB=\(lab.command)</code></p>
        """
    }
    var page = Page(
      address: map.address(of: place) ?? place, title: title, summary: "The file \(place) of the project.",
      content: "<h1>\(title)</h1>\n\(words)\n<pre><code>\(text)</code></pre>\n", hasContents: false, kind: "file")
    page.above = above(place)
    return page
  }

  private func isText(_ place: String) -> Bool {
    guard let data = try? project.data(at: place), data.count <= 200_000 else { return false }
    return String(data: data, encoding: .utf8) != nil
  }

  private func exercise(at place: String) -> CourseLab.Exercise? {
    labs.lazy.flatMap(\.exercises).first { $0.place == place }
  }

  private func above(_ place: String) -> [Link] {
    guard let lab = labs.first(where: { place.hasPrefix("Labs/\($0.name)/") }) else { return [] }
    return [Link(address: "index.html#labs", title: "Labs"), link(to: lab.place)]
  }
}
