import AnswerChecks
import Foundation
import LabKit
import NumericCore
import SkewedClassesQuestions

/// What figures take from answers to exercises: the project's own, or a student's.
///
/// What can't be had is thrown as a `MissingAnswer`, and the figure does without it.
struct FigureAnswers: Sendable {
  /// Who answers.
  enum Source: Sendable {
    /// Code in this process.
    case questions(any SkewedClassesQuestions)
    /// A student's program.
    case student(StudentAnswers)
    /// Nobody: a copy without the project's techniques draws what needs none.
    case nobody
  }

  var source: Source

  /// These answers.
  init(_ source: Source) { self.source = source }

  /// The chosen answers.
  init(of source: AnswersSource) throws {
    switch source {
    case .mine: self.init(.student(try .ofMyAnswers(to: "skewed-classes")))
    case .reference:
      #if canImport(Techniques)
        self.init(.questions(ReferenceFigureAnswers()))
      #else
        self.init(.nobody)
      #endif
    }
  }

  /// Whether they are right for sure, so that a caption may say what they show before anybody has looked.
  var areTheProjects: Bool {
    if case .questions = source { true } else { false }
  }

  /// For a caption: whose answers were drawn; empty for the project's own.
  func credit(_ exercises: [String]) -> String {
    if case .student(let answers) = source { String(answers.credit(exercises).dropFirst()) } else { "" }
  }

  /// The outputs for all inputs.
  ///
  /// - Throws: `MissingAnswer` where one of them is.
  private func outputs<Input: Codable, Output: Codable>(
    _ exercise: String, _ inputs: [Input], _ ask: (any SkewedClassesQuestions, Input) throws -> Output
  ) throws -> [Output] {
    switch source {
    case .questions(let answers): return try inputs.map { try ask(answers, $0) }
    case .nobody: throw MissingAnswer.unasked(exercise)
    case .student(let answers):
      return try answers.outputs(of: exercise, inputs: inputs) { output -> Output? in
        output.isDrawable ? output.decoded() : nil
      }.get()
    }
  }
}

extension FigureAnswers {
  /// 6.1 at one threshold for each.
  func counts(_ samples: [(Scored, threshold: Double)]) throws -> [FourCounts] {
    try outputs("6.1", samples.map { $0.0.input(threshold: $0.threshold) }) {
      try $0.counts(scores: $1.scores, isPositive: $1.isPositive, threshold: $1.threshold ?? 0)
    }
  }

  /// 6.2.
  func accuracies(_ counts: [FourCounts]) throws -> [Accuracies] {
    try outputs("6.2", counts.map { CountsInput($0) }) { try $0.accuracies(counts: $1.counts) }
  }

  /// 6.3.
  func precisionsAndRecalls(_ counts: [FourCounts]) throws -> [PrecisionAndRecall] {
    try outputs("6.3", counts.map { CountsInput($0) }) { try $0.precisionAndRecall(counts: $1.counts) }
  }

  /// 6.4 with β = 1.
  func f1(_ counts: [FourCounts]) throws -> [Double?] {
    try outputs("6.4", counts.map { CountsInput($0, beta: 1) }) { try $0.fMeasure(counts: $1.counts, beta: 1) }
  }

  /// 6.5, where both classes have samples.
  func rocPoints(_ samples: [Scored]) throws -> [[ROCPoint]] {
    try outputs("6.5", samples.map { $0.input() }) { try $0.rocPoints(scores: $1.scores, isPositive: $1.isPositive) }
      .map { points in
        guard let points, points.allSatisfy(\.isInTheSquare) else {
          throw MissingAnswer("6.5", "returned what can't be drawn")
        }
        return points
      }
  }

  /// 6.6.
  func rocAreas(_ samples: [Scored]) throws -> [Double?] {
    try outputs("6.6", samples.map { $0.input() }) { try $0.rocArea(scores: $1.scores, isPositive: $1.isPositive) }
  }

  /// 6.7.
  func averagePrecisions(_ samples: [Scored]) throws -> [Double?] {
    try outputs("6.7", samples.map { $0.input() }) {
      try $0.averagePrecision(scores: $1.scores, isPositive: $1.isPositive)
    }
  }

  /// 6.8, with a cost of 1 for false positives.
  func costThresholds(_ costsOfFalseNegatives: [Double]) throws -> [Double] {
    let inputs = costsOfFalseNegatives.map {
      CostsInput(costOfFalsePositive: 1, costOfFalseNegative: $0, positiveWeight: 1)
    }
    return try outputs("6.8", inputs) {
      try $0.costThreshold(
        costOfFalsePositive: $1.costOfFalsePositive, costOfFalseNegative: $1.costOfFalseNegative,
        positiveWeight: $1.positiveWeight)
    }
  }

  /// 6.9, with a cost of 1 for false positives.
  func cheapestThresholds(_ samples: Scored, costsOfFalseNegatives: [Double]) throws -> [CheapestThreshold] {
    let inputs = costsOfFalseNegatives.map {
      CostlyScoresInput(
        scores: Vector(samples.scores), isPositive: samples.isPositive, costOfFalsePositive: 1,
        costOfFalseNegative: $0)
    }
    return try outputs("6.9", inputs) {
      try $0.cheapestThreshold(
        scores: $1.scores, isPositive: $1.isPositive, costOfFalsePositive: $1.costOfFalsePositive,
        costOfFalseNegative: $1.costOfFalseNegative)
    }
  }

  /// 6.10 of the negative and the positive class. With weights that are further apart, or further from 1, nothing can be
  /// trained.
  func classWeights(_ samples: [[Bool]]) throws -> [(negative: Double, positive: Double)] {
    let inputs = samples.map { LabelsInput(labels: $0.map { $0 ? 1 : 0 }, classes: 2) }
    return try outputs("6.10", inputs) { try $0.classWeights(labels: $1.labels, classes: $1.classes) }.map { weights in
      guard weights.count == 2, let negative = weights[0], let positive = weights[1],
        [negative, positive, positive / negative].allSatisfy((1e-6...1e6).contains)
      else {
        throw MissingAnswer("6.10", "returned what can't be drawn")
      }
      return (negative, positive)
    }
  }

  /// 6.12.
  func precisions(_ populations: [PrevalenceInput]) throws -> [Double?] {
    try outputs("6.12", populations) {
      try $0.predictedPrecision(
        recall: $1.recall, falsePositiveRate: $1.falsePositiveRate, prevalence: $1.prevalence)
    }
  }
}

extension ROCPoint {
  /// Whether both rates are shares.
  fileprivate var isInTheSquare: Bool { (0...1).contains(falsePositiveRate) && (0...1).contains(truePositiveRate) }
}

extension Value {
  /// Whether every number is finite and of a size that pictures bear.
  fileprivate var isDrawable: Bool {
    switch self {
    case .number(let number): number.isFinite && abs(number) < 1e15
    case .list(let list): list.allSatisfy(\.isDrawable)
    case .record(let record): record.values.allSatisfy(\.isDrawable)
    default: true
    }
  }

  /// What it stands for; nothing where it is something else.
  fileprivate func decoded<Output: Decodable>() -> Output? {
    (try? JSONEncoder().encode(self)).flatMap { try? JSONDecoder().decode(Output.self, from: $0) }
  }
}

/// What `body` gives, or which answer it lacks.
func unlessMissing<Part>(_ body: () throws -> Part) throws -> (part: Part?, missing: MissingAnswer?) {
  do { return (try body(), nil) } catch let missing as MissingAnswer { return (nil, missing) }
}
