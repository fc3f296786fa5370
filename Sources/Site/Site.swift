import AnswerChecks
import Datasets
import Foundation
import LabKit

/// The course as a site: pages that need no script, no server of their own and no network.
///
/// It is a value: all files by their addresses, made of the project's pages, figures and comments. The same sources give the
/// same files.
public struct Site: Sendable {
  /// What each address holds, as `labs/optimizers/index.html`.
  public let files: [String: Data]
  /// The addresses of the pages that are the course's own, in order: all but those of the reference.
  public let pages: [String]

  /// The file that tells a site from any other folder: the checksum and address of each of its files.
  public static let mark = ".descent-site"

  /// Makes the site of a project.
  ///
  /// - Parameters:
  ///   - project: the whole project.
  ///   - pandoc: what makes HTML of Markdown.
  ///   - reference: the pages about the code; without them no page leads there.
  /// - Throws: `SiteError` with status 65 where a page names a figure or a file that isn't there, or a link leads nowhere.
  public init(of project: Workspace, pandoc: Pandoc, reference: Reference? = nil) throws(SiteError) {
    var writer = try SiteWriter(of: project, pandoc: pandoc, reference: reference)
    let pages = try writer.pages()
    var files = try writer.otherFiles(pages)
    let frame = try writer.frame()
    for page in pages { files[page.address] = Data(frame.page(page).utf8) }
    self.pages = pages.map(\.address).sorted()
    self.files = files
    let broken = brokenLinks
    guard broken.isEmpty else { throw .badData(broken.joined(separator: "\n")) }
  }

  /// Writes it into a folder: a new one, an empty one, or that of an older site, of which nothing is left.
  ///
  /// - Throws: `SiteError` where something else lies there, which would be lost (64), or a file can't be written (73).
  public func write(to folder: URL) throws(SiteError) {
    let manager = FileManager.default
    let present = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
    guard present.isEmpty || present.contains(Self.mark) else {
      throw .usage("\(folder.relativePath) holds something else than a site; name a new folder, or empty this one.")
    }
    for address in Self.marked(in: folder) where files[address] == nil {
      try? manager.removeItem(at: folder.appending(path: address))
    }
    do throws(LabError) {
      // The mark first: a run that is cut off leaves a folder that the next one may write to.
      try WholeFile.write(Data(checksums.utf8), to: folder.appending(path: Self.mark))
      for (address, data) in files.sorted(by: { $0.key < $1.key }) {
        let file = folder.appending(path: address)
        if (try? Data(contentsOf: file)) != data { try WholeFile.write(data, to: file) }
      }
    } catch { throw .unwritable(error.description) }
  }

  private var checksums: String {
    files.sorted { $0.key < $1.key }.map { "\(SHA256.digest(Array($0.value)))  \($0.key)\n" }.joined()
  }

  /// The addresses that an older site has in this folder.
  private static func marked(in folder: URL) -> [String] {
    let text = (try? String(contentsOf: folder.appending(path: mark), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let address = line.split(separator: " ", maxSplits: 1).last.map { $0.drop { $0 == " " } }
      guard let address, SitePath.resolve(String(address), from: "") == String(address) else { return nil }
      return String(address)
    }
  }

  /// A sentence for each link of the course's own pages that leads nowhere on the site.
  var brokenLinks: [String] {
    let html = pages.map { ($0, HTML(String(decoding: files[$0] ?? Data(), as: UTF8.self))) }
    let anchors = Dictionary(uniqueKeysWithValues: html.map { ($0, $1.anchors) })
    return html.flatMap { address, page in
      page.links.filter { !SitePath.isExternal($0) }.compactMap { link in
        let parts = SitePath.parts(of: link)
        let target = parts.path.isEmpty ? address : SitePath.resolve(parts.path, from: address)
        guard let target, files[target] != nil else { return "\(address) links to \(link), which isn't on the site." }
        guard let anchor = parts.anchor, let known = anchors[target], !known.contains(anchor) else { return nil }
        return "\(address) links to \(link), and there is no such place on that page."
      }
    }
  }
}
