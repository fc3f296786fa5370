import AnswerChecks
import Foundation
import Testing

/// The rooms of the package, as its manifest has them.
///
/// A room is named by its folder: `Plotting` in `Sources`, `LabProofs` in `Tests`. The labs have rooms of the same
/// names, as `Exercises`; they are taken together.
struct House: Sendable {
  /// What the rooms import, by their names: other rooms, and libraries of other packages.
  let imports: [String: Set<String>]
  /// The folders of each room, from the package's folder on: one, or one for each lab.
  let folders: [String: Set<String>]
  /// What `swift run` knows.
  let programs: Set<String>

  /// The package's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The package is read once.
  private static let read = Result { try House(manifest: .read()) }

  static func whole() throws -> House { try read.get() }

  /// A text of the project.
  static func text(_ place: String) throws -> String {
    try String(contentsOf: root.appending(path: place), encoding: .utf8)
  }

  init(manifest: Manifest) {
    var imports: [String: Set<String>] = [:]
    var folders: [String: Set<String>] = [:]
    let rooms = manifest.targets.filter { $0.type != "test" }
    let names = Dictionary(uniqueKeysWithValues: rooms.map { ($0.name, $0.room) })
    for target in rooms {
      let others = target.dependencies.map { names[$0.name] ?? $0.name }
      imports[target.room, default: []].formUnion(others.filter { $0 != target.room })
      folders[target.room, default: []].insert(target.folder)
    }
    self.imports = imports
    self.folders = folders
    programs = Set(manifest.products.filter(\.isProgram).map(\.name))
  }

  /// What a picture has to show: each import that doesn't follow from others.
  var arrows: Set<Arrow> {
    var arrows: Set<Arrow> = []
    for (room, others) in imports {
      for other in others where imports[other] != nil {
        let isReached = others.contains { $0 != other && reach($0).contains(other) }
        if !isReached { arrows.insert(Arrow(from: room, to: other)) }
      }
    }
    return arrows
  }

  /// All that a room imports, at once or through others.
  private func reach(_ room: String) -> Set<String> {
    (imports[room] ?? []).reduce(into: []) { $0.formUnion(reach($1).union([$1])) }
  }
}

/// One room imports another.
struct Arrow: Hashable, CustomStringConvertible {
  let from: String
  let to: String

  var description: String { "\(from) -> \(to)" }
}

/// What the package manager says of the manifest.
struct Manifest: Decodable {
  struct Target: Decodable {
    let name: String
    let type: String
    let path: String?
    let dependencies: [Dependency]

    /// `Sources/Plotting`, `Labs/Dropout/Lab`.
    var folder: String {
      let parts = (path ?? "Tests/\(name)").split(separator: "/")
      return parts.prefix(parts.first == "Labs" ? 3 : 2).joined(separator: "/")
    }

    var room: String { folder.split(separator: "/").last.map(String.init) ?? name }
  }

  /// A target or a library of another package: an object whose one key is its kind, with an array that starts with its
  /// name.
  struct Dependency: Decodable {
    let name: String

    private enum Kind: String, CodingKey, CaseIterable { case byName, product, target }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Kind.self)
      guard let kind = container.allKeys.first else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "A dependency of a kind that isn't known."))
      }
      var values = try container.nestedUnkeyedContainer(forKey: kind)
      name = try values.decode(String.self)
    }
  }

  struct Product: Decodable {
    let name: String
    let type: [String: [String]?]

    var isProgram: Bool { type.keys.contains("executable") }
  }

  let targets: [Target]
  let products: [Product]

  /// Asks in a folder of its own, since the package's build folder may be locked, and for all labs.
  static func read() throws -> Manifest {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "descent-house-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let command = "exec swift package --scratch-path \"$0\" --manifest-cache none dump-package 2>/dev/null"
    let result = try BuildTool().run(["-u", "DESCENT_LAB", "bash", "-c", command, scratch.path], in: House.root)
    try #require(result.status == 0, "swift package dump-package fails in \(House.root.path).")
    return try JSONDecoder().decode(Manifest.self, from: Data(result.output.utf8))
  }
}
