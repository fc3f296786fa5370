import AnswerChecks
import DropoutQuestions
import LabKit
import Plotting

/// How many networks dropout stands for, by four ways to count.
let thinnedNetworks = Experiment<Setting>(
  "thinned-networks", "How many networks does a network with dropout stand for? Four counts."
) { setting in
  let sizes = Array(1...100)
  let layers = 2
  let answered = try setting.answers.counts(
    of: sizes.map { UnitsInput(unitsByLayer: [Int](repeating: $0, count: layers)) })
  let lines =
    (answered.answer.map { [CountLine(.anySubset, sizes, $0)] } ?? [])
    + [CountingRule.noEmptyLayer, .half, .exactlyTwo].map { rule in
      CountLine(rule, sizes, sizes.compactMap { rule.count(units: $0, layers: layers) })
    }
  let caption =
    "Two layers with dropout. It decides on each unit alone, so any number of units may stay, none too. A lecture counts "
    + "(n choose 2)^2, exactly two units a layer: the two marked points are its numbers."
    + setting.answers.credit(["3.7"])
    + leftOut(["any units of a layer": answered.missing])
  return Drawing(
    Figure(countChart(lines, layers: layers).caption(caption)), table: countTable(lines, sizes, layers: layers),
    results: [
      "thinned-networks": .record(Dictionary(uniqueKeysWithValues: lines.map { ($0.rule.rawValue, $0.result) }))
    ])
}

/// What counts as a thinned network.
enum CountingRule: String, CaseIterable {
  case anySubset = "any-subset"
  case noEmptyLayer = "no-empty-layer"
  case half = "exactly-half"
  case exactlyTwo = "exactly-two"

  /// As the legend says it.
  var title: String {
    switch self {
    case .anySubset: "any units of a layer"
    case .noEmptyLayer: "any but none"
    case .half: "exactly half of them"
    case .exactlyTwo: "exactly two of them"
    }
  }

  /// How many choices that leaves in a layer; nothing where it is exercise 3.7.
  private func choices(units: Int) -> ExactInteger? {
    switch self {
    case .anySubset: nil
    case .noEmptyLayer: ExactInteger(2).power(units) - ExactInteger(1)
    case .half: .choices(of: units / 2, from: units)
    case .exactlyTwo: .choices(of: 2, from: units)
    }
  }

  /// The number of networks with this many layers of as many units each.
  func count(units: Int, layers: Int) -> ExactInteger? { choices(units: units)?.power(layers) }
}

/// One way to count, by units a layer.
private struct CountLine {
  let rule: CountingRule
  let sizes: [Int]
  let counts: [ExactInteger]

  init(_ rule: CountingRule, _ sizes: [Int], _ counts: [ExactInteger]) {
    (self.rule, self.sizes, self.counts) = (rule, sizes, counts)
  }

  /// The sizes for which there are any, with the logarithm of the count.
  var points: (x: [Double], y: [Double]) {
    let counted = zip(sizes, counts).filter { $0.1 != ExactInteger(0) }
    return (counted.map { Double($0.0) }, counted.map(\.1.logarithm10))
  }

  /// All digits at the lecture's two sizes.
  var result: Value {
    let lecture = zip(sizes, counts).filter { lectureSizes.contains($0.0) }
    return .record(Dictionary(uniqueKeysWithValues: lecture.map { ("2x\($0)", .text($1.description)) }))
  }
}

/// The units a layer of the lecture's two examples.
private let lectureSizes = [4, 100]

private func countChart(_ lines: [CountLine], layers: Int) -> Chart {
  Chart {
    for line in lines {
      LineMark(x: line.points.x, y: line.points.y).foregroundStyle(by: line.rule.title)
    }
    for units in lectureSizes {
      let count = CountingRule.exactlyTwo.count(units: units, layers: layers) ?? ExactInteger(0)
      let (x, y) = (Double(units), count.logarithm10)
      PointMark(x: x, y: y).foregroundStyle(by: "the lecture's numbers").symbol(.circle, size: 1.4)
      if units > 50 {
        TextMark(x: x, y: y + 2.2, grouped(count), anchor: .right)
      } else {
        TextMark(x: x + 2.5, y: y - 1.3, grouped(count), anchor: .left)
      }
    }
  }
  .xAxis("units in each of the \(layers) layers").yAxis("log_{10} of the number of networks")
  .seriesStyles([
    SeriesStyle(name: CountingRule.anySubset.title, color: .blue),
    SeriesStyle(name: CountingRule.noEmptyLayer.title, color: .orange, dash: .dashed),
    SeriesStyle(name: CountingRule.half.title, color: .green, dash: .dashDotted),
    SeriesStyle(name: CountingRule.exactlyTwo.title, color: .purple, dash: .dotted),
    SeriesStyle(name: "the lecture's numbers", color: .black),
  ])
}

/// With commas between groups of three digits.
private func grouped(_ count: ExactInteger) -> String {
  let digits = Array(count.description)
  return digits.indices.map { index in
    (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digits[index])
  }.joined()
}

/// A row a size; the numbers with all their digits, as text, and nothing where one is left out.
private func countTable(_ lines: [CountLine], _ sizes: [Int], layers: Int) -> Table {
  var table = Table("units", "layers", "any subset", "no empty layer", "exactly half", "exactly two")
  for (index, units) in sizes.enumerated() {
    let cells = CountingRule.allCases.map { rule in
      Table.Cell.text(lines.first { $0.rule == rule }?.counts[index].description ?? "")
    }
    table.append(.integer(units), .integer(layers), cells[0], cells[1], cells[2], cells[3])
  }
  return table
}
