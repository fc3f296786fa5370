import AnswerChecks
import LabKit
import NumericCore
import Plotting
import SparsityQuestions

/// Weight decay where each step is divided by its own size, as Adam's are: through the optimizer, or beside it.
struct DecayRuns {
  /// A way of decay and the size of the loss's gradients, with the mean weight at steps 0, 1, 2, ...
  struct Run {
    let decay: WeightDecay
    let gradients: GradientSize
    let weights: [Double]

    var title: String { decay == .penalty ? "penalty, gradients \(short(gradients.deviation))" : "decoupled, both" }
    var key: String { "\(decay.rawValue)-\(gradients.rawValue)" }
  }

  /// The loss's gradients are noise of one of two sizes.
  enum GradientSize: String, CaseIterable {
    case small
    case large

    var deviation: Double { self == .small ? 0.1 : 10 }
  }

  let runs: [Run]
  let missing: MissingAnswer?

  static let learningRate = 0.02
  static let strength = 0.5
  static let weights = 200
  private static let steps = 60

  /// All weights begin at 1, and both sizes and both ways have the same noise.
  init(_ answers: any FigureAnswers, draws: Philox4x32x10) throws {
    var draws = draws
    let noise = Matrix<Double>.normal(rows: Self.steps, columns: Self.weights, using: &draws)
    let kinds = WeightDecay.allCases.flatMap { decay in GradientSize.allCases.map { (decay, $0) } }
    let answer = try answers.decayed(
      kinds.map { decay, size in
        DecayInput(
          weights: .ones(Self.weights), gradients: size.deviation * noise, learningRate: Self.learningRate,
          strength: Self.strength, decay: decay, epsilon: 1e-8)
      })
    missing = answer.missing
    runs = zip(kinds, answer.answer ?? []).map { kind, steps in
      Run(decay: kind.0, gradients: kind.1, weights: [1] + steps.map { $0.mean() })
    }
  }

  /// The mean weights at the end.
  var results: Value { .record(Dictionary(uniqueKeysWithValues: runs.map { ($0.key, .number($0.weights.last ?? 1)) })) }

  /// For the caption; empty where nothing is drawn.
  var sentence: String {
    runs.isEmpty
      ? ""
      : " Right: mean of \(Self.weights) weights whose gradients are noise of deviation 0.1 or 10; each step is divided by its "
        + "size, as by an Adam without memory; \\eta = \(short(Self.learningRate)), \\lambda = \(short(Self.strength))."
  }

  var chart: Chart {
    Chart("Weight decay") {
      for run in runs {
        LineMark(x: run.weights.indices.map(Double.init), y: run.weights).foregroundStyle(by: run.title)
      }
    }
    .xAxis("step").yAxis("mean weight", domain: -0.05...1.45).legend(.inside(.topRight))
    .seriesStyles(
      zip(runs, Self.looks).map { run, look in SeriesStyle(name: run.title, color: look.0, dash: look.1) })
  }

  private static let looks: [(Color, LineDash)] = [(.green, .solid), (.orange, .dashed), (.purple, .dashDotted)]
}
