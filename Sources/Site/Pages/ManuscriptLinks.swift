import Foundation

// From the links of Markdown, which lead from file to file, to those of pages.

extension SiteWriter {
  /// The HTML of a place as it stands at an address: links lead from page to page, and figures have all that belongs to them.
  mutating func edited(_ place: String, at address: String) throws(SiteError) -> HTML {
    let linked = try withPageLinks(html(of: place), in: place, at: address)
    var blocks = FigureBlocks(page: Link(address: address, title: title(of: place)), figures: figures)
    let html = blocks.inserted(into: linked)
    for (figure, seen) in blocks.seen {
      if figures[figure]?.seen == nil, !seen.isEmpty { figures[figure]?.seen = seen }
      let discussion = Link(address: "\(address)#\(FigureBlocks.anchor(of: figure))", title: blocks.page.title)
      figures[figure]?.discussions.append(discussion)
    }
    return html.scrollingInsideItself
  }

  /// Puts the addresses of pages in the place of those of files.
  private mutating func withPageLinks(_ html: HTML, in place: String, at address: String) throws(SiteError) -> HTML {
    var targets: [String: Target] = [:]
    for link in html.links where targets[link] == nil { targets[link] = try target(of: link, in: place) }
    shown.formUnion(targets.values.filter { $0.address.hasPrefix("source/") }.map(\.place))
    drawings.formUnion(targets.values.map(\.place).filter { SiteMap.drawingAddress($0) != nil })
    return html.withLinks { link in
      guard let target = targets[link] else { return link }
      return SitePath.link(from: address, to: target.address) + target.anchor
    }
  }

  /// Where a link of a page leads.
  private struct Target {
    var place: String
    var address: String
    /// With its `#`, or empty.
    var anchor: String
  }

  /// Returns nil for a link within the page or out of the project.
  ///
  /// - Throws: `SiteError` with status 65 where it leads to what isn't there.
  private func target(of link: String, in place: String) throws(SiteError) -> Target? {
    guard !link.isEmpty, !link.hasPrefix("#"), !SitePath.isExternal(link) else { return nil }
    let parts = SitePath.parts(of: link)
    guard let path = SitePath.resolve(parts.path, from: place), let address = map.address(of: path) else {
      let remedy = link.hasSuffix(".png") ? "; draw it: make lecture-figures" : "."
      throw .badData("\(place) leads to \(link), which isn't there\(remedy)")
    }
    if FigurePlace(path) != nil, figures[address] == nil {
      throw .badData("\(place) shows \(path), which no manifest.json names; draw it again: make lecture-figures")
    }
    return Target(place: path, address: address, anchor: parts.anchor.map { "#\($0)" } ?? "")
  }
}
