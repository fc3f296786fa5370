import CLauncher
import Foundation

/// A started answers program: its pipes, and the one loop that feeds and reads them all.
///
/// Everything that it writes is read at once, so a full pipe can't stop it; what exceeds the limits is dropped. The
/// loop ends with the last reply, with the end of the process, or at the wall-clock limit. A process that the child
/// forked can hold the pipes open, so their end is not waited for.
struct Child {
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

  /// Starts `program` under `limits`; it will write replies to `replyDescriptor`.
  init(
    program: String, environment: [String: String], replyDescriptor: Int32, limits: Limits
  ) throws(LaunchError) {
    self.limits = limits
    // A child that ends before it has read its request must not end the judge with it.
    signal(SIGPIPE, SIG_IGN)
    do { pipes = try Pipes() } catch { throw LaunchError(program: program, code: error.code) }
    var process: pid_t = 0
    var launcherLimits = limits.launcherLimits
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let code = withCStrings([program]) { [pipes] arguments in
      withCStrings(variables) { environment in
        descent_launch(
          program, arguments, environment, "/", pipes.input.theirs, pipes.output.theirs, pipes.errorOutput.theirs,
          pipes.reply.theirs, replyDescriptor, &launcherLimits, &process)
      }
    }
    pipes.closeTheirs()
    guard code == 0 else {
      pipes.closeOurs()
      throw LaunchError(program: program, code: code)
    }
    self.process = process
  }

  /// Sends the request, gathers `count` lines of reply, and ends the process group.
  consuming func run(request: Data, expecting count: Int) -> Outcome {
    let started = ContinuousClock.now
    let deadline = started + .seconds(limits.wallSeconds)
    var sender = Sender(descriptor: pipes.input.ours, rest: request)
    var replies = Collector(descriptor: pipes.reply.ours, limit: limits.replyBytes)
    var printed = Collector(descriptor: pipes.output.ours, limit: limits.keptOutputBytes)
    var complained = Collector(descriptor: pipes.errorOutput.ours, limit: limits.keptOutputBytes)
    var outOfTime = false
    while replies.lineCount < count {
      // The end is looked for before the pipes are read, so that a last reply written just before it is not missed.
      let ended = descent_has_ended(process) != 0
      if !ended { wait(for: [sender.pollEntry, replies.pollEntry, printed.pollEntry, complained.pollEntry]) }
      sender.send()
      replies.collect()
      printed.collect()
      complained.collect()
      if ended { break }
      if ContinuousClock.now > deadline {
        outOfTime = true
        break
      }
    }
    var usage = rusage()
    let status = descent_end(process, &usage)
    printed.collect()
    complained.collect()
    pipes.closeOurs()
    let end: Outcome.End =
      if replies.lineCount >= count { .replied } else if outOfTime { .wallLimit } else { Self.end(of: status) }
    return Outcome(
      end: end, replies: replies.lines(atMost: count), output: printed.data, errorOutput: complained.data,
      cpuSeconds: usage.cpuSeconds)
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
  /// The system's error number.
  public var code: Int32

  /// One sentence: what failed, and why.
  public var description: String { "\(program) could not be started: \(String(cString: strerror(code)))." }
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
