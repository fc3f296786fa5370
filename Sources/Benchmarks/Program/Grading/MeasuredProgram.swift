import CLauncher
import Foundation

/// What one run of a program and of all that it started took.
struct MeasuredProgram {
  /// Seconds on the clock.
  let seconds: Double
  /// Processor seconds of all its processes, those among them that it ended before they were done.
  let processorSeconds: Double
  /// The most memory that the program itself had, in units of 10⁶ bytes; its compilers and its students' programs don't
  /// count.
  let peakMegabytes: Double
  /// What it said.
  let output: String
  let status: Int32

  /// Runs a program to its end.
  ///
  /// Processes that lose their parent become ours, so that none of them is missed; nothing else may be started from here
  /// meanwhile.
  static func run(_ arguments: [String], environment: [String: String] = [:], in folder: URL, log: URL) throws -> Self {
    guard descent_adopt_orphans() == 0 else {
      throw BenchmarkError.child("This system can't tell what processes took whose parent has ended.")
    }
    let start = ContinuousClock.now
    let process = try begin(arguments, environment, in: folder, log: log)
    var (seconds, peak, status): (Double, Double, Int32) = (0, 0, 0)
    var isRunning = true
    while true {
      peak = max(peak, megabytes(of: process))
      var (ending, usage) = (Int32(0), rusage())
      let ended = wait4(-1, &ending, isRunning ? WNOHANG : 0, &usage)
      if ended > 0 {
        seconds += usage.seconds
        if ended == process { (status, isRunning) = (ending, false) }
      } else if ended < 0, errno != EINTR {
        break
      } else {
        usleep(10_000)
      }
    }
    let elapsed = (ContinuousClock.now - start).components
    return Self(
      seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18, processorSeconds: seconds,
      peakMegabytes: peak, output: (try? String(contentsOf: log, encoding: .utf8)) ?? "", status: status)
  }

  private static func begin(
    _ arguments: [String], _ environment: [String: String], in folder: URL, log: URL
  ) throws -> pid_t {
    let variables = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, log.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO)
    let words = ["/usr/bin/env", "-C", folder.path] + arguments
    var process: pid_t = 0
    let code = withPointers(to: words) { words in
      withPointers(to: variables.map { "\($0.key)=\($0.value)" }) { variables in
        posix_spawn(&process, "/usr/bin/env", &files, nil, words, variables)
      }
    }
    guard code == 0 else { throw BenchmarkError.child("\(arguments[0]): \(String(cString: strerror(code))).") }
    return process
  }

  private static func withPointers<Result>(
    to strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }

  /// The most memory that a running process has had so far.
  private static func megabytes(of process: pid_t) -> Double {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
    return (kibibytes ?? 0) * 1024 / 1e6
  }
}

extension rusage {
  /// Of user and system.
  fileprivate var seconds: Double {
    Double(ru_utime.tv_sec + ru_stime.tv_sec) + Double(ru_utime.tv_usec + ru_stime.tv_usec) / 1e6
  }
}
