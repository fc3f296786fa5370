import Foundation
import Testing

@testable import AnswerChecks

/// What a launcher says on descriptor 3 decides whether a program failed or was never started.
@Suite struct LauncherTests {
  /// A launcher of shell that says so many zero bytes, then does something else or starts the program.
  private func launcher(saying said: String, then last: String = "exec 3>&-; exec \"$0\" \"$@\"") -> [String] {
    ["/bin/sh", "-c", "printf '\(said)' >&3; \(last)"]
  }

  private let started = "\\000\\000\\000\\000"
  private let limits = Limits(cpuSeconds: 1, wallSeconds: 60)

  private func run(_ script: String, launcher: [String]) throws -> ToolResult {
    try LimitedTool(launcher: launcher, environment: ["PATH": "/usr/bin:/bin"], limits: limits)
      .run(["/bin/sh", "-c", script], in: URL(filePath: "/"))
  }

  @Test func aStartedProgramIsJudgedByItsEnd() throws {
    #expect(try run("echo out; exit 3", launcher: launcher(saying: started)) == ToolResult(status: 3, output: "out\n"))
  }

  @Test func aLauncherThatFailsIsNoFailureOfTheProgram() throws {
    #expect(throws: LaunchError(program: "/bin/sh", code: 0, words: "no such folder")) {
      try run("true", launcher: launcher(saying: "", then: "echo no such folder >&2; exit 1"))
    }
    #expect(throws: LaunchError.self) { try run("true", launcher: launcher(saying: "", then: "kill -9 $$")) }
    #expect(throws: LaunchError.self) { try run("true", launcher: ["/nowhere/launcher"]) }
  }

  @Test func aProgramThatCannotBeStartedIsAFailureOfTheMachine() throws {
    let refused = launcher(saying: started + "\\002\\000\\000\\000", then: "exit 126")
    #expect(throws: LaunchError(program: "/bin/sh", code: 2, words: "The sandbox ended before it was built.")) {
      try run("true", launcher: refused)
    }
  }

  @Test func withoutALauncherTheDescriptorIsClosed() throws {
    let result = try run("echo hello >&3", launcher: [])
    #expect(result.status != 0)
    #expect(!result.output.contains("hello"))
  }

  /// A launcher that waits: it says how the program ended, whatever its own end is.
  private func waiting(andSaying said: String) -> [String] {
    launcher(saying: started, then: "\"$0\" \"$@\"; printf '\(said)' >&3; exit 1")
  }

  @Test("A waiting launcher tells the end", arguments: [SIGILL, SIGSEGV, SIGXCPU])
  func signals(signal: Int32) throws {
    let said = "\\377\\377\\377\\377\\\(String(signal, radix: 8))\\000\\000\\000\\000\\000\\000\\000"
    let result = try run("true", launcher: waiting(andSaying: said))
    #expect(result.status == 128 + signal)
    #expect(result.ending == LimitedTool.ending(bySignal: signal, limits: limits, errorOutput: ""))
  }

  @Test func aWaitingLauncherTellsAnExit() throws {
    let said = "\\377\\377\\377\\377\\000\\007\\000\\000\\000\\000\\000\\000"
    #expect(try run("echo out", launcher: waiting(andSaying: said)) == ToolResult(status: 7, output: "out\n"))
  }

  @Test("What a launcher says must be whole", arguments: ["\\377\\377\\377\\377", "\\001\\000\\000\\000\\000"])
  func halfAReport(said: String) {
    #expect(throws: LaunchError.self) { try run("true", launcher: waiting(andSaying: said)) }
  }

  @Test func aFailedAllocationIsTold() throws {
    let result = try run("echo 'LLVM ERROR: out of memory' >&2; kill -ABRT $$", launcher: [])
    #expect(result.ending == "needed more than 2048 MB of memory.")
    #expect(try run("kill -ABRT $$", launcher: []).ending == "was ended by signal 6.")
  }

  @Test("A number that looks like a signal is an exit", arguments: [132, 139, 128 + SIGXCPU])
  func aForgedSignalIsAnExit(status: Int32) throws {
    #expect(try run("exit \(status)", launcher: launcher(saying: started)) == ToolResult(status: status, output: ""))
    #expect(try run("exit \(status)", launcher: []) == ToolResult(status: status, output: ""))
  }

  @Test func processorTimeOfAllProcessesCounts() throws {
    // Each of these ends soon; together they would run until the clock stops them.
    let script = "while :; do /bin/sh -c 'i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done'; done"
    let result = try run(script, launcher: launcher(saying: started))
    #expect(result.ending == "needed more than 1 seconds of processor time.")
  }

  @Test func aToolIsHeldToItsLimits() throws {
    #expect(try run("while :; do :; done", launcher: []).ending == "needed more than 1 seconds of processor time.")
    let clock = LimitedTool(environment: [:], limits: Limits(cpuSeconds: 1, wallSeconds: 1))
    #expect(try clock.run(["/bin/sleep", "20"], in: URL(filePath: "/")).ending == "was still running after 1 seconds.")
    let flood = LimitedTool(environment: [:], limits: Limits(cpuSeconds: 1, keptOutputBytes: 1000))
    #expect(try flood.run(["/bin/sh", "-c", "yes | head -100000"], in: URL(filePath: "/")).output.utf8.count == 1000)
  }
}
