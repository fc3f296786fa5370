import Foundation

/// A built program, run as a user runs it.
struct Program {
  struct Result {
    let status: Int32
    let output: String
    let errorOutput: String
  }

  private let file: URL

  init(_ name: String) {
    // The programs of the package lie beside the test program.
    file = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: name)
  }

  private init(file: URL) { self.file = file }

  func run(_ arguments: String...) throws -> Result { try run(arguments) }

  /// Runs in `folder`, as an argument of another program where `prefix` names one; `variables` are set on top of the
  /// environment.
  func run(
    _ arguments: [String], in folder: URL = root, through prefix: [String] = [], variables: [String: String] = [:]
  ) throws -> Result {
    let process = process(arguments, in: folder, through: prefix, variables: variables)
    let scratch = FileManager.default.temporaryDirectory.appending(path: "descent-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    // Files, not pipes: a long output can't fill them.
    let handles = try ["out", "err"].map { name in
      let path = scratch.appending(path: name)
      try Data().write(to: path)
      return try FileHandle(forWritingTo: path)
    }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    let texts = try ["out", "err"].map { try String(contentsOf: scratch.appending(path: $0), encoding: .utf8) }
    return Result(status: process.terminationStatus, output: texts[0], errorOutput: texts[1])
  }

  /// The program ready to start, its input empty, its output not yet taken.
  func process(
    _ arguments: [String], in folder: URL = root, through prefix: [String] = [], variables: [String: String] = [:]
  ) -> Process {
    let words = prefix + [file.path] + arguments
    let process = Process()
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// The program on its own in another folder.
  func copied(to folder: URL) throws -> Program {
    let copy = folder.appending(path: file.lastPathComponent)
    try FileManager.default.copyItem(at: file, to: copy)
    return Program(file: copy)
  }

  /// The package's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
