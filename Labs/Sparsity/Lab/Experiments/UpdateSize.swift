import AnswerChecks
import LabKit
import NumericCore
import Plotting

/// What each penalty does to a weight in one step, step by step, and through an optimizer that divides.
let updateSize = Experiment<Setting>(
  "update-size", "By how much L1 and L2 change a weight of 0.1, in one step and in many, and decay under Adam."
) { setting in
  let pushes = try Push.allCases.map {
    PushedWeights($0, try $0.steps(at: weightsLookedAt, setting.answers), try $0.run(setting.answers))
  }
  let decay = try DecayRuns(setting.answers, draws: setting.draws("update-size"))
  let slopes = pushes.filter { $0.push != .softThreshold }
  let told = slopes.compactMap { pushed in pushed.atTenth.map { "\(pushed.push.title): \(short($0))" } }
  let zeros = pushes.compactMap { pushed in pushed.zeros.map { "\(pushed.push.title): \($0)" } }
  let caption =
    (told.isEmpty ? "" : "Taken off w = 0.1 in one step, in units of \\eta\\lambda: \(told.joined(separator: "; ")). ")
    + "Middle: nothing but the penalty, \\eta\\lambda = \(short(Push.rate)), from \(short(Push.start, digits: 3))."
    + (zeros.isEmpty
      ? "" : " In \(Push.stepsOfRun) steps the weight is exactly 0 so many times: \(zeros.joined(separator: "; ")).")
    + decay.sentence + setting.answers.credit(["4.1", "4.2", "4.4", "4.7"])
    + leftOut(pushes.map { ($0.push.title, $0.run.missing) } + [("weight decay", decay.missing)])
  var results = pushes.reduce(into: [:]) { $0.merge($1.results) { $1 } }
  if !decay.runs.isEmpty { results["decay"] = decay.results }
  return Drawing(
    updateSizeFigure(pushes, decay, caption: caption), table: updateSizeTable(pushes, decay),
    results: ["update-size": .record(results)], size: (1300, 720))
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

/// What one way does to weights, as far as there are answers.
private struct PushedWeights {
  let push: Push
  /// Taken off each of the weights looked at, in units of ηλ.
  let steps: Answered<Vector<Double>>
  /// The weight at steps 0, 1, 2, ...
  let run: Answered<[Double]>

  init(_ push: Push, _ steps: Answered<Vector<Double>>, _ run: Answered<[Double]>) {
    (self.push, self.steps, self.run) = (push, steps, run)
  }

  /// Taken off a weight of 0.1.
  var atTenth: Double? { steps.answer.map { $0[$0.count - 1] } }

  /// How often the weight is exactly 0.
  var zeros: Int? { run.answer.map { $0.count { $0 == 0 } } }

  var results: [String: Value] {
    var results: [String: Value] = [:]
    if push != .softThreshold, let atTenth { results[push.rawValue] = .number(atTenth) }
    if let last = run.answer?.last { results["\(push.rawValue)-last"] = .number(last) }
    if let zeros { results["\(push.rawValue)-zeros"] = .number(Double(zeros)) }
    return results
  }
}

private func updateSizeFigure(_ pushes: [PushedWeights], _ decay: DecayRuns, caption: String) -> Figure {
  Figure(caption: caption, columns: 3) {
    Chart("One step") {
      RuleMark(x: 0.1, label: "w = 0.1")
      for pushed in pushes where pushed.push != .softThreshold {
        if let steps = pushed.steps.answer {
          // A slope that jumps at 0 is drawn in two halves.
          for half in pushed.push == .l1 ? [0..<40, 41..<81] : [0..<81] {
            LineMark(x: half.map { weightsLookedAt[$0] }, y: half.map { steps[$0] })
              .foregroundStyle(by: pushed.push.title)
          }
          PointMark(x: 0.1, y: steps[steps.count - 1]).foregroundStyle(by: pushed.push.title).symbolSize(1.4)
        }
      }
    }
    .xAxis("weight w").yAxis("taken off w, in units of \\eta\\lambda")
    Chart("Step after step") {
      RuleMark(y: 0)
      for pushed in pushes {
        if let weights = pushed.run.answer {
          LineMark(x: weights.indices.map(Double.init), y: weights).foregroundStyle(by: pushed.push.title)
        }
      }
    }
    .xAxis("step").yAxis("weight w")
    if !decay.runs.isEmpty { decay.chart }
  }
  .legend(.below).seriesStyles(Push.allCases.map(\.style))
}

private func updateSizeTable(_ pushes: [PushedWeights], _ decay: DecayRuns) -> Table {
  var table = Table("penalty", "step", "weight", "taken off in units of learning rate and strength")
  for pushed in pushes where pushed.push != .softThreshold {
    for (weight, step) in zip(weightsLookedAt, pushed.steps.answer ?? []) {
      table.append(.text(pushed.push.rawValue), "", .number(weight), .number(step))
    }
  }
  for pushed in pushes {
    for (step, weight) in (pushed.run.answer ?? []).enumerated() {
      table.append(.text(pushed.push.rawValue), .integer(step), .number(weight), "")
    }
  }
  for run in decay.runs {
    for (step, weight) in run.weights.enumerated() {
      table.append(.text(run.key), .integer(step), .number(weight), "")
    }
  }
  return table
}
