import AnswerWire
import Foundation

/// Asks an answers program: sends inputs, returns outputs, and says how it ended where they are missing.
public struct AnswersRunner: Sendable {
  /// What the program made of one input.
  public enum Reply: Sendable, Equatable {
    /// An output.
    case output(Value)
    /// The stub is blank.
    case notAttempted
    /// The answer threw this error.
    case failure(String)
  }

  /// How the program ended before all replies were in.
  public enum Ending: Sendable, Equatable {
    /// A signal, an exit, or a reply that can't be read; the sentence says which.
    case crashed(String)
    /// The processor time or the clock ran out.
    case timedOut(String)
    /// A failed allocation.
    case outOfMemory(String)
  }

  /// One run of the program.
  public struct Run: Sendable, Equatable {
    /// The replies that came, in order.
    public var replies: [Reply]
    /// Set where fewer came than were asked for.
    public var ending: Ending?
    /// The start of what the program printed.
    public var printed: String

    /// A run with these replies.
    public init(replies: [Reply], ending: Ending? = nil, printed: String = "") {
      self.replies = replies
      self.ending = ending
      self.printed = printed
    }
  }

  /// The program's path.
  public let program: String
  /// What it may use.
  public let limits: Limits
  /// What stands before the program and seals it off; nothing where it runs plainly.
  public let launcher: [String]

  /// A runner of the program at `path`.
  ///
  /// - Parameters:
  ///   - path: where the program lies.
  ///   - limits: what it may use.
  ///   - launcher: the arguments of a program that starts the one whose path follows them, inside a sandbox. It says on
  ///     descriptor 3 how far it came, as `descent-sealed` does.
  public init(program path: String, limits: Limits = Limits(), launcher: [String] = []) {
    self.program = path
    self.limits = limits
    self.launcher = launcher
  }

  /// Asks for the outputs of one exercise.
  ///
  /// - Throws: `LaunchError` where the program can't be started.
  public func ask(_ exercise: String, inputs: [Value]) throws -> Run {
    let descriptor = Int32.random(in: 20..<200)
    let header = RequestHeader(exercise: exercise, count: inputs.count, replyDescriptor: descriptor)
    let newline = Data("\n".utf8)
    let request = try inputs.reduce(into: Wire.encode(header) + newline) { $0 += try Wire.encode($1) + newline }
    let outcome = try Gate.oneChildACore.whileOpen {
      try Child(
        Child.Command(launcher: launcher, arguments: [program], environment: environment),
        replyDescriptor: descriptor, limits: limits
      ).run(request: request, expecting: inputs.count)
    }
    return read(outcome, expecting: inputs.count)
  }

  /// One thread a child: its numbers must not depend on the number of cores, nor its memory on their count. Sets and
  /// dictionaries have the same order in each run, so that an answer which rests on it gets the same verdict. A trap's
  /// message is enough; a backtrace would bury it, and takes a second process.
  private static let constants = [
    "OPENBLAS_NUM_THREADS": "1", "LC_ALL": "C.UTF-8", "SWIFT_DETERMINISTIC_HASHING": "1",
    "SWIFT_BACKTRACE": "enable=no",
  ]

  private var environment: [String: String] {
    // Whoever may install nothing has OpenBLAS in a folder of their own; a sandbox has its own libraries.
    let libraries = ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"]
    let own = launcher.isEmpty ? ProcessInfo.processInfo.environment.filter { libraries.contains($0.key) } : [:]
    return Self.constants.merging(own) { constant, _ in constant }
  }

  private func read(_ outcome: Child.Outcome, expecting count: Int) -> Run {
    var replies: [Reply] = []
    var ending: Ending?
    for line in outcome.replies {
      guard let reply = Reply(line: line) else {
        ending = .crashed("The program wrote a reply that can't be read.")
        break
      }
      replies.append(reply)
    }
    if ending == nil, replies.count < count { ending = self.ending(of: outcome) }
    let printed = String(decoding: outcome.output + outcome.errorOutput, as: UTF8.self)
    return Run(replies: replies, ending: ending, printed: Self.withoutStackTrace(printed))
  }

  /// The text without the places in memory that Swift lists when it stops a program: they explain nothing without names,
  /// and differ from run to run.
  static func withoutStackTrace(_ text: String) -> String {
    guard text.contains("Current stack trace:") else { return text }
    let place = /^\d+ +\S+ +0x[0-9a-f]+ .*$/
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0 != "Current stack trace:" && $0.wholeMatch(of: place) == nil }.joined(separator: "\n")
  }

  private func ending(of outcome: Child.Outcome) -> Ending {
    let trap = Self.trapMessage(in: outcome.errorOutput)
    switch outcome.end {
    case .replied:
      return .crashed("The program replied with too few lines.")
    case .wallLimit:
      return .timedOut("It was still running after \(limits.wallSeconds) seconds.")
    case .exited:
      return .crashed("Your code ended the program itself, before it returned an answer.")
    case .signaled(SIGXCPU), .processorLimit:
      return .timedOut("It used more than \(limits.cpuSeconds) seconds of processor time.")
    case .signaled(SIGKILL) where outcome.cpuSeconds >= Double(limits.cpuSeconds):
      return .timedOut("It used more than \(limits.cpuSeconds) seconds of processor time.")
    case .signaled(SIGABRT) where Self.failedAllocation(in: outcome.errorOutput):
      return .outOfMemory("It asked for more than \(limits.memoryBytes >> 20) MB of memory.")
    case .signaled(SIGSEGV) where trap == nil, .signaled(SIGBUS) where trap == nil:
      return .crashed("It read or wrote memory that isn't its own. A function that calls itself without end does this.")
    case .signaled(SIGILL) where trap == nil, .signaled(SIGTRAP) where trap == nil:
      return .crashed("Swift stopped it: an index out of range, an overflow, or a nil. make check says which.")
    case .signaled(let signal):
      return .crashed(trap ?? "Signal \(signal) ended it.")
    }
  }

  /// The sentence that Swift prints when it stops a program: "Fatal error: Index out of range".
  private static func trapMessage(in errorOutput: Data) -> String? {
    let text = String(decoding: errorOutput, as: UTF8.self)
    guard let line = text.split(separator: "\n").last(where: { $0.contains("Fatal error") }) else { return nil }
    guard let start = line.range(of: "Fatal error") else { return nil }
    let sentence = String(line[start.lowerBound...])
    return "Swift stopped it: " + sentence + (sentence.hasSuffix(".") ? "" : ".")
  }

  static func failedAllocation(in errorOutput: Data) -> Bool {
    let text = String(decoding: errorOutput, as: UTF8.self)
    return ["failed to allocate", "Could not allocate memory", "LLVM ERROR: out of memory"].contains {
      text.contains($0)
    }
  }
}

extension AnswersRunner.Reply {
  /// Reads `{"output": ...}`, `{"notAttempted": true}` or `{"failure": "..."}`.
  fileprivate init?(line: Data) {
    guard case .record(let record) = try? Value(json: line), record.count == 1 else { return nil }
    if let output = record[ReplyKind.output] {
      self = .output(output)
    } else if record[ReplyKind.notAttempted] != nil {
      self = .notAttempted
    } else if case .text(let text) = record[ReplyKind.failure] {
      self = .failure(text)
    } else {
      return nil
    }
  }
}

/// Admits at most so many at once.
final class Gate: Sendable {
  /// One child a core: more side by side would only eat each other's clock.
  static let oneChildACore = Gate(width: ProcessInfo.processInfo.activeProcessorCount)

  private let semaphore: DispatchSemaphore

  init(width: Int) { semaphore = DispatchSemaphore(value: width) }

  func whileOpen<Result>(_ body: () throws -> Result) rethrows -> Result {
    semaphore.wait()
    defer { semaphore.signal() }
    return try body()
  }
}
