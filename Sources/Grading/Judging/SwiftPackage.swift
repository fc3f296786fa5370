import AnswerChecks
import Foundation

/// A package on disk as `swift build` and `swift test` know it.
///
/// The package manager's lock isn't waited for: whoever runs this program through it (`swift run`, `swift test`) holds that
/// lock already.
struct SwiftPackage: Sendable {
  /// The folder of Package.swift.
  let root: URL
  private let place: [String]

  /// How often a build that meets another one is tried again, a second in between.
  private static let turns = 600

  /// The package at `root`, built in its own `.build`.
  init(root: URL) {
    self.root = root
    place = ["--package-path", root.path, "--ignore-lock"]
  }

  /// The package that this very program was built from, in the folder where that was done: nothing is built twice.
  ///
  /// - Parameter program: the path of this program.
  init(root: URL, builtWith program: String) {
    self.root = root
    let folder = URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent()
    let scratch = folder.deletingLastPathComponent().deletingLastPathComponent()
    let isBuildFolder = FileManager.default.fileExists(atPath: scratch.appending(path: "workspace-state.json").path)
    place =
      ["--package-path", root.path, "--ignore-lock"]
      + (isBuildFolder ? ["--scratch-path", scratch.path, "--configuration", folder.lastPathComponent] : [])
  }

  /// Where the package manager puts programs, modules and objects.
  func binaries() throws(GradingError) -> URL {
    let found = try run(["swift", "build"] + place + ["--show-bin-path"])
    guard found.status == 0, let line = found.output.split(separator: "\n").last else {
      throw .internalError("swift build doesn't say where it puts programs: \(found.output)")
    }
    return URL(filePath: String(line))
  }

  /// Builds what `arguments` name, or throws `sentence` with the first errors.
  func build(_ arguments: [String], otherwise sentence: String) throws(GradingError) {
    var built = try run(["swift", "build"] + place + arguments)
    // Several graders may share one project on one disk; swift build refuses where it should wait for its turn.
    for _ in 0..<Self.turns where built.status != 0 && built.output.contains("database is locked") {
      Thread.sleep(forTimeInterval: 1)
      built = try run(["swift", "build"] + place + arguments)
    }
    if built.status == 0 { return }
    let errors = built.output.split(separator: "\n").filter { $0.contains("error:") }.prefix(5)
    throw .internalError(sentence + "\n" + errors.joined(separator: "\n"))
  }

  /// Runs the tests that are built; returns what came of it, whether or not they pass.
  func test(environment: [String: String]) throws(GradingError) -> ToolResult {
    try run(["swift", "test"] + place + ["--skip-build", "--disable-automatic-resolution"], environment: environment)
  }

  /// Runs a tool in the package's folder, for all labs.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws(GradingError) -> ToolResult {
    do { return try BuildTool(environment: environment).run(["-u", "DESCENT_LAB"] + arguments, in: root) } catch {
      throw .unavailable("\(arguments[0]) can't be started: \(error.localizedDescription)")
    }
  }
}
