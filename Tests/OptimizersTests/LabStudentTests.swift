import AnswerChecks
import Foundation
import LabProofs
import NumericCore
import OptimizersQuestions
import Testing

@testable import OptimizersLab

/// Programs of a few lines of shell stand in for a student's: what counts is what they do, not how they were built.
@Suite struct LabStudentTests {
  /// A program that runs `body` for each line of input, with the reply's file in `$reply`.
  private func program(_ body: String) throws -> StudentProgram {
    let file = ScratchFolder.place(for: "answers")
    let script = """
      #!/bin/sh
      read -r header
      reply=/dev/fd/${header##*:}
      reply=${reply%\\}}
      while read -r line; do
      \(body)
      done
      """
    try Data(script.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return StudentProgram(path: file.path)
  }

  private func gap(_ body: String, limits: Limits = Limits(cpuSeconds: 1)) throws -> Gap? {
    let mine = try StudentTrajectories(program: program(body), optimizers: [.adam], limits: limits)
    return mine.missing[.adam]
  }

  @Test func aBlankStubIsNotAttempted() throws {
    let gap = try gap("echo '{\"notAttempted\":true}' > $reply")
    #expect(gap?.status == .notAttempted)
    #expect(gap?.label == "Adam (not attempted)")
    #expect(gap?.sentence == "Adam is left out: not attempted (exercise 1.11).")
  }

  @Test func aTrapIsACrash() throws {
    #expect(try gap("kill -ILL $$")?.status == .crashed)
    #expect(try gap("exit 0")?.status == .crashed)
    #expect(try gap("echo gibberish > $reply")?.status == .crashed)
  }

  @Test func anEndlessLoopTimesOut() throws {
    #expect(try gap("while :; do :; done")?.status == .timedOut)
  }

  @Test(
    "A wrong shape or a number that is not finite is wrong",
    arguments: [
      "{\"end\":\"outOfSteps\",\"steps\":10,\"weights\":[[1,2]]}",
      "{\"end\":\"outOfSteps\",\"steps\":0,\"weights\":[[1]]}",
      "{\"end\":\"outOfSteps\",\"steps\":1,\"weights\":[[1,-1],[\"nan\",0]]}",
      "{\"end\":\"outOfSteps\",\"steps\":1,\"weights\":[[1,-1],[\"inf\",0]]}",
      "{\"end\":\"outOfSteps\",\"steps\":-1,\"weights\":[]}",
      "{\"end\":\"outOfSteps\",\"steps\":1e300,\"weights\":[]}",
      "[]",
    ])
  func wrongOutputs(_ output: String) throws {
    #expect(try gap("echo '{\"output\":\(output)}' > $reply")?.status == .wrong)
  }

  @Test func aThrownErrorIsToldWithItsWords() throws {
    let gap = try gap("echo '{\"failure\":\"The step returned 1 weights instead of 2.\"}' > $reply")
    #expect(gap?.status == .wrong)
    #expect(gap?.detail == "The step returned 1 weights instead of 2.")
  }

  @Test func aRefusedFileIsNamed() throws {
    let built = try program("echo '{\"notAttempted\":true}' > $reply")
    let refused = StudentProgram(path: built.path, refused: ["1.11": "Exercise11Adam.swift, line 3: error\nmore"])
    let mine = try StudentTrajectories(program: refused, optimizers: [.adam])
    #expect(mine.missing[.adam]?.status == .doesNotCompile)
    #expect(mine.missing[.adam]?.detail == "Exercise11Adam.swift, line 3: error")
  }

  @Test func runsComeBackInOrderAndOneFailureCostsOneMethod() throws {
    // Knows momentum, and no other method; its path is the start and one more point.
    let built = try program(
      """
      case $line in
      *'"optimizer":"momentum"'*)
        echo '{"output":{"end":"outOfSteps","steps":1,"weights":[[1,-1],[0.5,0.25]]}}' > $reply;;
      *) echo '{"notAttempted":true}' > $reply;;
      esac
      """)
    let mine = try StudentTrajectories(program: built, optimizers: [.momentum, .adam])
    #expect(mine.missing.keys.sorted { $0.rawValue < $1.rawValue } == [.adam])
    let bowl = Problem.quadratic(Bowl(eigenvalues: [1, 2], rotatedBy: 0))
    let requests = [OptimizerName.adam, .momentum, .momentum].map {
      RunRequest($0, settings: OptimizerSettings(learningRate: 0.1), on: bowl, from: [1, -1], steps: 1)
    }
    let runs = try mine.runs(requests)
    #expect(runs.gaps.map(\.optimizer) == [.adam])
    #expect(runs.finished.map(\.trajectory.weights) == [[[1, -1], [0.5, 0.25]], [[1, -1], [0.5, 0.25]]])
  }
}
