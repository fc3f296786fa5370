import AnswerChecks
import LabKit
import NumericCore
import Plotting

/// What networks of one kind give together, by size of the ensemble.
struct EnsembleKind {
  static let titles = ["same images", "bootstrap samples"]

  let title: String
  /// The share of wrong answers on all test images; empty where nobody averaged.
  let errors: [Double]
  /// The squared error of the probabilities on every second image; empty where nobody averaged.
  let squaredErrors: [Double]
  /// v: the mean squared error of one network, on the other images.
  let variance: Double
  /// c: the mean product of the errors of two networks, on the other images.
  let covariance: Double
  /// v/k + (k-1)c/k; empty where nobody gave it.
  var expected: [Double] = []

  /// - Parameters:
  ///   - networks: their logits, `[samples, classes]`.
  ///   - predictions: for each size those of several ensembles; none where nobody averaged.
  init(title: String, networks: [Matrix<Double>], predictions: [[Probabilities]], classes: [Int]) {
    // Every second image, so that both halves are alike even where the images come in an order.
    let estimated = Array(stride(from: 0, to: classes.count, by: 2))
    let drawn = Array(stride(from: 1, to: classes.count, by: 2))
    let targets = Matrix<Double>(rows: classes.count, columns: networks[0].columns) { classes[$0] == $1 ? 1 : 0 }
    self.title = title
    errors = predictions.map { ensembles in Spread(values: ensembles.map { error($0, classes) }).mean }
    squaredErrors = predictions.map { ensembles in
      Spread(values: ensembles.map { Self.square(($0 - targets)[rows: drawn]) }).mean
    }
    let differences = networks.map { (softmax($0) - targets)[rows: estimated] }
    let count = Double(networks.count)
    let own = differences.map(Self.square).reduce(0, +)
    // The square of the sum of all errors holds each pair twice, and the squares of each.
    let total = Self.square(differences.dropFirst().reduce(differences[0], +))
    variance = own / count
    covariance = (total - own) / (count * (count - 1))
  }

  /// The mean over the samples of the squared length of an error.
  private static func square(_ errors: Matrix<Double>) -> Double { (errors * errors).sum() / Double(errors.rows) }

  /// Where the squared errors' axis ends: above all curves, and above the crosses where a mistake drives them off.
  var top: Double {
    let largest = squaredErrors.max() ?? 0
    return largest > 1.5 * variance ? 1.05 * largest : 1.15 * variance
  }

  /// How far the measured squared errors are from the expected ones at most, as a share.
  var largestGap: Double? {
    guard !expected.isEmpty, !squaredErrors.isEmpty else { return nil }
    return zip(squaredErrors, expected).map { abs($0 / $1 - 1) }.max()
  }
}

/// The figure `ensembles`, its words and its numbers.
struct EnsembleReport {
  let kinds: [EnsembleKind]
  /// k.
  let sizes: [Int]
  /// The share of wrong answers of single networks with dropout; nothing where there are none.
  let dropout: Spread?
  /// The updates of one network.
  let cost: (member: Int, dropout: Int)

  /// What a network with dropout costs, in networks without.
  private var dropoutCost: Double { Double(cost.dropout) / Double(cost.member) }

  var words: String {
    let spreads = kinds.map { kind in
      "\(kind.title): v = \(rounded(kind.variance, 3)), c = \(rounded(kind.covariance, 3))"
        + (kind.largestGap.map { ", crosses at most \(percent($0)) off the curve" } ?? "")
    }
    return "v and c are from every second test image, crosses from the others; " + spreads.joined(separator: "; ") + "."
  }

  func figure(caption: String) -> Figure {
    Figure(caption: caption, columns: 3) {
      errorChart
      for kind in kinds { squareChart(kind) }
    }
    .seriesStyles([
      SeriesStyle(name: EnsembleKind.titles[0], color: .blue, symbol: .circle),
      SeriesStyle(name: EnsembleKind.titles[1], color: .vermillion, dash: .dashed, symbol: .square),
      SeriesStyle(name: "one network with dropout", color: .black, symbol: .star),
      SeriesStyle(name: "v/k + (k-1)c/k", color: .green),
      SeriesStyle(name: "v/k: if errors were independent", color: .orange, dash: .dotted),
      SeriesStyle(name: "c: the floor", color: .purple, dash: .dashDotted),
      SeriesStyle(name: "measured", color: .black, symbol: .cross),
    ])
  }

  private var k: [Double] { sizes.map(Double.init) }

  private var errorChart: Chart {
    Chart("Wrong answers") {
      for kind in kinds where !kind.errors.isEmpty {
        LineMark(x: k, y: kind.errors).foregroundStyle(by: kind.title)
        PointMark(x: k, y: kind.errors).foregroundStyle(by: kind.title)
      }
      if let dropout {
        RuleMark(x: [dropoutCost], yStart: [dropout.lowest], yEnd: [dropout.highest])
          .foregroundStyle(by: "one network with dropout")
        PointMark(x: dropoutCost, y: dropout.mean).foregroundStyle(by: "one network with dropout")
          .symbol(.star, size: 1.5)
      }
    }
    .xAxis("training cost, in networks").yAxis("share of wrong test answers")
  }

  private func squareChart(_ kind: EnsembleKind) -> Chart {
    Chart(kind.title.prefix(1).uppercased() + kind.title.dropFirst()) {
      if !kind.expected.isEmpty { LineMark(x: k, y: kind.expected).foregroundStyle(by: "v/k + (k-1)c/k") }
      LineMark(x: k, y: k.map { kind.variance / $0 }).foregroundStyle(by: "v/k: if errors were independent")
      LineMark(x: k, y: k.map { _ in kind.covariance }).foregroundStyle(by: "c: the floor")
      if !kind.squaredErrors.isEmpty { PointMark(x: k, y: kind.squaredErrors).foregroundStyle(by: "measured") }
    }
    .xAxis("networks k").yAxis("squared error of the probabilities", domain: 0...kind.top)
  }

  /// A row a kind and size; an empty cell where something is left out.
  var table: Table {
    var table = Table(
      "data", "networks", "test error", "squared error, odd images", "v/k + (k-1)c/k", "v/k", "c")
    func cell(_ numbers: [Double], _ index: Int) -> Table.Cell {
      numbers.isEmpty ? .text("") : .number(numbers[index])
    }
    for kind in kinds {
      for (index, size) in sizes.enumerated() {
        table.append(
          .text(kind.title), .integer(size), cell(kind.errors, index), cell(kind.squaredErrors, index),
          cell(kind.expected, index), .number(kind.variance / Double(size)), .number(kind.covariance))
      }
    }
    return table
  }

  var result: Value {
    var record: [String: Value] = ["updates-of-a-member": .number(Double(cost.member))]
    if let dropout {
      record["dropout"] = .record([
        "test-error": dropout.result, "updates": .number(Double(cost.dropout)), "cost": .number(dropoutCost),
      ])
    }
    for kind in kinds {
      var values: [String: Value] = ["v": .number(kind.variance), "c": .number(kind.covariance)]
      if !kind.errors.isEmpty {
        values["test-error"] = bySize(kind.errors)
        values["squared-error"] = bySize(kind.squaredErrors)
      }
      if let gap = kind.largestGap { values["largest-gap"] = .number(gap) }
      record[kind.title.replacing(" ", with: "-")] = .record(values)
    }
    return .record(record)
  }

  private func bySize(_ values: [Double]) -> Value {
    .record(Dictionary(uniqueKeysWithValues: zip(sizes, values).map { ("\($0)", .number($1)) }))
  }
}
