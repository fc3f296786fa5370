import Foundation
import Testing

@testable import AnswerChecks

/// What is made of a program's replies and of its end. The programs are shell scripts that know where to reply.
@Suite final class RunnerTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "descent-runner-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Asks a script twice. It has a command `reply` that writes a line where replies are awaited.
  private func run(_ script: String) throws -> AnswersRunner.Run {
    let program = folder.appending(path: "answers")
    let text = """
      #!/bin/bash
      read -r header
      place=${header##*replyDescriptor\\":}
      place=${place%%[!0-9]*}
      reply() { printf '%s\\n' "$1" >&"$place"; }
      \(script)

      """
    try Data(text.utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let runner = AnswersRunner(program: program.path, limits: Limits(cpuSeconds: 20))
    return try runner.ask("0.1", inputs: [.number(1), .number(2)])
  }

  @Test func eachKindOfReplyIsRead() throws {
    let answered = try run("reply '{\"output\":7}'; reply '{\"output\":\"inf\"}'")
    #expect(answered == AnswersRunner.Run(replies: [.output(.number(7)), .output(.number(.infinity))]))
    let others = try run("reply '{\"notAttempted\":true}'; reply '{\"failure\":\"Oops()\"}'")
    #expect(others.replies == [.notAttempted, .failure("Oops()")])
  }

  @Test(arguments: [
    "{\"output\":7,\"notAttempted\":true}", "{\"output\":7,\"failure\":\"a\"}", "{\"failure\":7}", "{\"result\":7}",
    "{}", "7", "{\"output\":7", "",
  ])
  func aLineThatIsNoReplyIsNone(line: String) throws {
    let run = try run("reply '\(line)'; reply '{\"output\":7}'")
    #expect(run.replies.isEmpty)
    #expect(run.ending == .crashed("The program wrote a reply that can't be read."))
  }

  @Test(arguments: [
    ("exit 0", AnswersRunner.Ending.crashed("Your code ended the program itself, before it returned an answer.")),
    ("kill -FPE $$", .crashed("Signal 8 ended it.")),
    ("echo 'A.swift:3: Fatal error: no idea' >&2; kill -TRAP $$", .crashed("Swift stopped it: Fatal error: no idea.")),
    ("echo 'LLVM ERROR: out of memory' >&2; kill -ABRT $$", .outOfMemory("It asked for more than 2048 MB of memory.")),
    ("kill -ABRT $$", .crashed("Signal 6 ended it.")),
    ("kill -XCPU $$", .timedOut("It used more than 20 seconds of processor time.")),
  ])
  func anEndBeforeTheLastReplyIsTold(script: String, ending: AnswersRunner.Ending) throws {
    let run = try run("reply '{\"output\":7}'; \(script)")
    #expect(run.replies == [.output(.number(7))])
    #expect(run.ending == ending)
  }

  @Test func whatIsPrintedIsNoReply() throws {
    let run = try run("echo '{\"output\":8}'; reply '{\"output\":7}'; reply '{\"output\":7}'")
    #expect(run.replies == [.output(.number(7)), .output(.number(7))])
    #expect(run.printed == "{\"output\":8}\n")
    #expect(run.ending == nil)
  }
}
