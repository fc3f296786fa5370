import AnswerChecks
import Foundation
import Testing

/// The real `descent watch`, on a toy lab, without a terminal.
@Suite(.enabled(if: ToyLab.isBuilt, "needs a build of all labs"))
struct WatchProgramTests {
  private static let blank = "17 not attempted"

  /// A running `descent watch`, and what it printed so far.
  private final class Watching {
    private let process: Process
    private let output: FileHandle
    private var printed = ""
    /// Ends a program that says nothing any more, so that a test fails in place of waiting for ever.
    private let backstop: DispatchWorkItem

    init(_ toy: ToyLab, _ arguments: String...) throws {
      process = toy.program.process(
        ["watch"] + arguments + ["--binaries", ToyLab.binaries.path], in: toy.root)
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = pipe
      output = pipe.fileHandleForReading
      try process.run()
      backstop = DispatchWorkItem { [number = process.processIdentifier] in kill(number, SIGTERM) }
      DispatchQueue.global().asyncAfter(deadline: .now() + 300, execute: backstop)
    }

    /// What came since, until it has these words, if any, and a block ends; all of it where the program ended.
    func block(with words: String) -> String {
      while true {
        let place = words.isEmpty ? printed.startIndex : printed.range(of: words)?.upperBound
        if let place, let end = printed[place...].range(of: "\n\n") {
          defer { printed = String(printed[end.upperBound...]) }
          return String(printed[..<end.lowerBound])
        }
        let data = output.availableData
        if data.isEmpty { return printed }
        printed += String(decoding: data, as: UTF8.self)
      }
    }

    /// Ends it as `kill` does; the status that it ends with.
    func end() -> Int32 {
      backstop.cancel()
      process.terminate()
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  @Test func savedFilesAreJudgedAgain() throws {
    let toy = try ToyLab()
    defer { toy.remove() }
    let watching = try Watching(toy, "optimizers")
    #expect(watching.block(with: Self.blank).contains("optimizers  0 of 31 points"))

    try toy.answer("1.3", "return weights + learningRate * gradient")
    // A line about the saved file comes in any case.
    let wrong = watching.block(with: "\n1.3 Gradient descent: ")
    #expect(wrong.contains("1.3 Gradient descent: not attempted -> wrong"))

    try toy.answer("1.3", "return weights - learningRate * gradient")
    let passed = watching.block(with: "\n1.3 Gradient descent: ")
    #expect(passed.contains("1.3 Gradient descent: wrong -> passed"))
    #expect(watching.block(with: "").contains("Next: 1.4 Learning rates"))

    try toy.answer("1.5", "let v = np.dot(weights, gradient)\n    return v")
    let refused = watching.block(with: "\n1.5 Momentum: ")
    #expect(refused.contains("1.5 Momentum: not attempted -> does not compile"))
    #expect(watching.block(with: "").contains("There is no np"))
    #expect(!(wrong + passed + refused).contains("\u{1B}"), "a pipe gets no escapes")

    #expect(watching.end() == 0)
    let left =
      (try? FileManager.default.contentsOfDirectory(atPath: toy.root.path + "/.build/descent/Optimizers")) ?? []
    #expect(left.isEmpty, "nothing is left behind")
  }

  @Test func theLabInProgressIsTheOneWatched() throws {
    let toy = try ToyLab()
    defer { toy.remove() }
    let nothing = try toy.run("watch")
    #expect(nothing.status == 64)
    #expect(
      nothing.errorOutput == "Say which lab, one of: optimizers. You haven't answered an exercise yet, so it can't be "
        + "guessed.\n")
    try toy.answer("1.3", "return weights")
    let watching = try Watching(toy)
    #expect(watching.block(with: "16 not attempted").contains("1 wrong"))
    #expect(watching.end() == 0)
  }

  @Test func anUnknownLabIsSaid() throws {
    let toy = try ToyLab()
    defer { toy.remove() }
    for command in ["watch", "submit"] {
      let result = try toy.run(command, "cooking")
      #expect(result.status == 64)
      #expect(result.errorOutput == "There is no lab \"cooking\"; the labs are optimizers.\n")
    }
  }
}
