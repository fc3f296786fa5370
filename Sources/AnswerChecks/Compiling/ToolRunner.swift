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
