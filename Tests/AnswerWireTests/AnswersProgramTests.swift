import Foundation
import NumericCore
import Testing

@testable import AnswerWire

/// The program that runs a student's answers, served a request as the checker serves it.
@Suite struct AnswersProgramTests {
  /// Answers to a lab of four exercises: one is right, one is blank, one throws, one prints.
  struct Answers: Sendable {
    static let exercises = [
      Exercise<Answers>("9.1") { (_, number: Double) in 2 * number },
      Exercise<Answers>("9.2") { (_, _: Double) throws -> Double in throw NotAttempted("9.2") },
      Exercise<Answers>("9.3") { (_, _: Double) throws -> Double in throw Misfortune() },
      Exercise<Answers>("9.4") { (_, number: Double) in
        print("seen: \(number)", terminator: "")
        return number
      },
    ]
  }

  struct Misfortune: Error, CustomStringConvertible { let description = "It \"broke\"." }

  @Test func repliesALineForEachInput() async {
    let ends = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try request("9.1", inputs: ["2", "-0.5", "\"inf\"", "\"nan\""])
    }
    #expect(
      printed(ends)
        .hasSuffix("{\"output\":4}\n{\"output\":-1}\n{\"output\":\"inf\"}\n{\"output\":\"nan\"}\n"))
  }

  @Test func aBlankExerciseSaysSo() async {
    let ends = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try request("9.2", inputs: ["1"])
    }
    #expect(printed(ends).hasSuffix("{\"notAttempted\":true}\n"))
  }

  @Test func anErrorIsDescribedOnOneLine() async {
    let ends = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try request("9.3", inputs: ["1", "2"])
    }
    #expect(
      printed(ends)
        .hasSuffix(String(repeating: "{\"failure\":\"It \\\"broke\\\".\"}\n", count: 2)))
  }

  /// The child is ended right after its last reply, so what an answer printed must be out before.
  @Test func whatIsPrintedComesBeforeTheReply() async {
    let ends = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      try request("9.4", inputs: ["3"])
    }
    #expect(printed(ends).hasSuffix("seen: 3.0{\"output\":3}\n"))
  }

  @Test func aRequestForAnotherLabIsRefused() async {
    let ends = await #expect(processExitsWith: .exitCode(EX_USAGE), observing: [\.standardErrorContent]) {
      try request("1.1", inputs: ["1"])
    }
    #expect(complaint(ends).contains("There is no exercise 1.1 in this lab.\n"))
  }

  @Test func aRequestThatEndsEarlyIsRefused() async {
    let ends = await #expect(
      processExitsWith: .exitCode(EX_USAGE), observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      try request("9.1", inputs: ["5"], count: 2)
    }
    #expect(printed(ends).hasSuffix("{\"output\":10}\n"))
    #expect(complaint(ends).contains("The request ended early.\n"))
  }

  @Test func aReplyThatCanNotBeWrittenIsSaid() async {
    let ends = await #expect(processExitsWith: .exitCode(EX_USAGE), observing: [\.standardErrorContent]) {
      try request("9.1", inputs: ["5"], replyDescriptor: 999)
    }
    #expect(complaint(ends).contains("The reply could not be written.\n"))
  }

  /// Whoever starts the program by hand is told what to type.
  @Test(arguments: ["", "hello\n", "{\"exercise\":\"9.1\"}\n"])
  func whatIsNoRequestIsRefused(text input: String) async {
    let ends = await #expect(processExitsWith: .exitCode(EX_USAGE), observing: [\.standardErrorContent]) { [input] in
      try serve(input)
    }
    #expect(
      complaint(ends)
        .contains("This program answers requests of the checker. Run the checks with: make check LAB=...\n"))
  }

  private func printed(_ ends: ExitTest.Result?) -> String {
    String(decoding: ends?.standardOutputContent ?? [], as: UTF8.self)
  }

  private func complaint(_ ends: ExitTest.Result?) -> String {
    String(decoding: ends?.standardErrorContent ?? [], as: UTF8.self)
  }
}

/// Serves a request for an exercise, with replies on standard output, and ends the process.
private func request(
  _ exercise: String, inputs: [String], count: Int? = nil, replyDescriptor: Int32 = STDOUT_FILENO
) throws -> Never {
  let header = RequestHeader(exercise: exercise, count: count ?? inputs.count, replyDescriptor: replyDescriptor)
  let lines = [String(decoding: try Wire.encode(header), as: UTF8.self)] + inputs
  try serve(lines.map { $0 + "\n" }.joined())
}

/// Serves a text on standard input, and ends the process.
private func serve(_ input: String) throws -> Never {
  let ends = Pipe()
  try ends.fileHandleForWriting.write(contentsOf: Data(input.utf8))
  try ends.fileHandleForWriting.close()
  dup2(ends.fileHandleForReading.fileDescriptor, STDIN_FILENO)
  AnswersProgram.serve(AnswersProgramTests.Answers.exercises, with: AnswersProgramTests.Answers())
}
