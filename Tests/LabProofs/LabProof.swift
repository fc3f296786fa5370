import AnswerChecks
import AnswerWire
import Foundation

/// A lab under proof: its answers are recorded in the test's own process, so its files needn't be current.
package struct LabProof<Answers: Sendable>: Sendable {
  /// The repository's root.
  package let root: URL
  /// The lab's folder.
  package let folder: URL
  let lab: String
  let solutions: SolutionSet<Answers>
  private let checks: [Check]
  private let texts: AnswerTexts
  private let publicBook: Result<AnswerBook, any Error>

  /// - Parameters:
  ///   - lab: its command, as `batch-size`.
  ///   - texts: two of its answers in words, if it has such.
  ///   - file: a file in the lab's folder of tests, as `BatchSizeTests`.
  package init(
    _ lab: String, _ solutions: SolutionSet<Answers>, checks: [Check], texts: (String, String) = ("yes", "no"),
    file: StaticString = #filePath
  ) {
    (self.lab, self.solutions, self.checks, self.texts) = (lab, solutions, checks, AnswerTexts(texts.0, texts.1))
    let tests = URL(filePath: "\(file)").deletingLastPathComponent()
    root = tests.deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Labs/\(tests.lastPathComponent.dropLast("Tests".count))")
    self.folder = folder
    publicBook = Result {
      try solutions.record(lab: lab, checks: checks, folder: folder, seed: Recorder.publicSeed)
    }
  }

  /// The exercises' names in order, for parameterized tests.
  package var ids: [String] { checks.map(\.id) }

  /// The book that the repository keeps, recorded once.
  package func book() throws -> AnswerBook { try publicBook.get() }

  /// The book with another seed's cases.
  package func book(seed: UInt64) throws -> AnswerBook {
    try solutions.record(lab: lab, checks: checks, folder: folder, seed: seed)
  }

  /// One exercise of the kept book.
  package func exercise(_ id: String) throws -> RecordedExercise {
    guard let exercise = try book().exercises.first(where: { $0.id == id }) else { throw RecordingError.noExercise(id) }
    return exercise
  }

  /// What a set of answers returns for the cases of an exercise.
  package func outputs(of answers: Answers, for recorded: RecordedExercise) throws -> [Value] {
    guard let exercise = solutions.exercises.first(where: { $0.id == recorded.id }) else {
      throw RecordingError.noExercise(recorded.id)
    }
    return try recorded.cases.map {
      try Wire.decode(Value.self, from: exercise.answer(Wire.encode($0.input), by: answers))
    }
  }

  /// Outputs with one case slightly off.
  package func nudged(_ outputs: [Value], inCase index: Int) -> [Value] { outputs.nudged(inCase: index, texts) }

  /// What must hold of an exercise.
  package func guarantees(_ exercise: RecordedExercise) -> Guarantees { Guarantees(exercise, texts: texts) }
}
