import AnswerWire
import Foundation
import NumericCore

/// A lab's solutions as the recorder needs them.
public struct SolutionSet<Answers>: Sendable where Answers: Sendable {
  /// What can be asked.
  public let exercises: [Exercise<Answers>]
  /// The reference answers.
  public let reference: Answers
  /// Answers that make the named mistakes, and are otherwise right.
  public let wrong: @Sendable (Set<String>) -> Answers
  /// Every known mistake.
  public let misconceptions: [Misconception]

  /// A set of solutions.
  public init(
    exercises: [Exercise<Answers>], reference: Answers, misconceptions: [Misconception],
    wrong: @escaping @Sendable (Set<String>) -> Answers
  ) {
    self.exercises = exercises
    self.reference = reference
    self.wrong = wrong
    self.misconceptions = misconceptions
  }

  /// Runs the solutions and every misconception, alone and in pairs, over all cases.
  ///
  /// - Parameters:
  ///   - lab: the lab's command.
  ///   - checks: one an exercise.
  ///   - folder: the lab's folder, for the blank stubs; nothing leaves them empty.
  ///   - seed: makes the cases. Equal seeds give equal books.
  public func record(lab: String, checks: [Check], folder: URL?, seed: UInt64) throws -> AnswerBook {
    let recorded = try checks.map { check in
      guard let exercise = exercises.first(where: { $0.id == check.id }) else {
        throw RecordingError.noExercise(check.id)
      }
      return try record(check, of: exercise, folder: folder, seed: seed)
    }
    return AnswerBook(lab: lab, seed: seed, exercises: recorded)
  }

  private func record(_ check: Check, of exercise: Exercise<Answers>, folder: URL?, seed: UInt64) throws
    -> RecordedExercise
  {
    var generator = Philox4x32x10(seed: seed, stream: check.id)
    let inputs = try check.cases(&generator)
    func outputs(_ answers: Answers) throws -> [Value] {
      try inputs.map { try Value(json: exercise.answer(Wire.encode($0), by: answers)) }
    }
    let expected = try check.truth.map { try inputs.map($0) } ?? outputs(reference)
    let known = try misconceptions.filter { $0.exercise == check.id }.map {
      RecordedMisconception(misconception: $0, outputs: try outputs(wrong([$0.name])))
    }
    return RecordedExercise(
      id: check.id, title: check.title, kind: check.kind, points: check.points, file: check.file,
      tolerance: check.tolerance, hints: check.hints,
      cases: zip(inputs, expected).map { RecordedCase(input: $0, expected: $1) }, misconceptions: known,
      pairs: try pairs(of: known, expected: expected, tolerance: check.tolerance, outputs: outputs),
      stub: try folder.map { try stub(of: check, in: $0) } ?? "")
  }

  /// The exercise's file as it is handed out. Where somebody has answered it here, that is the one recorded before.
  private func stub(of check: Check, in folder: URL) throws -> String {
    let text = try String(contentsOf: folder.appending(path: check.file), encoding: .utf8)
    let isBlank = text.split(separator: "\n").contains {
      $0.trimmingCharacters(in: .whitespaces) == "throw NotAttempted(\"\(check.id)\")"
    }
    if isBlank { return text }
    let kept = try? AnswerBook(contentsOf: folder.appending(path: "Checks/answers.json"))
    guard let stub = kept?.exercises.first(where: { $0.id == check.id })?.stub, !stub.isEmpty else {
      throw RecordingError.noStub(check.id, file: check.file)
    }
    return stub
  }

  /// Two mistakes at once, left out where they give what one alone, none, or an earlier pair gives.
  private func pairs(
    of known: [RecordedMisconception], expected: [Value], tolerance: Tolerance,
    outputs: (Answers) throws -> [Value]
  ) throws -> [RecordedPair] {
    var pairs: [RecordedPair] = []
    for (index, first) in known.enumerated() {
      for second in known[(index + 1)...] {
        let names = [first.misconception.name, second.misconception.name]
        let both = RecordedPair(names: names, outputs: try outputs(wrong(Set(names))))
        let others = [expected] + known.map(\.outputs) + pairs.map(\.outputs)
        let isNew = !others.contains { zip($0, both.outputs).allSatisfy { $0.matches($1, tolerance: tolerance) } }
        if isNew { pairs.append(both) }
      }
    }
    return pairs
  }
}

/// Why recording stopped: a slip in the lab's definition.
public enum RecordingError: Error, CustomStringConvertible {
  /// A check names an exercise that the questions don't have.
  case noExercise(String)
  /// An exercise was answered before its blank stub was recorded.
  case noStub(String, file: String)

  /// One sentence.
  public var description: String {
    switch self {
    case .noExercise(let id): "The checks name exercise \(id), which the questions don't have."
    case .noStub(let id, let file): "\(file) doesn't throw NotAttempted(\"\(id)\"), so it is no blank stub."
    }
  }
}
