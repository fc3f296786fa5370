import Foundation

/// Runs a build tool and gathers what it says.
enum BuildTool {
  /// What one run gave.
  struct Result {
    let status: Int32
    let output: String
  }

  /// Runs `arguments` in `folder`, with `environment` added to this process's own.
  static func run(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    let pipe = Foundation.Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
  }
}

/// One error that the compiler reported.
struct CompilerError: Hashable {
  let path: String
  let line: Int
  let message: String

  /// The file's name, without its folder.
  var file: String { URL(filePath: path).lastPathComponent }

  /// The errors in a build's output, each once, in the order of first mention.
  ///
  /// A line of interest reads `/path/File.swift:12:5: error: message`; everything else is illustration.
  static func all(in output: String) -> [CompilerError] {
    var seen: Set<CompilerError> = []
    return output.split(separator: "\n").compactMap(parse).filter { seen.insert($0).inserted }
  }

  private static func parse(_ line: Substring) -> CompilerError? {
    let pattern = /^(?<path>\/[^:]*\.swift):(?<line>\d+):\d+: error: (?<message>.*)$/
    guard let match = line.wholeMatch(of: pattern), let number = Int(match.line) else { return nil }
    return CompilerError(path: String(match.path), line: number, message: String(match.message))
  }

  /// The functions that a broken conformance misses: `protocol requires function 'adamStep(weights:...)'`.
  static func missingFunctions(in output: String) -> Set<String> {
    Set(output.matches(of: /protocol requires function '(?<name>\w+)\(/).map { String($0.name) })
  }
}
