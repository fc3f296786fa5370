import AnswerChecks
import Foundation

/// Where each file of the project stands on the site. Places are relative to the project's folder, addresses to the site's.
struct SiteMap: Sendable {
  let root: URL
  /// The places of Markdown that becomes pages, in order; the index page comes first.
  let pages: [String]

  /// What the project's README is on the site.
  static let indexPlace = "docs/site/index.md"

  /// - Throws: `SiteError` with status 74 where a folder can't be read.
  init(of project: Workspace) throws(SiteError) {
    root = project.root
    let labs = project.labs().map { "Labs/\($0.name)/README.md" }
    var pages = [Self.indexPlace] + labs
    for folder in ["docs", "docs/decisions", "docs/transcripts"] where project.has(folder) {
      pages += try Self.names(in: folder, of: project.root).filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
    }
    for place in ["datasets/README.md", "CONTRIBUTING.md"] where project.has(place) { pages.append(place) }
    self.pages = pages
  }

  /// The address of a place: a page, a figure's page, or a page that shows the file or lists the folder as it is.
  ///
  /// Returns nil where the project has no such place.
  func address(of place: String) -> String? {
    if pages.contains(place) { return Self.pageAddress(place) }
    switch place {
    case "README.md", "": return "index.html"
    case "docs": return "pages.html"
    case "docs/figures": return "figures/index.html"
    case "docs/decisions": return "decisions/index.html"
    default: break
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.appending(path: place).path, isDirectory: &isFolder) else {
      return nil
    }
    if let figure = FigurePlace(place) { return figure.address }
    if let drawing = Self.drawingAddress(place) { return drawing }
    return isFolder.boolValue ? "source/\(place)/index.html" : "source/\(place).html"
  }

  /// The address of a drawing that lies beside the pages, as docs/rooms.svg: itself. Nil for all other places.
  static func drawingAddress(_ place: String) -> String? {
    place.wholeMatch(of: /docs\/([^\/]+\.svg)/).map { String($0.1) }
  }

  private static func pageAddress(_ place: String) -> String {
    let parts = place.split(separator: "/").map(String.init)
    switch parts[0] {
    case "Labs": return "labs/\(command(of: parts[1]))/index.html"
    case "docs" where place == indexPlace: return "index.html"
    case "docs": return parts.dropFirst().joined(separator: "/").replacing(/\.md$/, with: ".html")
    case "datasets": return "datasets.html"
    default: return place.lowercased().replacing(/\.md$/, with: ".html")
    }
  }

  private static func command(of lab: String) -> String {
    LabFolder(name: lab, workspace: Workspace(root: URL(filePath: "/"))).command
  }

  /// The names in a folder, in order, without hidden ones.
  static func names(in folder: String, of root: URL) throws(SiteError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        .filter { !$0.hasPrefix(".") }.sorted()
    } catch { throw .unreadable("\(folder) can't be read: \(error.localizedDescription)") }
  }
}

/// A picture of docs/figures by its place.
struct FigurePlace: Equatable {
  let lab: String
  let name: String

  init?(_ place: String) {
    guard let match = place.wholeMatch(of: /docs\/figures\/([^\/]+)\/([^\/]+)\.png/) else { return nil }
    lab = String(match.1)
    name = String(match.2)
  }

  var address: String { "figures/\(lab)/\(name).html" }
}

extension Workspace {
  func has(_ place: String) -> Bool { FileManager.default.fileExists(atPath: root.appending(path: place).path) }

  /// Reads a file of the project.
  ///
  /// - Throws: `SiteError` with status 74.
  func data(at place: String) throws(SiteError) -> Data {
    do { return try Data(contentsOf: root.appending(path: place)) } catch {
      throw .unreadable("\(place) can't be read: \(error.localizedDescription)")
    }
  }
}
