import Foundation

/// Runs of the program `descent` that lies beside the test program.
struct DescentRun {
  let status: Int32
  let output: String
  let errorOutput: String

  static let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "descent")

  /// Whether this build has the program, as every whole build has.
  static let isBuilt = FileManager.default.isExecutableFile(atPath: program.path)

  /// Runs it in the package's folder until it ends.
  ///
  /// - Parameter variables: set on top of the environment.
  init(_ arguments: [String], scratch: WorkFolder, variables: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = WorkspaceTests.root
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    let names = ["out", "err"].map { "\($0)-\(UUID().uuidString)" }
    for name in names { try scratch.write(Data(), to: name) }
    // Files, not pipes: a long output can't fill them.
    let handles = try names.map { try FileHandle(forWritingTo: scratch.url.appending(path: $0)) }
    (process.standardOutput, process.standardError) = (handles[0], handles[1])
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { try String(contentsOf: scratch.url.appending(path: $0), encoding: .utf8) }
    (status, output, errorOutput) = (process.terminationStatus, texts[0], texts[1])
  }
}

/// A folder's files by their places.
func filesBelow(_ folder: URL) throws -> [String: Data] {
  try FileManager.default.subpathsOfDirectory(atPath: folder.path).reduce(into: [:]) { files, name in
    let file = folder.appending(path: name)
    if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
      files[name] = try Data(contentsOf: file)
    }
  }
}
