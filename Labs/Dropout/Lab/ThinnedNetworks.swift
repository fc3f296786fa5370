import AnswerChecks
import DropoutQuestions
import LabKit
import Plotting

/// How many networks dropout stands for, by four ways to count.
let thinnedNetworks = Experiment<Setting>(
  "thinned-networks", "How many networks does a network with dropout stand for? Four counts."
) { _ in
  let sizes = Array(1...100)
  let layers = 2
  let chart = Chart {
    for rule in CountingRule.allCases {
      let counted = sizes.filter { rule.count(units: $0, layers: layers) != ExactInteger(0) }
      LineMark(
        x: counted.map(Double.init), y: counted.map { rule.count(units: $0, layers: layers).logarithm10 }
      ).foregroundStyle(by: rule.title)
    }
  }
  .xAxis("units in each of the 2 layers")
  .yAxis("log_{10} of the number of networks")
  .caption(
    "Two layers with dropout. It decides on each unit alone, so any subset may stay: 2^{2n} of n units a layer, right for "
      + "dropout; without empty layers hardly fewer. A lecture's (n choose 2)^2 keeps exactly two units a layer.")
  return Drawing(Figure(chart), table: table(sizes, layers), results: results)
}

/// What counts as a thinned network.
enum CountingRule: String, CaseIterable {
  case anySubset
  case noEmptyLayer
  case half
  case exactlyTwo

  /// As the legend says it.
  var title: String {
    switch self {
    case .anySubset: "any units of a layer"
    case .noEmptyLayer: "any but none"
    case .half: "exactly half of them"
    case .exactlyTwo: "exactly two of them"
    }
  }

  /// The number of networks with this many layers of as many units each.
  func count(units: Int, layers: Int) -> ExactInteger {
    let layer: ExactInteger =
      switch self {
      case .anySubset: ExactInteger(2).power(units)
      case .noEmptyLayer: ExactInteger(2).power(units) - ExactInteger(1)
      case .half: .choices(of: units / 2, from: units)
      case .exactlyTwo: .choices(of: 2, from: units)
      }
    return layer.power(layers)
  }
}

/// A row a size; the numbers with all their digits, as text.
private func table(_ sizes: [Int], _ layers: Int) -> Table {
  var table = Table("units", "layers", "any subset", "no empty layer", "exactly half", "exactly two")
  for units in sizes {
    let counts = CountingRule.allCases.map { Table.Cell.text($0.count(units: units, layers: layers).description) }
    table.append(.integer(units), .integer(layers), counts[0], counts[1], counts[2], counts[3])
  }
  return table
}

/// The lecture's two numbers, and what stands beside them.
private let results: [String: Value] = Dictionary(
  uniqueKeysWithValues: [4, 100].flatMap { units in
    CountingRule.allCases.map { rule in
      ("thinnedNetworks.\(rule.rawValue).2x\(units)", .text(rule.count(units: units, layers: 2).description))
    }
  })
