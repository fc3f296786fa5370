import AnswerWire
import Foundation
import Testing

@testable import AnswerChecks

/// What is recorded as the blank stub of an exercise, on a lab that doubles numbers.
struct RecordingTests {
  private struct Doubling: Sendable { let factor: Double }

  private static let solutions = SolutionSet<Doubling>(
    exercises: [Exercise("9.1") { answers, input in try product(answers, input) }], reference: Doubling(factor: 2),
    misconceptions: [], wrong: { _ in Doubling(factor: 2) })
  private static let checks = [
    Check("9.1", "Doubling", points: 1, file: "Exercises/Doubling.swift", hints: []) { _ in [1.0, 2] }
  ]
  private static let blank = "func double(_ x: Double) throws -> Double {\n  throw NotAttempted(\"9.1\")\n}\n"
  private static let answered =
    "func double(_ x: Double) throws -> Double {\n  // throw NotAttempted(\"9.1\")\n  2 * x\n}\n"

  private static func product(_ answers: Doubling, _ input: Double) throws -> Double { answers.factor * input }

  /// A lab's folder with this exercise file.
  private func folder(_ text: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "descent-recording-\(UUID().uuidString)")
    for room in ["Exercises", "Checks"] {
      try FileManager.default.createDirectory(at: folder.appending(path: room), withIntermediateDirectories: true)
    }
    try Data(text.utf8).write(to: folder.appending(path: "Exercises/Doubling.swift"))
    return folder
  }

  private func record(in folder: URL) throws -> AnswerBook {
    try Self.solutions.record(lab: "doubling", checks: Self.checks, folder: folder, seed: 1)
  }

  /// Doubling with mistakes that multiply: together two of them may make something new, a third, or nothing wrong.
  private static let mistaken = SolutionSet<Doubling>(
    exercises: solutions.exercises, reference: Doubling(factor: 2), misconceptions: mistakes.keys.sorted().map(known),
    wrong: { names in Doubling(factor: names.reduce(2) { $0 * (mistakes[$1] ?? 1) }) })
  private static let mistakes = ["doubles": 2.0, "fourfold": 4, "halves": 0.5, "negates": -1]

  private static func known(_ name: String) -> Misconception {
    Misconception("9.1", name, "This \(name).", source: "these tests", section: "Doubling")
  }

  @Test func onlyPairsThatMakeSomethingNewAreRecorded() throws {
    let book = try Self.mistaken.record(lab: "doubling", checks: Self.checks, folder: nil, seed: 1)
    let exercise = try #require(book.exercises.first)
    #expect(exercise.misconceptions.map(\.outputs) == [4.0, 8, 1, -2].map { [.number($0), .number(2 * $0)] })
    // "doubles" and "halves" cancel, and "fourfold" and "halves" are "doubles"; other pairs give the same only once.
    #expect(
      exercise.pairs.map(\.names)
        == [
          ["doubles", "fourfold"], ["doubles", "negates"], ["fourfold", "negates"], ["halves", "negates"],
        ])
    #expect(exercise.pairs.map { $0.outputs[0] } == [16.0, -4, -8, -1].map(Value.number))
  }

  @Test func aBlankFileIsTheStub() throws {
    let folder = try folder(Self.blank)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try record(in: folder).exercises.map(\.stub) == [Self.blank])
  }

  @Test func anAnswerNeverBecomesTheStub() throws {
    let folder = try folder(Self.blank)
    defer { try? FileManager.default.removeItem(at: folder) }
    try record(in: folder).encoded().write(to: folder.appending(path: "Checks/answers.json"))
    try Data(Self.answered.utf8).write(to: folder.appending(path: "Exercises/Doubling.swift"))
    let book = try record(in: folder)
    #expect(book.exercises.map(\.stub) == [Self.blank])
    #expect(book.exercises[0].cases.map(\.expected) == [Value.number(2), .number(4)])
  }

  @Test func anAnswerWithoutAStubBeforeItIsRefused() throws {
    let folder = try folder(Self.answered)
    defer { try? FileManager.default.removeItem(at: folder) }
    let error = #expect(throws: RecordingError.self) { try record(in: folder) }
    #expect(
      error?.description
        == "Exercises/Doubling.swift doesn't throw NotAttempted(\"9.1\"), so it is no blank stub.")
  }
}
