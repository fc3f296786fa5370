import AnswerChecks
import Foundation

// The pages that are written by hand: labs, guides, decisions, and the index.

extension SiteWriter {
  /// The handouts of the labs, in the order of the course.
  mutating func labPages() throws(SiteError) -> [Page] {
    var pages: [Page] = []
    for (index, lab) in labs.enumerated() {
      var page = Page(
        address: lab.address, title: title(of: lab.place), summary: entry(of: lab.place).summary,
        content: try edited(lab.place, at: lab.address), kind: "lab")
      page.above = [Link(address: "index.html#labs", title: "Labs")]
      page.former = index > 0 ? link(to: labs[index - 1].place) : nil
      page.next = index + 1 < labs.count ? link(to: labs[index + 1].place) : nil
      pages.append(page)
    }
    return pages
  }

  /// A guide, or a decision.
  mutating func textPage(_ place: String) throws(SiteError) -> Page {
    let here = link(to: place)
    var page = Page(
      address: here.address, title: here.title, summary: entry(of: place).summary,
      content: try edited(place, at: here.address))
    if let index = decisionPlaces.firstIndex(of: place) {
      page.above = [Link(address: "decisions/index.html", title: "Decisions")]
      page.former = index > 0 ? link(to: decisionPlaces[index - 1]) : nil
      page.next = index + 1 < decisionPlaces.count ? link(to: decisionPlaces[index + 1]) : nil
    } else if let group = navigation.groups.first(where: { $0.pages.contains { $0.link == here } }) {
      page.above = [Link(address: "pages.html#\(group.anchor)", title: group.title)]
    }
    return page
  }

  /// The page that everybody starts at: what is written for it, a card a lab, and the ways on.
  mutating func indexPage() throws(SiteError) -> Page {
    let address = "index.html"
    let text = try edited(SiteMap.indexPlace, at: address)
    let content = text.text.replacing("<p>{{labs}}</p>", with: cards(on: address).text)
      .replacing("<p>{{ways}}</p>", with: ways(on: address).text)
    return Page(
      address: address, title: text.title ?? "Descent", summary: text.summary ?? "", content: HTML(content),
      hasContents: false, kind: "index")
  }

  private func cards(on address: String) -> HTML {
    let cards = labs.map { lab -> HTML in
      let here = entry(of: lab.place)
      let words = html(of: lab.place).summary?.sentences(2) ?? ""
      // The picture says nothing that the words don't, so readers who don't see it aren't stopped by it.
      let picture =
        figureOrder.compactMap { figures[$0] }.first { $0.lab == lab.command }
        .map { $0.image(on: address).text.replacing(/alt="[^"]*"/, with: "alt=\"\"") } ?? ""
      return """
        <li class="card">\(HTML(picture))
        <h3><a href="\(SitePath.link(from: address, to: lab.address))">\(here.link.title)</a></h3>
        <p>\(words)</p>
        <p class="count">\(lab.exercises.count) exercises, \(lab.points) points</p></li>

        """
    }
    return "<ol class=\"cards\">\n\(cards.joined())</ol>"
  }

  private func ways(on address: String) -> HTML {
    let ways = navigation.groups.map { group -> HTML in
      let links = group.pages.prefix(4).map { item($0.link, on: address) }.joined()
      return """
        <li><h3>\(group.title)</h3>
        <p>\(group.sentence)</p>
        <ul>
        \(links)<li><a href="pages.html#\(group.anchor)">All pages \(group.title.lowercasedFirst)</a></li>
        </ul></li>

        """
    }
    return "<ul class=\"ways\">\n\(ways.joined())</ul>"
  }

  private func item(_ target: Link, on address: String) -> HTML {
    "<li><a href=\"\(SitePath.link(from: address, to: target.address))\">\(target.title)</a></li>\n"
  }
}
