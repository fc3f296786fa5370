import Datasets
import Foundation

/// A folder that `descent` takes for a copy of the project, with a data set `toy` of one file.
struct ToyProject {
  static let size = 100_000
  /// The file's bytes: no two pieces of it are alike.
  static let bytes = (0..<size).map { index in UInt8(truncatingIfNeeded: (index &* 2_654_435_761) >> 13) }
  private static let digest = SHA256.digest(bytes)

  let root: URL
  private let descent = Program("descent")

  /// - Parameter addresses: of the toy's folder, as `http://127.0.0.1:80/toy`.
  init(addresses: [String] = ["http://127.0.0.1:9"]) throws {
    root = FileManager.default.temporaryDirectory.appending(path: "descent-toy-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root.appending(path: "Labs"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: root.appending(path: "datasets"), withIntermediateDirectories: true)
    try Data().write(to: root.appending(path: "Package.swift"))
    let file = DatasetFile(
      path: "toy/a.bin", bytes: Self.size, sha256: Self.digest,
      addresses: addresses.compactMap { URL(string: $0 + "/a.bin") })
    let page = URL(filePath: "/")
    let toy = Dataset(
      name: "toy", title: "Toy numbers", licence: "CC0", citation: "Nobody: Toys. 2024", page: page, files: [file])
    try JSONEncoder().encode(Catalogue(sets: [toy])).write(to: catalogue)
  }

  func remove() { try? FileManager.default.removeItem(at: root) }

  var catalogue: URL { Catalogue.file(ofProject: root) }
  var folder: URL { root.appending(path: "datasets/toy") }
  var place: URL { folder.appending(path: "a.bin") }
  var part: URL { folder.appending(path: "a.bin.part") }

  /// The names of all that lies in the set's folder.
  var contents: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() }

  /// Whether the file is in place, as it should be, and nothing else is.
  var isWhole: Bool { contents == ["a.bin"] && (try? Data(contentsOf: place)) == Data(Self.bytes) }

  /// Whether the first `count` bytes are kept, and nothing else is here.
  func keeps(_ count: Int) -> Bool {
    contents == ["a.bin.part"] && (try? Data(contentsOf: part)) == Data(Self.bytes[..<count])
  }

  /// Puts bytes where a fetch that was cut off would leave them.
  func leavePart(_ bytes: some Collection<UInt8>) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: part)
  }

  /// No data sets and no proxy of the machine that tests.
  private static let variables = ["DESCENT_DATASETS": "", "no_proxy": "*", "NO_PROXY": "*"]

  /// Runs `descent datasets ...` here.
  func datasets(
    _ arguments: String..., through prefix: [String] = [], variables: [String: String] = [:]
  ) throws -> Program.Result {
    try descent.run(
      ["datasets"] + arguments, in: root, through: prefix,
      variables: Self.variables.merging(variables) { _, new in new })
  }

  /// `descent datasets ...` ready to start here.
  func process(_ arguments: String...) -> Process {
    let process = descent.process(["datasets"] + arguments, in: root, variables: Self.variables)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }
}
