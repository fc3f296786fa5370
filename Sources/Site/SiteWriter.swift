import AnswerChecks
import Foundation
import LabKit

/// Makes the pages of a site from what the project holds.
struct SiteWriter {
  let project: Workspace
  let map: SiteMap
  let labs: [CourseLab]
  let reference: Reference?
  /// The figures by the addresses of their pages, and those addresses in order.
  var figures: [String: CourseFigure]
  let figureOrder: [String]
  /// The HTML of each page's Markdown, by place.
  private let manuscripts: [String: HTML]
  /// Files and folders that pages link to and that aren't pages themselves.
  var shown: Set<String> = []
  /// Drawings beside the pages that show them.
  var drawings: Set<String> = []

  init(of project: Workspace, pandoc: Pandoc, reference: Reference?) throws(SiteError) {
    self.project = project
    self.reference = reference
    let map = try SiteMap(of: project)
    self.map = map
    labs = try CourseLab.all(of: project)
    let all = try CourseFigure.all(of: project)
    figureOrder = all.map(\.address)
    figures = Dictionary(all.map { ($0.address, $0) }) { first, _ in first }
    manuscripts = try Self.manuscripts(map, pandoc)
  }

  private static func manuscripts(_ map: SiteMap, _ pandoc: Pandoc) throws(SiteError) -> [String: HTML] {
    do {
      let pages = try map.pages.sideBySide { place in
        HTML(try pandoc.html(of: map.root.appending(path: place), place: place))
      }
      return Dictionary(uniqueKeysWithValues: zip(map.pages, pages))
    } catch let error as SiteError { throw error } catch { throw .internalError("\(error)") }
  }

  /// All pages, in the order in which they are met.
  mutating func pages() throws(SiteError) -> [Page] {
    var pages = try [indexPage()] + labPages()
    for place in textPlaces { pages.append(try textPage(place)) }
    pages.append(allPages())
    pages.append(decisionsPage())
    if let reference { pages.append(codePage(reference)) }
    pages.append(galleryPage())
    pages += figurePages()
    return try pages + filePages()
  }

  /// The files that aren't pages: pictures, data, style, and the reference.
  func otherFiles(_ pages: [Page]) throws(SiteError) -> [String: Data] {
    var files = reference?.files ?? [:]
    for name in ["style.css", "icon.svg"] { files[name] = try project.data(at: "docs/site/\(name)") }
    for place in drawings { if let address = map.address(of: place) { files[address] = try project.data(at: place) } }
    for figure in figures.values {
      files[figure.pictureAddress] = figure.picture
      files[figure.dataAddress] = figure.data
    }
    return files
  }

  /// What stands around each page.
  func frame() throws(SiteError) -> Frame {
    let template = String(decoding: try project.data(at: "docs/site/page.html"), as: UTF8.self)
    return Frame(template: template, navigation: navigation)
  }

  // MARK: The lists that pages make

  /// The places of pages that are neither a lab's nor the index.
  var textPlaces: [String] { map.pages.filter { $0 != SiteMap.indexPlace && !$0.hasPrefix("Labs/") } }

  func html(of place: String) -> HTML { manuscripts[place] ?? "" }

  func title(of place: String) -> String { html(of: place).title ?? place }

  func link(to place: String) -> Link { Link(address: map.address(of: place) ?? place, title: title(of: place)) }

  func entry(of place: String) -> Navigation.Entry {
    Navigation.Entry(link: link(to: place), summary: html(of: place).summary?.firstSentence ?? "")
  }

  var decisionPlaces: [String] { map.pages.filter { $0.hasPrefix("docs/decisions/") } }

  var navigation: Navigation {
    let pages = textPlaces.filter { !decisionPlaces.contains($0) }.map { ($0, entry(of: $0)) }
    return Navigation(
      labs: labs.map { entry(of: $0.place) }, pages: Dictionary(uniqueKeysWithValues: pages),
      decisions: Navigation.Entry(
        link: Link(address: "decisions/index.html", title: "Decisions"),
        summary: "What was decided, why, and at what price: a page each."),
      hasReference: reference != nil)
  }
}

extension String {
  /// Up to and with the first full stop, question or exclamation mark that a space follows.
  var firstSentence: String { firstMatch(of: /^.*?[.?!](?=\s)/.dotMatchesNewlines()).map { String($0.0) } ?? self }

  /// The first so many sentences.
  func sentences(_ count: Int) -> String {
    var rest = self[...]
    var taken: [String] = []
    while taken.count < count, !rest.isEmpty {
      let sentence = String(rest).firstSentence
      taken.append(sentence)
      rest = rest.dropFirst(sentence.count).drop(while: \.isWhitespace)
    }
    return taken.joined(separator: " ")
  }
}
