import AnswerChecks
import LabKit
import NumericCore
import Plotting

/// What each penalty does to a weight in one step, and step by step.
let updateSize = Experiment<Setting>(
  "update-size", "By how much L1 and L2 change a weight of 0.1, in one step and in many."
) { setting in
  let pushes = try Push.allCases.map { ($0, try $0.steps(at: weightsLookedAt, setting.answers)) }
  let runs = try Push.allCases.map { ($0, try $0.run(setting.answers)) }
  let drawn = pushes.filter { $0.1.answer != nil }
  let atTenth = Dictionary(
    uniqueKeysWithValues: drawn.filter { $0.0 != .softThreshold }.compactMap { push, steps in
      steps.answer.map { (push.rawValue, Value.number($0[weightsLookedAt.count - 1])) }
    })
  var results = atTenth
  for (push, run) in runs {
    guard let run = run.answer else { continue }
    results["\(push.rawValue)-last"] = .number(run[run.count - 1])
    results["\(push.rawValue)-zeros"] = .number(Double(run.count { $0 == 0 }))
  }
  let told = ["l1", "l2-with-half", "l2"].compactMap { key -> String? in
    guard case .number(let size)? = atTenth[key] else { return nil }
    return short(size)
  }
  let caption =
    (told.count == 3
      ? "At w = 0.1 the steps are \(told[0]), \(told[1]) and \(told[2]) times \\eta\\lambda, for L1, \\lambda/2 w^{2} and "
        + "\\lambda w^{2}. " : "")
    + "Right: nothing but the penalty, \\eta\\lambda = \(short(Push.rate)), from \(short(Push.start, digits: 3)). "
    + "L1's subgradient steps over 0 and back and is never exactly 0; the soft threshold stops there; L2 only ever comes "
    + "nearer." + setting.answers.credit("4.1, 4.2 and 4.4")
    + leftOut(
      pushes.filter { $0.0 != .softThreshold }.map { ($0.0.title, $0.1.gap) } + [("soft threshold", runs[3].1.gap)])
  return Drawing(
    updateSizeFigure(
      drawn.compactMap { push, steps in steps.answer.map { (push, $0) } },
      runs.compactMap { push, run in run.answer.map { (push, $0) } }, caption: caption),
    table: updateSizeTable(pushes, runs), results: ["update-size": .record(results)], size: (1200, 760))
}

/// -1 to 1, and at last 0.1.
private let weightsLookedAt = Vector((-40...40).map { Double($0) / 40 } + [0.1])

/// A way to make a weight smaller.
private enum Push: String, CaseIterable {
  case l1
  case l2WithHalf = "l2-with-half"
  case l2
  case softThreshold = "soft-threshold"

  /// ηλ of the run.
  static let rate = 0.01
  /// Where the run begins: no whole number of steps from 0.
  static let start = 0.105
  static let stepsOfRun = 30

  var title: String {
    switch self {
    case .l1: "L1, \\lambda |w|"
    case .l2WithHalf: "L2, \\lambda/2 w^{2}"
    case .l2: "L2, \\lambda w^{2}"
    case .softThreshold: "soft threshold"
    }
  }

  /// What a step takes off each weight, in units of ηλ.
  func steps(at weights: Vector<Double>, _ answers: any FigureAnswers) throws -> Answered<Vector<Double>> {
    switch self {
    case .l1: try answers.l1Slopes(at: weights, strength: 1)
    case .l2WithHalf: try answers.l2Slopes(at: weights, strength: 0.5)
    case .l2: try answers.l2Slopes(at: weights, strength: 1)
    case .softThreshold: try answers.softThreshold(weights, 1).map { weights - $0 }
    }
  }

  /// The weight at steps 0, 1, 2, ... when nothing else acts on it.
  func run(_ answers: any FigureAnswers) throws -> Answered<[Double]> {
    var weights = [Self.start]
    for _ in 0..<Self.stepsOfRun {
      let now: Vector<Double> = [weights[weights.count - 1]]
      let next =
        self == .softThreshold
        ? try answers.softThreshold(now, Self.rate) : try steps(at: now, answers).map { now - Self.rate * $0 }
      switch next {
      case .success(let next): weights.append(next[0])
      case .failure(let gap): return .failure(gap)
      }
    }
    return .success(weights)
  }

  var style: SeriesStyle {
    switch self {
    case .l1: SeriesStyle(name: title, color: .vermillion, dash: .solid, symbol: .circle)
    case .l2WithHalf: SeriesStyle(name: title, color: .skyBlue, dash: .dotted, symbol: .triangle)
    case .l2: SeriesStyle(name: title, color: .blue, dash: .dashed, symbol: .square)
    case .softThreshold: SeriesStyle(name: title, color: Color(gray: 0.13), dash: .dashDotted, symbol: .diamond)
    }
  }
}

private func updateSizeFigure(
  _ pushes: [(Push, Vector<Double>)], _ runs: [(Push, [Double])], caption: String
) -> Figure {
  let last = weightsLookedAt.count - 1
  return Figure(caption: caption, columns: 2) {
    Chart("One step") {
      RuleMark(x: 0.1, label: "w = 0.1")
      for (push, steps) in pushes where push != .softThreshold {
        let halves = push == .l1 ? [Array(0..<40), Array(41..<81)] : [Array(0..<81)]
        for half in halves {
          LineMark(x: half.map { weightsLookedAt[$0] }, y: half.map { steps[$0] }).foregroundStyle(by: push.title)
        }
        PointMark(x: 0.1, y: steps[last]).foregroundStyle(by: push.title).symbolSize(1.4)
      }
    }
    .xAxis("weight w").yAxis("taken off w, in units of \\eta\\lambda")
    Chart("Step after step") {
      RuleMark(y: 0)
      for (push, weights) in runs {
        LineMark(x: weights.indices.map(Double.init), y: weights).foregroundStyle(by: push.title)
      }
    }
    .xAxis("step").yAxis("weight w")
  }
  .legend(.below).seriesStyles(Push.allCases.map(\.style))
}

private func updateSizeTable(
  _ pushes: [(Push, Answered<Vector<Double>>)], _ runs: [(Push, Answered<[Double]>)]
) -> Table {
  var table = Table("penalty", "step", "weight", "taken off in units of learning rate and strength")
  for (push, steps) in pushes where push != .softThreshold {
    for (weight, step) in zip(weightsLookedAt, steps.answer ?? []) {
      table.append(.text(push.rawValue), "", .number(weight), .number(step))
    }
  }
  for (push, run) in runs {
    for (step, weight) in (run.answer ?? []).enumerated() {
      table.append(.text(push.rawValue), .integer(step), .number(weight), "")
    }
  }
  return table
}
