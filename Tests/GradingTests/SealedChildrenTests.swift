import AnswerChecks
import Foundation
import Testing

@testable import Grading

/// The machine's sandbox, and a program of hostile answers that is compiled once.
enum Sealed {
  /// All that this machine can build: what seals must hold for each.
  static let kinds = Sandbox.Kind.allCases.filter { $0 != .none && Sandbox($0).complaint() == nil }

  /// Where the program lies until the tests end.
  private static let folder: URL = {
    atexit { try? FileManager.default.removeItem(at: Sealed.folder) }
    return FileManager.default.temporaryDirectory.appending(path: "sealed-\(UUID().uuidString)")
  }()

  /// A program that answers each exercise by doing what the exercise is called.
  static let hostile = Result {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = folder.appending(path: "main.swift")
    try Data(hostileSource.utf8).write(to: source)
    let program = folder.appending(path: "hostile")
    let built = try BuildTool().run(["swiftc", "-Onone", source.path, "-o", program.path], in: folder)
    guard built.status == 0 else { throw GradingError.internalError(built.output) }
    return program
  }

  /// Asks the hostile program, sealed or plainly.
  static func ask(
    _ deed: String, in kind: Sandbox.Kind, for purpose: Sandbox.Purpose = .answers,
    limits: Limits = Limits(cpuSeconds: 1)
  ) throws -> AnswersRunner.Run {
    let program = try hostile.get()
    let libraries = try SharedLibraries.loaded(by: program)
    let launcher = Sandbox(kind).launcher(for: purpose, readable: libraries + [program])
    return try AnswersRunner(program: program.path, limits: limits, launcher: launcher)
      .ask(deed, inputs: [.number(1)])
  }

  static let hostileSource = ##"""
    import Glibc
    // Where there is no /proc, Swift doesn't know its arguments.
    let arguments = CommandLine.arguments
    let program = arguments.first ?? "/bin/true"
    if arguments.count == 3 {
      // Started by `spawn`: an orphan is made of an orphan, which then sleeps.
      if arguments[1] == "once" { spawn("twice", arguments[2]) } else { sleep(60) }
      exit(0)
    }
    func spawn(_ stage: String, _ mark: String) {
      var process: pid_t = 0
      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      posix_spawnattr_setflags(&attributes, 0x80)
      var words: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(stage), strdup(mark), nil]
      let status = posix_spawn(&process, program, nil, &attributes, &words, environ)
      if status != 0 { print("spawn:", status) }
    }
    func recurse(_ n: Int) -> Int { n == -1 ? 0 : recurse(n + 1) + n }
    let header = readLine()!
    let deed = String(header.split(separator: "\"").drop { $0 != "exercise" }.dropFirst(2).first!)
    let descriptor = Int32(header.split(separator: ":").last!.filter(\.isNumber))!
    _ = readLine()
    switch deed {
    case "exit": exit(0)
    case "forged limit": exit(128 + SIGXCPU)
    case "forged loader":
      fputs("answers: error while loading shared libraries: none\n", stderr)
      exit(127)
    case "_exit": _exit(0)
    case "trap": print([1][Int(CommandLine.argc) + 3])
    case "fatalError": fatalError("no idea")
    case "abort": abort()
    case "recursion": print(recurse(0))
    case "kill group": kill(0, SIGKILL)
    case "loop": while true {}
    case "stubborn loop": signal(SIGXCPU, SIG_IGN); while true {}
    case "sleep": while true { sleep(1000) }
    case "8 GB": print([Double](repeating: 1, count: 1 << 30).count)
    case "pieces": var rows: [[Double]] = []; while true { rows.append([]); rows[rows.count - 1].reserveCapacity(1 << 22) }
    case "set order": print(Set((0..<40).map { "word \($0)" }).joined(separator: " "))
    case "flood": for _ in 0..<20_000 { print("all tests passed, all tests passed, all tests passed") }
    case "large file":
      let file = open("/tmp/descent-large-file", O_CREAT | O_WRONLY, 0o600)
      unlink("/tmp/descent-large-file")
      let bytes = [UInt8](repeating: 0, count: 1 << 20)
      for _ in 0..<4 { _ = write(file, bytes, bytes.count) }
    case "close all": for other in Int32(0)..<256 { close(other) }
    case "forge all":
      let forged = "{\"output\":\"forged\"}\n"
      for other in Int32(0)..<256 where other != descriptor { _ = forged.withCString { write(other, $0, strlen($0)) } }
    case "threads":
      var made = 0
      while made < 2000 {
        var thread = pthread_t()
        if pthread_create(&thread, nil, { _ in sleep(60); return nil }, nil) != 0 { break }
        made += 1
      }
      print("threads:", made)
    case let daemon where daemon.hasPrefix("daemon "): spawn("once", String(daemon.dropFirst(7)))
    case let bomb where bomb.hasPrefix("fork bomb"): for _ in 0..<2000 { spawn("twice", bomb) }
    case "network":
      print("socket:", socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
    case "look":
      for path in ["/etc/passwd", "/proc/self/environ", "/proc/1/environ", "/root", "/home", "/work", "/usr/bin/env", "/etc"] {
        print(path, access(path, F_OK) == 0)
      }
      print("user:", getuid() == 0 ? "root" : "somebody", "parent:", getppid())
      print("HOME:", getenv("HOME") == nil)
      for path in ["/here", "/lib/here", program] { print("write:", open(path, O_CREAT | O_WRONLY, 0o600)) }
    case "fill": // 100 MB in files that are each small enough
      var written = 0
      let bytes = [UInt8](repeating: 1, count: 1 << 19)
      for index in 0..<200 {
        let file = open("/tmp/fill-\(index)", O_CREAT | O_WRONLY, 0o600)
        if file >= 0 { written += max(0, write(file, bytes, bytes.count)); close(file) }
      }
      print("MB:", written >> 20)
    default: break
    }
    fflush(nil)
    let reply = "{\"output\":[7]}\n"
    _ = reply.withCString { write(descriptor, $0, strlen($0)) }
    """##
}

/// Hostile programs end the same way sealed as plainly, and reach nothing.
@Suite struct SealedChildrenTests {
  struct Deed: Sendable, CustomTestStringConvertible {
    let name: String
    let status: String
    let words: String
    var testDescription: String { name }
    init(_ name: String, _ status: String, _ words: String = "") {
      (self.name, self.status, self.words) = (name, status, words)
    }
  }

  static let deeds = [
    Deed("honest", "replied"), Deed("exit", "crashed", "ended the program itself"),
    Deed("_exit", "crashed", "ended the program itself"), Deed("trap", "crashed", "Index out of range"),
    Deed("forged limit", "crashed", "ended the program itself"),
    Deed("forged loader", "crashed", "ended the program itself"), Deed("fatalError", "crashed", "no idea"),
    Deed("abort", "crashed", "Signal 6"), Deed("recursion", "crashed", "calls itself without end"),
    Deed("kill group", "crashed", "Signal 9"), Deed("loop", "timedOut", "1 seconds of processor time"),
    Deed("stubborn loop", "timedOut", "processor time"), Deed("sleep", "timedOut", "still running"),
    Deed("8 GB", "outOfMemory", "MB of memory"), Deed("pieces", "outOfMemory", "MB of memory"),
    Deed("flood", "replied"), Deed("large file", "crashed", "Signal 25"), Deed("close all", "crashed"),
    Deed("forge all", "replied"), Deed("threads", "replied"),
  ]

  private func summary(_ run: AnswersRunner.Run) -> (status: String, words: String) {
    switch run.ending {
    case .crashed(let words): ("crashed", words)
    case .timedOut(let words): ("timedOut", words)
    case .outOfMemory(let words): ("outOfMemory", words)
    case nil: (run.replies == [.output(.list([.number(7)]))] ? "replied" : "forged", "")
    }
  }

  @Test("A sealed child ends as a plain one does", arguments: deeds, Sealed.kinds)
  func bothWays(_ deed: Deed, kind: Sandbox.Kind) throws {
    let limits = Limits(cpuSeconds: 1, wallSeconds: deed.name == "sleep" ? 1 : 60)
    let plain = try Sealed.ask(deed.name, in: .none, limits: limits)
    let sealed = try Sealed.ask(deed.name, in: kind, limits: limits)
    #expect(summary(plain).status == deed.status)
    #expect(summary(plain).words.contains(deed.words) || deed.words.isEmpty, "\(summary(plain))")
    #expect(summary(sealed) == summary(plain), "\(sealed.printed)")
  }

  @Test func aSealedChildSeesNothing() throws {
    let printed = try Sealed.ask("look", in: .bubblewrap).printed
    for line in printed.split(separator: "\n") where line.hasPrefix("/") {
      #expect(line.hasSuffix("false"), "\(line)")
    }
    #expect(printed.contains("user: somebody"))
    #expect(printed.contains("HOME: true"))
    #expect(printed.ranges(of: "write: -1").count == 3, "\(printed)")
    #expect(try Sealed.ask("look", in: .none).printed.contains("/etc/passwd true"))
  }

  /// An answer that rests on the order of a set is the same in each run, so that its verdict is.
  @Test(arguments: [.none] + Sealed.kinds) func aSetHasTheSameOrderInEachRun(in kind: Sandbox.Kind) throws {
    let orders = try (0..<4).map { _ in try Sealed.ask("set order", in: kind).printed }
    #expect(orders[0].split(separator: " ").count == 80)
    #expect(Set(orders).count == 1)
    #expect(try orders[0] == Sealed.ask("set order", in: .none).printed)
  }

  @Test(arguments: Sealed.kinds) func aSealedChildHasNoNetwork(in kind: Sandbox.Kind) throws {
    #expect(try Sealed.ask("network", in: kind).printed == "socket: -1\n")
    #expect(try Sealed.ask("network", in: .none).printed != "socket: -1\n")
  }

  @Test func aSealedChildFillsNoDisk() throws {
    let printed = try Sealed.ask("fill", in: .bubblewrap).printed
    let megabytes = try #require(Int(printed.filter(\.isNumber)))
    #expect(megabytes < 8)
  }

  @Test(arguments: Sealed.kinds) func threadsAreBounded(in kind: Sandbox.Kind) throws {
    let printed = try Sealed.ask("threads", in: kind).printed
    let count = try #require(Int(printed.filter(\.isNumber)))
    #expect((1..<64).contains(count))
  }

  @Test(arguments: Sealed.kinds) func anAnswerStartsNoProcess(in kind: Sandbox.Kind) throws {
    let run = try Sealed.ask("fork bomb", in: kind)
    #expect(run.printed.contains("spawn: 1"))
    #expect(run.ending == nil)
  }

  /// The processes of this machine whose command line holds these words.
  private func processes(with mark: String) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { process in
      (try? Data(contentsOf: URL(filePath: "/proc/\(process)/cmdline")))
        .map { String(decoding: $0, as: UTF8.self).contains(mark) } ?? false
    }
  }

  @Test(arguments: Sealed.kinds) func noDaemonStays(in kind: Sandbox.Kind) throws {
    let mark = "mark-\(UUID().uuidString)"
    // The looser seal, in which processes may be started: an orphan of an orphan, in a session of its own.
    let run = try Sealed.ask("daemon \(mark)", in: kind, for: .tools)
    #expect(run.ending == nil)
    #expect(processes(with: mark).isEmpty)
    // The same without a seal does stay, so this test can see it.
    _ = try Sealed.ask("daemon \(mark)", in: .none)
    for _ in 0..<200 where processes(with: mark).isEmpty { usleep(10_000) }
    let stayed = processes(with: mark)
    #expect(!stayed.isEmpty)
    for process in stayed { kill(process, SIGKILL) }
  }

  @Test(arguments: Sealed.kinds) func aBombOfProcessesIsBoundedAndGone(in kind: Sandbox.Kind) throws {
    let bomb = "fork bomb \(kind.rawValue) \(UUID().uuidString)"
    let run = try Sealed.ask(bomb, in: kind, for: .tools, limits: Limits(cpuSeconds: 4))
    #expect(run.printed.contains("spawn: \(EAGAIN)"))
    #expect(processes(with: bomb).isEmpty)
  }

  @Test(arguments: Sealed.kinds) func aProgramThatIsMissingIsNoCrash(in kind: Sandbox.Kind) throws {
    let sandbox = Sandbox(kind)
    let missing = URL(filePath: "/tmp/no-such-program")
    let inside = sandbox.launcher(for: .answers, readable: [])
    #expect(throws: LaunchError.self) {
      try AnswersRunner(program: missing.path, launcher: inside).ask("1.1", inputs: [.number(1)])
    }
    let outside = sandbox.launcher(for: .answers, readable: [missing])
    #expect(throws: LaunchError.self) {
      try AnswersRunner(program: missing.path, launcher: outside).ask("1.1", inputs: [.number(1)])
    }
  }

  @Test(.enabled(if: WorkspaceTests.hasBubblewrap, "needs bubblewrap")) func aLibraryThatIsMissingIsNoCrash() throws {
    let program = try Sealed.hostile.get()
    let libraries = try SharedLibraries.loaded(by: program).filter { !$0.path.contains("libswiftCore") }
    let launcher = Sandbox(.bubblewrap).launcher(for: .answers, readable: libraries + [program])
    let failure = #expect(throws: LaunchError.self) {
      try AnswersRunner(program: program.path, launcher: launcher).ask("honest", inputs: [.number(1)])
    }
    #expect(failure?.description.contains("libswiftCore") == true)
  }
}
