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
  private let input: Pipe
  private let output: Pipe
  private let errorOutput: Pipe
  private let reply: Pipe
  private let limits: Limits

  /// Starts `program` under `limits`; it will write replies to `replyDescriptor`.
  init(
    program: String, environment: [String: String], replyDescriptor: Int32, limits: Limits
  ) throws(LaunchError) {
    self.limits = limits
    // A child that ends before it has read its request must not end the judge with it.
    signal(SIGPIPE, SIG_IGN)
    do {
      input = try Pipe(ourEnd: .writing)
      output = try Pipe(ourEnd: .reading)
      errorOutput = try Pipe(ourEnd: .reading)
      reply = try Pipe(ourEnd: .reading)
    } catch { throw LaunchError(program: program, code: error.code) }
    var process: pid_t = 0
    var launcherLimits = limits.launcherLimits
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let ends = (input.theirs, output.theirs, errorOutput.theirs, reply.theirs)
    let code = withCStrings([program]) { arguments in
      withCStrings(variables) { environment in
        descent_launch(
          program, arguments, environment, "/", ends.0, ends.1, ends.2, ends.3, replyDescriptor, &launcherLimits,
          &process)
      }
    }
    for pipe in [input, output, errorOutput, reply] { close(pipe.theirs) }
    guard code == 0 else {
      for pipe in [input, output, errorOutput, reply] { close(pipe.ours) }
      throw LaunchError(program: program, code: code)
    }
    self.process = process
  }

  /// Sends the request, gathers `count` lines of reply, and ends the process group.
  consuming func run(request: Data, expecting count: Int) -> Outcome {
    let started = ContinuousClock.now
    let deadline = started + .seconds(limits.wallSeconds)
    var sender = Sender(descriptor: input.ours, rest: request)
    var replies = Collector(descriptor: reply.ours, limit: limits.replyBytes)
    var printed = Collector(descriptor: output.ours, limit: limits.keptOutputBytes)
    var complained = Collector(descriptor: errorOutput.ours, limit: limits.keptOutputBytes)
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
    for descriptor in [input.ours, output.ours, errorOutput.ours, reply.ours] { close(descriptor) }
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

/// Two descriptors, both closed on exec; ours never blocks.
private struct Pipe {
  struct Failure: Error { let code: Int32 }
  enum End { case reading, writing }
  let ours: Int32
  let theirs: Int32

  init(ourEnd: End) throws(Failure) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure(code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    ours = ourEnd == .reading ? ends[0] : ends[1]
    theirs = ourEnd == .reading ? ends[1] : ends[0]
    _ = fcntl(ours, F_SETFL, fcntl(ours, F_GETFL) | O_NONBLOCK)
  }
}

/// Writes a request as fast as the child takes it.
private struct Sender {
  let descriptor: Int32
  var rest: Data

  var pollEntry: pollfd? { rest.isEmpty ? nil : pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0) }

  mutating func send() {
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        // A child that has closed its input gets no more of it; the missing replies tell the rest.
        if count < 0 && errno != EAGAIN && errno != EINTR { rest = Data() }
        return
      }
    }
  }
}

/// Reads a pipe as fast as it fills, and keeps the first `limit` bytes.
private struct Collector {
  let descriptor: Int32
  let limit: Int
  var data = Data()
  var lineCount = 0
  var atEnd = false

  init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  var pollEntry: pollfd? { atEnd ? nil : pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0) }

  mutating func collect() {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    // At most a megabyte a turn: a flood on one pipe must not keep the loop from the others, or from the clock.
    for _ in 0..<16 where !atEnd {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { atEnd = true }
      guard count > 0 else { return }
      let kept = buffer[..<min(count, max(0, limit - data.count))]
      lineCount += kept.count { $0 == UInt8(ascii: "\n") }
      data += kept
    }
  }

  func lines(atMost count: Int) -> [Data] {
    let newline = UInt8(ascii: "\n")
    let pieces: [Data] = data.split(separator: newline, omittingEmptySubsequences: false)
    return Array(pieces.prefix(min(count, lineCount)))
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
