import Foundation

/// A program of the system that the site is made with, found on the `PATH`.
public struct Tool: Sendable {
  /// The program's file.
  public let file: URL

  /// What a run printed, and how it ended.
  struct Outcome {
    var status: Int32
    var output: Data
    var errorOutput: String
  }

  /// A program whose file is known.
  public init(file: URL) { self.file = file }

  /// Looks for a program.
  ///
  /// - Parameters:
  ///   - name: as it is typed.
  ///   - path: folders separated by colons; the environment's `PATH` by default.
  ///   - remedy: what to do where there is none, a sentence.
  /// - Throws: `SiteError` with status 69 where no folder has it.
  public init(named name: String, on path: String? = nil, remedy: String) throws(SiteError) {
    let path = path ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
    let files = path.split(separator: ":").map { URL(filePath: String($0)).appending(path: name) }
    guard let file = files.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
      throw .unavailable("The program \(name) is needed for the site, and isn't here. \(remedy)")
    }
    self.file = file
  }

  /// Runs it to its end with an empty input.
  ///
  /// - Parameters:
  ///   - arguments: what follows its name.
  ///   - variables: set on top of the environment.
  /// - Throws: `SiteError` where it can't be started, or what it prints can't be kept.
  func run(_ arguments: [String], variables: [String: String] = [:]) throws(SiteError) -> Outcome {
    do {
      // Files, not pipes: a long output can't fill them.
      let scratch = try ScratchFolder()
      let output = try scratch.emptyFile("output")
      let errors = try scratch.emptyFile("errors")
      let process = Process()
      process.executableURL = file
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(variables) { _, new in new }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus, output: try Data(contentsOf: output),
        errorOutput: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    } catch {
      throw .internalError("\(file.path) can't be run: \(error.localizedDescription)")
    }
  }
}

/// A folder of our own, gone when nobody holds it any more.
final class ScratchFolder: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "descent-site-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func emptyFile(_ name: String) throws -> URL {
    let file = folder.appending(path: name)
    try Data().write(to: file)
    return file
  }
}
