import AnswerChecks
import LabKit
import NumericCore
import Plotting
import SparsityQuestions

/// What λ Σ w² does to a bowl: its curvature, its minimum, and the way of gradient descent.
let conditioning = Experiment<Setting>(
  "conditioning", "A bowl with eigenvalues 1 and 10 before and after a penalty: curvature, minimum, condition number."
) { setting in
  let strengths = [1] + (0...60).map { pow(10, -2 + Double($0) / 20) }
  let answer = try setting.answers.conditioning(PenalizedBowl.eigenvalues, strengths: strengths)
  var bowls = [
    PenalizedBowl(
      eigenvalues: PenalizedBowl.eigenvalues, shrinkage: [1, 1], bestRate: 0.18181818181818182, title: "no penalty")
  ]
  if let new = answer.answer?.first {
    bowls.append(
      PenalizedBowl(
        eigenvalues: new.eigenvalues, shrinkage: new.shrinkage, bestRate: 0.13333333333333333, title: "\\lambda = 1"))
  }
  let runs = bowls.map(\.run)
  var results: [String: Value] = ["steps-before": .number(Double(runs[0].count - 1))]
  var told = ""
  if let curvature = answer.answer?.first {
    let literal = curvature.shrinkage.max() / curvature.shrinkage.min()
    results.merge([
      "eigenvalues": .list(curvature.eigenvalues.map { .number($0) }),
      "shrinkage": .list(curvature.shrinkage.map { .number($0) }),
      "condition-number": .number(curvature.conditionNumber), "literal-reading": .number(literal),
      "steps-after": .number(Double(runs[1].count - 1)),
    ]) { $1 }
    told =
      "With \\lambda = 1 the eigenvalues 1 and 10 become \(short(curvature.eigenvalues[0])) and "
      + "\(short(curvature.eigenvalues[1])), and the condition number 10 becomes \(short(curvature.conditionNumber, digits: 3)); the "
      + "minimum's components shrink to \(rounded(curvature.shrinkage[0], 2)) and \(rounded(curvature.shrinkage[1], 2)) of "
      + "themselves. Gradient descent at its best rate takes \(runs[0].count - 1) and \(runs[1].count - 1) steps to a "
      + "thousandth of the distance. Dotted: the quotient of the shrinkages, which is no condition number. "
  }
  let caption =
    told + "Cross: the minimum" + (told.isEmpty ? "." : "; ring: where it was.") + setting.answers.credit(["4.8"])
    + leftOut([("what the penalty does", answer.missing)])
  return Drawing(
    conditioningFigure(bowls, runs, strengths, answer.answer ?? [], caption: caption),
    table: conditioningTable(bowls, runs, strengths, answer.answer ?? []),
    results: ["conditioning": .record(results)], size: (1200, 1000))
}

/// A bowl with a penalty or without one; the axes are its eigenvectors.
private struct PenalizedBowl {
  static let eigenvalues: Vector<Double> = [1, 10]
  /// The minimum without a penalty.
  static let minimum: Vector<Double> = [3, 1]
  static let start: Vector<Double> = [-1, 2]

  let eigenvalues: Vector<Double>
  let shrinkage: Vector<Double>
  /// The learning rate that is best for the right eigenvalues.
  let bestRate: Double
  let title: String

  var minimum: Vector<Double> { shrinkage * Self.minimum }

  func value(_ w: Vector<Double>) -> Double { (eigenvalues * (w - minimum) * (w - minimum)).sum() / 2 }

  /// Gradient descent at its best fixed rate, until a thousandth of the distance is left, or it has gone far away.
  var run: [Vector<Double>] {
    var path = [Self.start]
    let goal = (Self.start - minimum).norm / 1000
    while let last = path.last, path.count < 1000 {
      let distance = (last - minimum).norm
      if distance <= goal || distance > 1e6 { break }
      path.append(last - bestRate * eigenvalues * (last - minimum))
    }
    return path
  }
}

private func conditioningFigure(
  _ bowls: [PenalizedBowl], _ runs: [[Vector<Double>]], _ strengths: [Double], _ curvatures: [PenalizedCurvature],
  caption: String
) -> Figure {
  let (x, y) = (-1.6...4.6, -1.1...3.0)
  return Figure(caption: caption, columns: 2) {
    for (bowl, run) in zip(bowls, runs) {
      let top = bowl.value(PenalizedBowl.start)
      Chart("\(bowl.title): \\kappa = \(short(bowl.eigenvalues.max() / bowl.eigenvalues.min(), digits: 3))") {
        ContourMark(
          Grid(x: x, y: y) { bowl.value([$0, $1]) }, levels: (0..<8).map { top * pow(2.5, 1 - Double($0)) },
          filled: true)
        LineMark(x: run.map { $0[0] }, y: run.map { $0[1] }).foregroundStyle(.vermillion)
        PointMark(x: run.map { $0[0] }, y: run.map { $0[1] }).foregroundStyle(.vermillion).symbol(.circle, size: 0.6)
        PointMark(x: bowl.minimum[0], y: bowl.minimum[1]).foregroundStyle(.black).symbol(.cross, size: 1.4)
        if bowl.shrinkage[0] != 1 {
          PointMark(x: PenalizedBowl.minimum[0], y: PenalizedBowl.minimum[1]).foregroundStyle(.black)
            .symbol(.ring, size: 1.2)
        }
      }
      .xAxis("w_1", domain: x).yAxis("w_2", domain: y).equalAspect().hiddenColorBar().legend(.hidden)
    }
    if !curvatures.isEmpty {
      let lambda = Array(strengths.dropFirst())
      let rest = Array(curvatures.dropFirst())
      Chart("Condition number") {
        RuleMark(x: 1)
        LineMark(x: lambda, y: rest.map(\.conditionNumber)).foregroundStyle(by: "(10 + 2\\lambda) / (1 + 2\\lambda)")
        LineMark(x: lambda, y: rest.map { $0.shrinkage.max() / $0.shrinkage.min() })
          .foregroundStyle(by: "quotient of shrinkages")
      }
      .xAxis("\\lambda", scale: .log).yAxis("condition number", domain: 0...11).legend(.inside(.topRight))
      .seriesStyles([
        SeriesStyle(name: "(10 + 2\\lambda) / (1 + 2\\lambda)", color: .blue, dash: .solid),
        SeriesStyle(name: "quotient of shrinkages", color: .gray, dash: .dotted),
      ])
      Chart("What is left of the minimum") {
        RuleMark(x: 1, label: "\\lambda = 1")
        for (index, name) in ["d = 1", "d = 10"].enumerated() {
          LineMark(x: lambda, y: rest.map { $0.shrinkage[index] }).foregroundStyle(by: name)
        }
      }
      .xAxis("\\lambda", scale: .log).yAxis("d / (d + 2\\lambda)", domain: 0...1.05).legend(.inside(.bottomLeft))
      .seriesStyles([
        SeriesStyle(name: "d = 1", color: .vermillion, dash: .dashed),
        SeriesStyle(name: "d = 10", color: .green, dash: .solid),
      ])
    }
  }
}

private func conditioningTable(
  _ bowls: [PenalizedBowl], _ runs: [[Vector<Double>]], _ strengths: [Double], _ curvatures: [PenalizedCurvature]
) -> Table {
  var table = Table("strength", "what", "first", "second")
  for (bowl, run) in zip(bowls, runs) {
    for w in run { table.append(.number(bowl.shrinkage[0] == 1 ? 0 : 1), "path", .number(w[0]), .number(w[1])) }
  }
  for (strength, curvature) in zip(strengths, curvatures).dropFirst() {
    let (new, shrinkage) = (curvature.eigenvalues, curvature.shrinkage)
    table.append(.number(strength), "eigenvalues", .number(new[0]), .number(new[1]))
    table.append(.number(strength), "shrinkage", .number(shrinkage[0]), .number(shrinkage[1]))
    table.append(.number(strength), "condition number", .number(curvature.conditionNumber), "")
  }
  return table
}
