import CLauncher
import Foundation

/// A started program: its pipes, and the one loop that feeds and reads them all.
///
/// Everything that it writes is read at once, so a full pipe can't stop it; what exceeds the limits is dropped. The
/// loop ends with the last reply, with the end of the process, or at a limit. A process that the child forked can hold
/// the pipes open, so their end is not waited for.
struct Child {
  /// What is started, and with what around it.
  struct Command {
    /// What stands before the program and seals it off; nothing where it runs plainly.
    var launcher: [String]
    /// The program's path and its arguments.
    var arguments: [String]
    var environment: [String: String]
    var folder = "/"
  }

  /// What came of one run.
  struct Outcome: Sendable {
    /// How the process ended.
    enum End: Sendable, Equatable {
      /// All replies came; the process was ended by us.
      case replied
      /// It ended by itself with this status, replies missing.
      case exited(Int32)
      /// A signal ended it, replies missing.
      case signaled(Int32)
      /// The wall-clock limit was reached.
      case wallLimit
      /// All its processes together used more processor time than the limit.
      case processorLimit
    }
    var end: End
    /// The reply, line by line; the last may be incomplete and is then left out.
    var replies: [Data]
    /// The start of its standard output and error.
    var output: Data
    var errorOutput: Data
    var cpuSeconds: Double
  }

  private let process: pid_t
  private let pipes: Pipes
  private let limits: Limits
  private let command: Command

  /// Starts a program under `limits`; it will write replies to `replyDescriptor`.
  init(_ command: Command, replyDescriptor: Int32, limits: Limits) throws(LaunchError) {
    self.limits = limits
    self.command = command
    // A child that ends before it has read its request must not end the judge with it.
    signal(SIGPIPE, SIG_IGN)
    let arguments = command.launcher + command.arguments
    let path = arguments[0]
    do { pipes = try Pipes() } catch { throw LaunchError(program: path, code: error.code) }
    var process: pid_t = 0
    var launcherLimits = limits.launcherLimits
    let variables = command.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let status = command.launcher.isEmpty ? -1 : pipes.status.theirs
    let code = withCStrings(arguments) { [pipes] arguments in
      withCStrings(variables) { environment in
        descent_launch(
          path, arguments, environment, command.folder, pipes.input.theirs, pipes.output.theirs,
          pipes.errorOutput.theirs, status, pipes.reply.theirs, replyDescriptor, &launcherLimits, &process)
      }
    }
    pipes.closeTheirs()
    guard code == 0 else {
      pipes.closeOurs()
      throw LaunchError(program: path, code: code)
    }
    self.process = process
  }

  /// Sends the request, gathers `count` lines of reply, and ends the process and all that it started.
  ///
  /// - Throws: `LaunchError` where the launcher failed to start the program.
  consuming func run(request: Data, expecting count: Int) throws(LaunchError) -> Outcome {
    let deadline = ContinuousClock.now + .seconds(limits.wallSeconds)
    var sender = Sender(descriptor: pipes.input.ours, rest: request)
    var replies = Collector(descriptor: pipes.reply.ours, limit: limits.replyBytes)
    var printed = Collector(descriptor: pipes.output.ours, limit: limits.keptOutputBytes)
    var complained = Collector(descriptor: pipes.errorOutput.ours, limit: limits.keptOutputBytes)
    var status = Collector(descriptor: pipes.status.ours, limit: 64)
    var tree = ProcessTree(root: process, isSealed: !command.launcher.isEmpty)
    var stopped: Outcome.End?
    while replies.lineCount < count, stopped == nil {
      // The end is looked for before the pipes are read, so that a last reply written just before it is not missed.
      let ended = descent_has_ended(process) != 0
      if !ended {
        wait(for: [
          sender.pollEntry, replies.pollEntry, printed.pollEntry, complained.pollEntry, status.pollEntry,
        ])
      }
      sender.send()
      replies.collect()
      printed.collect()
      complained.collect()
      status.collect()
      tree.look()
      if ended { break }
      if tree.seconds > Double(limits.cpuSeconds) + 0.5 { stopped = .processorLimit }
      if ContinuousClock.now > deadline { stopped = .wallLimit }
    }
    var usage = rusage()
    let ending = descent_end(process, &usage)
    tree.waitUntilGone()
    printed.collect()
    complained.collect()
    status.collect()
    pipes.closeOurs()
    let told = command.launcher.isEmpty ? nil : try started(status.data, complaints: complained.data)
    let seconds = max(usage.cpuSeconds, tree.seconds, told?.seconds ?? 0)
    let end: Outcome.End =
      replies.lineCount >= count ? .replied : stopped ?? Self.end(of: told?.status ?? ending)
    if end == .exited(Self.notLoaded) { try loaded(complaints: complained.data) }
    return Outcome(
      end: end, replies: replies.lines(atMost: count), output: printed.data, errorOutput: complained.data,
      cpuSeconds: seconds)
  }

  /// Reads how far the launcher came: a zero before the program starts, an error number where that failed; and, from a
  /// launcher that waits, -1, the program's wait status, and its milliseconds of processor time.
  private func started(_ said: Data, complaints: Data) throws(LaunchError) -> (status: Int32, seconds: Double)? {
    let numbers = stride(from: 0, to: said.count & ~3, by: 4).map { start in
      said.dropFirst(start).prefix(4).withUnsafeBytes { $0.loadUnaligned(as: Int32.self) }
    }
    if numbers == [0] { return nil }
    if numbers.count == 4, numbers.starts(with: [0, -1]) { return (numbers[2], Double(numbers[3]) / 1000) }
    let words = String(decoding: complaints.prefix(500), as: UTF8.self).split(separator: "\n").first.map(String.init)
    throw LaunchError(
      program: command.arguments[0], code: numbers.starts(with: [0]) ? numbers[1] : 0,
      words: words ?? "The sandbox ended before it was built.")
  }

  /// The status that the system's loader ends a program with whose shared libraries it doesn't find.
  private static let notLoaded: Int32 = 127

  /// A program that was never loaded is no answer's fault. Its first words are then the loader's.
  private func loaded(complaints: Data) throws(LaunchError) {
    let program = command.arguments[0]
    let words = String(decoding: complaints.prefix(500), as: UTF8.self)
    guard words.hasPrefix("\(program): error while loading shared libraries: "),
      let line = words.split(separator: "\n").first
    else { return }
    throw LaunchError(program: program, code: 0, words: String(line.dropFirst(program.count + 2)))
  }

  private static func end(of status: Int32) -> Outcome.End {
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .signaled(signal)
  }

  /// Waits a few milliseconds for any pipe: short, because the end of the process is not among what can be waited for.
  private func wait(for entries: [pollfd?]) {
    var entries = entries.compactMap { $0 }
    _ = poll(&entries, nfds_t(entries.count), 5)
  }
}

/// A program that couldn't be started: a failure of the machine or of ours, never of the answer.
public struct LaunchError: Error, Equatable, CustomStringConvertible {
  /// The program's path.
  public var program: String
  /// The system's error number; 0 where only the launcher's words say what failed.
  public var code: Int32
  /// What the launcher said, where there is one.
  public var words: String?

  /// One sentence: what failed, and why.
  public var description: String {
    let reason = words.map { "\"\($0)\"" } ?? String(cString: strerror(code))
    return "\(program) could not be started: \(reason)."
  }
}

extension rusage {
  fileprivate var cpuSeconds: Double {
    Double(ru_utime.tv_sec + ru_stime.tv_sec) + Double(ru_utime.tv_usec + ru_stime.tv_usec) / 1e6
  }
}

/// The strings as a null-terminated array of C strings, alive during the call.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  pointers.append(nil)
  return body(pointers)
}
