import Foundation

/// The built program, run as a user runs it at quick scale, on the digits that it draws itself.
struct LabProgram {
  /// A folder of its own for the figures.
  let output = FileManager.default.temporaryDirectory.appending(path: "initializers-\(UUID().uuidString)")

  /// Runs it; returns the exit status and what it said on standard error.
  ///
  /// - Parameters:
  ///   - words: further options.
  ///   - prefix: a command that starts it, as `taskset`.
  ///   - kernel: OpenBLAS's, where one is chosen.
  func run(_ words: [String] = [], through prefix: [String] = [], kernel: String? = nil) throws -> (Int32, String) {
    let process = Process()
    let all = prefix + [Self.file.path, "--dataset", "synthetic", "--output", output.path] + words
    process.executableURL = URL(filePath: all[0])
    process.arguments = Array(all.dropFirst())
    process.environment = ProcessInfo.processInfo.environment
    process.environment?["OPENBLAS_CORETYPE"] = kernel
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let complaints = Pipe()
    process.standardError = complaints
    try process.run()
    let said = try complaints.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  /// All files by name, and of the manifest what has to be the same bytes.
  func files() throws -> [String: Data] {
    let folder = output.appending(path: "initializers")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.reduce(into: [:]) { files, name in
      let data = try Data(contentsOf: folder.appending(path: name))
      files[name] = name == "manifest.json" ? try Self.reproducible(data) : data
    }
  }

  /// Removes the figures.
  func clean() { try? FileManager.default.removeItem(at: output) }

  private static func reproducible(_ manifest: Data) throws -> Data {
    var record = try JSONSerialization.jsonObject(with: manifest) as? [String: Any] ?? [:]
    for key in ["environment", "seconds", "measured"] { record[key] = nil }
    return try JSONSerialization.data(withJSONObject: record, options: .sortedKeys)
  }

  /// The programs of the package lie beside the test program.
  private static let file = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "initializers")
}
