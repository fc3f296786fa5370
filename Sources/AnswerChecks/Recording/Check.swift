import AnswerWire
import NumericCore

/// How one exercise is checked: its points, its file, its hints, and the cases that tell right from wrong.
///
/// A check is a definition. Recording runs the solutions over it and writes what the judge needs.
public struct Check: Sendable {
  /// Lab and exercise, as `1.11`.
  public let id: String
  /// The exercise's name in a few words.
  public let title: String
  /// How it is answered.
  public let kind: ExerciseKind
  /// What a right answer earns.
  public let points: Int
  /// The student's file, relative to the lab's folder.
  public let file: String
  /// How far an answer may be off.
  public let tolerance: Tolerance
  /// From general to specific.
  public let hints: [String]

  let cases: @Sendable (inout Philox4x32x10) throws -> [Value]
  let truth: (@Sendable (Value) throws -> Value)?

  /// A check whose expected outputs are the reference answer's.
  ///
  /// - Parameters:
  ///   - id: lab and exercise, as `1.11`.
  ///   - title: the exercise in a few words.
  ///   - kind: how it is answered.
  ///   - points: what a right answer earns.
  ///   - file: the student's, relative to the lab's folder.
  ///   - tolerance: how far an answer may be off.
  ///   - hints: from general to specific.
  ///   - cases: makes the inputs, small ones first, from a generator that depends on the seed and the exercise alone.
  public init<Input: Encodable & SendableMetatype>(
    _ id: String, _ title: String, kind: ExerciseKind = .write, points: Int, file: String,
    tolerance: Tolerance = Tolerance(), hints: [String],
    cases: @escaping @Sendable (inout Philox4x32x10) throws -> [Input]
  ) {
    self.init(
      id: id, title: title, kind: kind, points: points, file: file, tolerance: tolerance, hints: hints,
      cases: { generator in try cases(&generator).map { try Value(encoding: $0) } }, truth: nil)
  }

  /// A check of a prediction: the expected outputs are what a run gives, not what a formula says.
  ///
  /// - Parameters:
  ///   - id: lab and exercise, as `1.16`.
  ///   - title: the exercise in a few words.
  ///   - points: what a right answer earns.
  ///   - file: the student's, relative to the lab's folder.
  ///   - tolerance: how far a prediction may be off.
  ///   - hints: from general to specific.
  ///   - cases: makes the inputs, small ones first, from a generator that depends on the seed and the exercise alone.
  ///   - run: does the run for one input.
  public init<Input: Codable & SendableMetatype, Output: Encodable & SendableMetatype>(
    predicting id: String, _ title: String, points: Int, file: String, tolerance: Tolerance = Tolerance(),
    hints: [String], cases: @escaping @Sendable (inout Philox4x32x10) throws -> [Input],
    run: @escaping @Sendable (Input) throws -> Output
  ) {
    self.init(
      id: id, title: title, kind: .predict, points: points, file: file, tolerance: tolerance, hints: hints,
      cases: { generator in try cases(&generator).map { try Value(encoding: $0) } },
      truth: { input in
        try Value(encoding: run(Wire.decode(Input.self, from: Wire.encode(input))))
      })
  }

  private init(
    id: String, title: String, kind: ExerciseKind, points: Int, file: String, tolerance: Tolerance, hints: [String],
    cases: @escaping @Sendable (inout Philox4x32x10) throws -> [Value],
    truth: (@Sendable (Value) throws -> Value)?
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.points = points
    self.file = file
    self.tolerance = tolerance
    self.hints = hints
    self.cases = cases
    self.truth = truth
  }
}
