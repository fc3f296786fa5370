import Foundation

/// Holds the terminal while another process of this program draws on it, and gives it back as it was, whatever ends that
/// process: a key, a signal, or a crash.
///
/// Keys come one by one and aren't echoed; lines are drawn on the alternate screen, which has no history, so nothing that
/// was there before is lost.
struct ScreenKeeper {
  private static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[H\u{1B}[2J"
  private static let leave = "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  /// Whether both ends of this program are a terminal that can be drawn on.
  static func hasScreen(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
  }

  /// Runs this program again with these arguments, on the alternate screen; what it says on standard error is said after
  /// the screen is back.
  ///
  /// - Returns: the status that it ended with; 70 where a signal did that.
  func run(_ arguments: [String]) throws -> Int32 {
    var saved = termios()
    guard tcgetattr(STDIN_FILENO, &saved) == 0, let errors = tmpfile() else { throw WatchError.noTerminal }
    defer { fclose(errors) }
    var raw = saved
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw)
    WatchTerminal.write(Self.enter)
    let ending = Result { try waited(for: Self.start(arguments, errors: fileno(errors))) }
    WatchTerminal.write(Self.leave)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &saved)
    FileHandle.standardError.write(Self.contents(of: errors))
    return try Self.exitStatus(ending.get())
  }

  /// Waits for the process; signals that would end this one are for it.
  private func waited(for process: pid_t) -> Int32 {
    let sources = WatchTerminal.endingSignals.map { number in
      WatchTerminal.onSignal(number) { kill(process, SIGTERM) }
    }
    defer { for source in sources { source.cancel() } }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status
  }

  private static func exitStatus(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    if signal == 0 { return (status >> 8) & 0xFF }
    let sentence = "descent watch was ended by signal \(signal). Your files are as you saved them.\n"
    FileHandle.standardError.write(Data(sentence.utf8))
    return EX_SOFTWARE
  }

  /// In this process's own group: only that may read the terminal's keys.
  private static func start(_ arguments: [String], errors: Int32) throws -> pid_t {
    guard let path = Bundle.main.executablePath else { throw WatchError.noTerminal }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    // A trap's message is enough; the tool that traces calls would ask questions on this very terminal.
    let settings = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { _, new in new }
    let variables = settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { for string in words + environment { free(string) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, nil, &words, &environment)
    guard code == 0 else { throw WatchError.notStarted(String(cString: strerror(code))) }
    return process
  }

  private static func contents(of file: UnsafeMutablePointer<FILE>) -> Data {
    let descriptor = fileno(file)
    lseek(descriptor, 0, SEEK_SET)
    return (try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).readToEnd()) ?? Data()
  }
}

/// Why a lab can't be watched.
enum WatchError: EndsWithStatus, Equatable {
  /// The terminal doesn't answer.
  case noTerminal
  /// The system can't start the program again, for this reason.
  case notStarted(String)

  var exitStatus: Int32 { EX_UNAVAILABLE }

  /// One sentence: what went wrong.
  var description: String {
    switch self {
    case .noTerminal: "The terminal can't be set up for watching; add \"| cat\" to watch without it."
    case .notStarted(let reason): "The program can't start itself again: \(reason)."
    }
  }
}
