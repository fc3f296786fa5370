import AnswerChecks
import Foundation

/// The reference of the code: what the comments of each public room say, as pages that DocC makes.
///
/// It is strict: a public declaration without a comment, or a comment that DocC warns about, and there is no reference.
/// Its pages need a script, which is DocC's own; it asks for no other server.
public struct Reference: Sendable {
  /// A room of the project whose declarations others may use.
  struct Room: Sendable {
    let name: String
    /// One sentence: the first paragraph of its article.
    let summary: String

    /// Where its pages begin.
    var address: String { "\(Reference.folder)/documentation/\(name.lowercased())/index.html" }
  }

  /// What each address holds.
  let files: [String: Data]
  let rooms: [Room]

  /// The rooms in the order in which a reader meets them.
  public static let roomNames = [
    "NumericCore", "DeepLearning", "Techniques", "Plotting", "Datasets", "AnswerWire", "AnswerChecks", "LabKit",
  ]

  static let folder = "reference"
  /// The page without a script that leads there.
  static let pageAddress = "code.html"
  static let link = Link(address: pageAddress, title: "The code")

  /// Makes the reference of rooms that are built.
  ///
  /// - Parameters:
  ///   - project: the whole project; the articles on its rooms lie in `docs/site/reference`.
  ///   - build: the folder that the rooms were built in, as `.build/debug`.
  /// - Throws: `SiteError` with status 69 where DocC or a built room is missing, 65 where comments aren't as they have to be.
  public init(of project: Workspace, builtIn build: URL) throws(SiteError) {
    try self.init(of: Self.roomNames, in: project, builtIn: build)
  }

  init(of names: [String], in project: Workspace, builtIn build: URL) throws(SiteError) {
    let toolchain = try Toolchain()
    let scratch: ScratchFolder
    do { scratch = try ScratchFolder() } catch {
      throw .unwritable("No folder can be made for the reference: \(error)")
    }
    let graphs = try SymbolGraphs(of: names, builtIn: build, project: project, with: toolchain, in: scratch)
    let undocumented = graphs.undocumented
    guard undocumented.isEmpty else { throw .badData(Self.listed("no comment says what it is", undocumented)) }
    var rooms: [Room] = []
    for name in names {
      let article = String(decoding: try project.data(at: Self.article(on: name)), as: UTF8.self)
      let paragraphs = article.split(separator: "\n\n")
      let summary =
        paragraphs.dropFirst().first.map { String($0).replacing("\n", with: " ").replacing("`", with: "") } ?? ""
      rooms.append(Room(name: name, summary: summary))
    }
    self.rooms = rooms
    files = try Self.archive(graphs, of: project, with: toolchain, in: scratch)
  }

  private static func article(on room: String) -> String { "docs/site/reference/\(room).md" }

  private static func listed(_ problem: String, _ places: [String]) -> String {
    (["\(places.count) \(places.count == 1 ? "place" : "places") in the code where \(problem):"] + places)
      .joined(separator: "\n  ")
  }

  // MARK: DocC

  /// DocC writes members of JSON in the order of its hash tables; with this, that is the same each time.
  private static let sameOrder = ["SWIFT_DETERMINISTIC_HASHING": "1"]

  private static func archive(
    _ graphs: SymbolGraphs, of project: Workspace, with toolchain: Toolchain, in scratch: ScratchFolder
  ) throws(SiteError) -> [String: Data] {
    var warnings: [String] = []
    var archives: [String] = []
    for (room, graph) in graphs.folders {
      let catalogue = scratch.folder.appending(path: "\(room).docc")
      do {
        try FileManager.default.createDirectory(at: catalogue, withIntermediateDirectories: true)
        try project.data(at: article(on: room)).write(to: catalogue.appending(path: "\(room).md"))
      } catch let error as SiteError { throw error } catch { throw .unwritable("\(catalogue.path): \(error)") }
      let archive = scratch.folder.appending(path: "\(room).doccarchive").path
      let outcome = try toolchain.docc.run(
        [
          "convert", catalogue.path, "--additional-symbol-graph-dir", graph.path, "--output-path", archive,
          "--fallback-display-name", room, "--fallback-bundle-identifier", "descent.\(room)",
          "--fallback-default-module-kind", "Room", "--ide-console-output",
        ], variables: sameOrder)
      warnings += complaints(outcome, scratch: scratch, root: project.root)
      archives.append(archive)
    }
    guard warnings.isEmpty else { throw .badData(listed("DocC warns", warnings)) }
    let whole = scratch.folder.appending(path: "reference")
    let outcome = try toolchain.docc.run(
      ["merge"] + archives + [
        "--output-path", whole.path, "--synthesized-landing-page-name", "The code",
        "--synthesized-landing-page-kind", "Descent",
      ], variables: sameOrder)
    guard outcome.status == 0 else { throw .internalError("DocC can't join the rooms: \(outcome.errorOutput)") }
    return try ReferenceFiles(in: whole).files
  }

  /// What DocC warns about, with the place in the project.
  private static func complaints(_ outcome: Tool.Outcome, scratch: ScratchFolder, root: URL) -> [String] {
    let text = outcome.errorOutput + String(decoding: outcome.output, as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init).filter { $0.contains(/(warning|error):/) }
    if lines.isEmpty, outcome.status != 0 { return [text.isEmpty ? "docc ended with status \(outcome.status)" : text] }
    return lines.map { line in
      line.replacing(root.path + "/", with: "")
        .replacing(/^\S*\/([A-Za-z]+)\.docc\/[A-Za-z]+\.md/) { "docs/site/reference/\($0.1).md" }
    }
  }
}
