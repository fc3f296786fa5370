import Foundation

/// How compilers are run: plainly on a student's own machine, sealed off where strangers' files are compiled.
public protocol ToolRunner: Sendable {
  /// Runs `arguments`, the first of which is a program's name or path, in `folder`.
  func run(_ arguments: [String], in folder: URL) throws -> ToolResult
}

/// What one run of a tool gave.
public struct ToolResult: Sendable, Equatable {
  /// 0 where it was content.
  public var status: Int32
  /// Standard output and error as they came.
  public var output: String
  /// How it was ended, where a limit or a signal did that: one sentence.
  public var ending: String?

  /// What one run of a tool gave.
  public init(status: Int32, output: String, ending: String? = nil) {
    self.status = status
    self.output = output
    self.ending = ending
  }
}

/// Runs a build tool as this user and gathers what it says.
public struct BuildTool: ToolRunner {
  private let environment: [String: String]

  /// Runs tools plainly, with `environment` added to this process's own.
  public init(environment: [String: String] = [:]) { self.environment = environment }

  /// Runs `arguments` in `folder`.
  public func run(_ arguments: [String], in folder: URL) throws -> ToolResult {
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
    return ToolResult(status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
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
