import AnswerChecks
import LabKit
import NumericCore
import Plotting

/// The test error along gradient descent's time, where features come in two scales.
let epochWise = Experiment<Setting>(
  "epoch-wise", "The test error along the steps of gradient descent on features of two scales, in closed form.",
  restsOn: []
) { setting in
  let count = setting.at(quick: 9, lecture: 41)
  let draws = (0..<count).map { setting.draws("epoch-wise").stream("draw", $0) }
  func errors(_ scale: Double) throws -> [[Double]] {
    try draws.sideBySide { try TwoScales(smallScale: scale).testErrors(steps: steps, draws: $0) }
  }
  let together = Band(steps, try errors(TwoScales.small))
  let alike = Band(steps, try errors(1))
  let parts = TwoScales(smallScale: TwoScales.small).expectedParts(steps: steps)
  let turns = turningPoints(together.median)
  let text = caption(
    "Linear regression, \(TwoScales.samples) samples, \(TwoScales.largeCount) features of scale 1 that matter little and "
      + "\(TwoScales.smallCount) of scale \(short(TwoScales.small)) that matter more; medians of \(count) draws with the middle half.",
    turns.count == 3
      ? "The error falls to \(short(turns[0].error)) at step \(short(Double(turns[0].step))), rises to \(short(turns[1].error)) at "
        + "\(short(Double(turns[1].step))), and falls to \(short(turns[2].error)) at \(short(Double(turns[2].step)))."
      : "",
    "With all features at one scale there is one descent, and then a rise. Right: the two parts, if features were exactly "
      + "at right angles.", setting.scaleNote)
  var results: [String: Value] = [
    "last": .number(together.median[steps.count - 1]), "one-scale-smallest": .number(Vector(alike.median).min()),
    "one-scale-last": .number(alike.median[steps.count - 1]),
  ]
  for (name, turn) in zip(["first-minimum", "peak", "second-minimum"], turns) {
    results[name] = .record(["step": .number(Double(turn.step)), "error": .number(turn.error)])
  }
  return Drawing(
    epochFigure(together, alike, parts, caption: text), table: epochTable(together, alike, parts),
    results: ["epoch-wise": .record(results)], size: (1300, 780))
}

private let steps = (0...60).map { Int((pow(10, Double($0) / 12)).rounded()) }.reduce(into: [Int]()) {
  if $0.last != $1 { $0.append($1) }
}

/// Minimum, maximum, minimum: where the curve turns by more than a hundredth; fewer where it doesn't turn so often.
private func turningPoints(_ curve: [Double]) -> [(step: Int, error: Double)] {
  guard let peak = curve.indices.dropFirst().dropLast().max(by: { rise(curve, $0) < rise(curve, $1) }),
    rise(curve, peak) > 0.01,
    let first = curve[..<peak].indices.min(by: { curve[$0] < curve[$1] }),
    let second = curve[peak...].indices.min(by: { curve[$0] < curve[$1] })
  else { return [] }
  return [first, peak, second].map { (steps[$0], curve[$0]) }
}

/// By how much a place is above the lowest on its left and the lowest on its right, whichever is less.
private func rise(_ curve: [Double], _ place: Int) -> Double {
  let left = curve[..<place].min() ?? curve[place]
  let right = curve[place...].min() ?? curve[place]
  return min(curve[place] - left, curve[place] - right) / curve[place]
}

private let one = "two scales"
private let other = "one scale"

private func epochFigure(
  _ together: Band, _ alike: Band, _ parts: (large: [Double], small: [Double]), caption: String
) -> Figure {
  Figure(caption: caption, columns: 2) {
    Chart("Test error along the steps") {
      together.marks(one)
      alike.marks(other)
    }
    .xAxis("step of gradient descent", scale: .log).yAxis("test error").legend(.automatic)
    .seriesStyles([
      SeriesStyle(name: one, color: .vermillion),
      SeriesStyle(name: other, color: .blue, dash: .dashed, symbol: .square),
    ])
    Chart("Its two parts") {
      LineMark(x: steps.map(Double.init), y: zip(parts.large, parts.small).map { $0 + $1 }).foregroundStyle(by: "sum")
      LineMark(x: steps.map(Double.init), y: parts.large).foregroundStyle(by: "large features")
      LineMark(x: steps.map(Double.init), y: parts.small).foregroundStyle(by: "small features")
    }
    .xAxis("step of gradient descent", scale: .log).yAxis("test error").legend(.automatic)
    .seriesStyles([
      SeriesStyle(name: "sum", color: Color(gray: 0.13)),
      SeriesStyle(name: "large features", color: .purple, dash: .dashDotted, symbol: .triangle),
      SeriesStyle(name: "small features", color: .green, dash: .dotted, symbol: .diamond),
    ])
  }
}

private func epochTable(_ together: Band, _ alike: Band, _ parts: (large: [Double], small: [Double])) -> Table {
  var table = Table("step", "two scales", "one scale", "expected of large features", "expected of small features")
  for place in steps.indices {
    table.append(
      .integer(steps[place]), .number(together.median[place]), .number(alike.median[place]),
      .number(parts.large[place]), .number(parts.small[place]))
  }
  return table
}
