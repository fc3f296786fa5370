import AnswerWire
import Foundation

/// All that judging a lab takes, recorded from its solutions: cases, expected outputs, and what each known
/// misconception makes of them. It holds no solution.
public struct AnswerBook: Codable, Sendable, Equatable {
  /// The lab's command, as `optimizers`.
  public var lab: String
  /// The seed that the cases were made from.
  public var seed: UInt64
  /// The exercises in order.
  public var exercises: [RecordedExercise]

  /// A book of recorded exercises.
  public init(lab: String, seed: UInt64, exercises: [RecordedExercise]) {
    self.lab = lab
    self.seed = seed
    self.exercises = exercises
  }
}

/// How an exercise is answered.
public enum ExerciseKind: String, Codable, Sendable {
  /// A function to write.
  case write
  /// A number to predict before the run, judged against the run.
  case predict
  /// A trajectory, curve or table made by a hidden misconception: say which.
  case diagnose
}

/// One exercise with its cases and what is known of wrong answers to it.
public struct RecordedExercise: Codable, Sendable, Equatable {
  /// Lab and exercise, as `1.11`.
  public var id: String
  /// The exercise's name in a few words.
  public var title: String
  /// How it is answered.
  public var kind: ExerciseKind
  /// What a right answer earns.
  public var points: Int
  /// The student's file, relative to the lab's folder.
  public var file: String
  /// How far an answer may be off.
  public var tolerance: Tolerance
  /// From general to specific.
  public var hints: [String]
  /// Small ones first: the first that fails is the one shown.
  public var cases: [RecordedCase]
  /// Known wrong answers.
  public var misconceptions: [RecordedMisconception]
  /// What two misconceptions at once give, where that differs from either alone.
  public var pairs: [RecordedPair]
  /// The blank stub, put in the place of a file that doesn't compile.
  public var stub: String
}

/// One input with the output that is right.
public struct RecordedCase: Codable, Sendable, Equatable {
  /// What the answer is given.
  public var input: Value
  /// What it must return.
  public var expected: Value
}

/// A known wrong answer: what it is called, what to say about it, and what it returns for every case.
public struct RecordedMisconception: Codable, Sendable, Equatable {
  /// What is known of the mistake.
  public var misconception: Misconception
  /// Its output for every case, in order.
  public var outputs: [Value]

  /// A mistake with what it returns.
  public init(misconception: Misconception, outputs: [Value]) {
    self.misconception = misconception
    self.outputs = outputs
  }
}

/// What two misconceptions at once return for every case.
public struct RecordedPair: Codable, Sendable, Equatable {
  /// The two names.
  public var names: [String]
  /// Their output for every case, in order.
  public var outputs: [Value]
}

/// A known wrong way to answer an exercise.
public struct Misconception: Codable, Sendable, Equatable {
  /// The exercise that it is a wrong answer to, as `1.11`.
  public var exercise: String
  /// Its name, as `no-bias-correction`.
  public var name: String
  /// What a student is told: the mistake, what it does, and what to do instead.
  public var sentence: String
  /// Where it comes from: a slide, the literature, a common error.
  public var source: String
  /// The heading in the handout that explains it.
  public var section: String
  /// The share of the points that it earns, from 0 (the default) to 1.
  public var credit: Double

  /// A known wrong way to answer `exercise`.
  public init(
    _ exercise: String, _ name: String, _ sentence: String, source: String, section: String, credit: Double = 0
  ) {
    self.exercise = exercise
    self.name = name
    self.sentence = sentence
    self.source = source
    self.section = section
    self.credit = credit
  }
}

extension AnswerBook {
  /// The file's text: an exercise a line, so that a change of one exercise is a change of one line.
  public func encoded() throws -> Data {
    var text = Data("{\"lab\":\(try string(Wire.encode(lab))),\"seed\":\(seed),\"exercises\":[\n".utf8)
    for (index, exercise) in exercises.enumerated() {
      text += try Wire.encode(exercise) + Data((index + 1 < exercises.count ? ",\n" : "\n").utf8)
    }
    return text + Data("]}\n".utf8)
  }

  /// Reads a recorded book.
  ///
  /// - Throws: `AnswerBookError` with the file's name where it can't be read or holds something else.
  public init(contentsOf file: URL) throws(AnswerBookError) {
    let data: Data
    do { data = try Data(contentsOf: file) } catch { throw .missing(file.path) }
    do { self = try Wire.decode(AnswerBook.self, withValuesFrom: data) } catch { throw .damaged(file.path) }
  }

  private func string(_ data: Data) -> String { String(decoding: data, as: UTF8.self) }
}

/// Why the recorded answers of a lab can't be used.
public enum AnswerBookError: Error, Equatable, CustomStringConvertible {
  /// There is no such file.
  case missing(String)
  /// The file is not a recorded book.
  case damaged(String)

  /// One sentence: what is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .missing(let path): "The recorded answers are not at \(path); get that file from the handout again."
    case .damaged(let path): "The recorded answers at \(path) are damaged; get that file from the handout again."
    }
  }
}
