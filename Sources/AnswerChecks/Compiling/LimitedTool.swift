import Foundation

/// Runs a tool under limits, alone or behind a launcher that seals it off, and ends all that it started.
public struct LimitedTool: ToolRunner {
  private let launcher: [String]
  private let environment: [String: String]
  private let limits: Limits

  /// - Parameters:
  ///   - launcher: what stands before the tool, as in `AnswersRunner`.
  ///   - environment: all of the tool's environment.
  ///   - limits: what it may use.
  public init(launcher: [String] = [], environment: [String: String], limits: Limits) {
    self.launcher = launcher
    self.environment = environment
    self.limits = limits
  }

  /// Runs `arguments` in `folder`; without a launcher the first is looked for on the environment's `PATH`.
  ///
  /// The result's `ending` goes on from the tool's name: "needed more than 30 seconds of processor time."
  ///
  /// - Throws: `LaunchError` where it can't be started.
  public func run(_ arguments: [String], in folder: URL) throws -> ToolResult {
    let plain = launcher.isEmpty ? ["/usr/bin/env"] + arguments : arguments
    let command = Child.Command(
      launcher: launcher, arguments: plain, environment: environment, folder: folder.path)
    let outcome = try Gate.oneChildACore.whileOpen {
      try Child(command, replyDescriptor: 20, limits: limits).run(request: Data(), expecting: .max)
    }
    let output = String(decoding: outcome.output + outcome.errorOutput, as: UTF8.self)
    switch outcome.end {
    case .replied: return ToolResult(status: 0, output: output)
    case .exited(let status): return ToolResult(status: status, output: output)
    case .processorLimit: return ended(by: SIGXCPU, output)
    case .wallLimit:
      let ending = "was still running after \(limits.wallSeconds) seconds."
      return ToolResult(status: 128 + SIGKILL, output: output, ending: ending)
    case .signaled(let signal): return ended(by: signal, output)
    }
  }

  private func ended(by signal: Int32, _ output: String) -> ToolResult {
    let ending = Self.ending(bySignal: signal, limits: limits, errorOutput: output)
    return ToolResult(status: 128 + signal, output: output, ending: ending)
  }

  /// What a signal that ended a tool tells of these limits.
  package static func ending(bySignal signal: Int32, limits: Limits, errorOutput: String) -> String {
    switch signal {
    case SIGXCPU: "needed more than \(limits.cpuSeconds) seconds of processor time."
    case SIGXFSZ: "wrote more than \(limits.fileBytes >> 20) MB to a file."
    case SIGABRT where AnswersRunner.failedAllocation(in: Data(errorOutput.utf8)):
      "needed more than \(limits.memoryBytes >> 20) MB of memory."
    default: "was ended by signal \(signal)."
    }
  }
}
