import AnswerChecks
import AnswerWire
import BatchSizeChecks
import BatchSizeQuestions
import BatchSizeSolutions
import Foundation
import LabProofs
import NumericCore
import Testing

/// The lab's books, recorded in this process.
enum Recorded {
  /// The repository's root.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The lab's folder.
  static let folder = root.appending(path: "Labs/BatchSize")

  private static let publicBook = Result { try book(seed: Recorder.publicSeed) }

  /// The book with another seed's cases.
  static func book(seed: UInt64) throws -> AnswerBook {
    try batchSizeSolutions.record(lab: "batch-size", checks: batchSizeChecks, folder: folder, seed: seed)
  }

  /// The book that the repository keeps, recorded once.
  static func book() throws -> AnswerBook { try publicBook.get() }

  /// One exercise of that book.
  static func exercise(_ id: String) throws -> RecordedExercise {
    try #require(try book().exercises.first { $0.id == id }, "The book has no exercise \(id).")
  }

  /// The exercises' names in order, for parameterized tests.
  static let ids = batchSizeChecks.map(\.id)
}

/// A misconception as a test's argument, shown by its name.
struct Mistake: Sendable, CustomTestStringConvertible {
  let misconception: Misconception

  static let all = batchSizeMisconceptions.map(Mistake.init)

  var testDescription: String { "\(misconception.exercise) \(misconception.name)" }
}

/// Two answers of the lab's exercises in words.
private let texts = AnswerTexts("noMistake", "sumForAverage")

extension Guarantees {
  init(exercise: RecordedExercise) { self.init(exercise, texts: texts) }
}

extension [Value] {
  /// The same outputs with one case slightly off.
  func nudged(inCase index: Int) -> [Value] { nudged(inCase: index, texts) }
}

extension RecordedExercise {
  /// What a set of answers returns for the cases.
  func outputs(of answers: any BatchSizeQuestions) throws -> [Value] {
    let exercise = try #require(batchSizeExercises.first { $0.id == id })
    return try cases.map { recorded in
      try Wire.decode(Value.self, from: exercise.answer(Wire.encode(recorded.input), by: answers))
    }
  }
}
