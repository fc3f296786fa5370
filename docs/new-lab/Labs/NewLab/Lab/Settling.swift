import AnswerChecks
import LabKit
import NewLabQuestions
import NumericCore
import Plotting

/// The root mean square of more and more draws.
let settling = Experiment<Setting>("settling", "The root mean square of more and more standard normal numbers.") {
  setting in
  let counts = (0..<setting.points).map { 2 << $0 }
  let draws = (1...3).map { number in
    var generator = Philox4x32x10(seed: setting.seed, stream: "settling \(number)")
    return Vector<Double>.normal(counts.last ?? 0, using: &generator).elements
  }
  let inputs = draws.flatMap { draw in counts.map { ValuesInput(values: Vector(draw.prefix($0))) } }
  let answered = try setting.answers.rootMeanSquares(of: inputs)
  let lines = answered.answer.map { sizes in
    stride(from: 0, to: sizes.count, by: counts.count).map { Array(sizes[$0..<$0 + counts.count]) }
  }
  let caption =
    "Three series of draws from N(0, 1), whose root mean square is 1. On average the error halves with four times as many draws."
    + setting.answers.credit(["99.1"]) + leftOut(["the draws": answered.missing])
  return Drawing(
    figure(counts, lines ?? [], caption: caption), table: table(counts, lines ?? []),
    results: ["settling": .record(["last": .list((lines ?? []).compactMap { $0.last.map(Value.number) })])])
}

extension Setting {
  /// How often the number of draws is doubled.
  fileprivate var points: Int { scale == .quick ? 8 : 14 }
}

private func figure(_ counts: [Int], _ lines: [[Double]], caption: String) -> Figure {
  Figure(caption: caption) {
    Chart {
      RuleMark(y: 1, label: "of the distribution")
      for (index, line) in lines.enumerated() {
        LineMark(x: counts.map(Double.init), y: line).foregroundStyle(by: "series \(index + 1)")
      }
    }
    .xAxis("draws", scale: .log).yAxis("root mean square")
  }
}

private func table(_ counts: [Int], _ lines: [[Double]]) -> Table {
  var table = Table("series", "draws", "rootMeanSquare")
  for (index, line) in lines.enumerated() {
    for (count, size) in zip(counts, line) { table.append(.integer(index + 1), .integer(count), .number(size)) }
  }
  return table
}
