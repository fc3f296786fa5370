import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// How far hidden units part from a constant start, by kind of product.
let symmetry = Experiment<Setting>(
  "symmetry",
  "A constant start: units that are treated alike never part; rounding of a blocked product parts them."
) { setting in
  guard let images = setting.images else {
    throw LabError.usage("The figure symmetry needs images.")
  }
  let runs = try SymmetryRun.all(on: images, setting)
  return Drawing(
    symmetryFigure(runs, setting, images), table: symmetryTable(runs),
    results: [
      "symmetry": .record(
        Dictionary(
          uniqueKeysWithValues: runs.map {
            ($0.name, .number($0.unlikeness[$0.unlikeness.count - 1]))
          }))
    ], size: (1200, 720))
}

/// A run of the small network: how unlike its units are after each step, and the loss before it.
private struct SymmetryRun: Sendable {
  let name: String
  let title: String
  var unlikeness: [Double] = []
  var losses: [Double] = []

  static func all(on images: ImageData, _ setting: Setting) throws -> [SymmetryRun] {
    let plans = [
      ("constant-unit-by-unit", "constant, unit by unit", TwinNetwork.Products.unitByUnit, true),
      ("constant-blocked", "constant, blocked product", .blocked, true),
      ("random", "uniform 1/\\sqrt{m}", .blocked, false),
    ]
    return try plans.sideBySide { name, title, products, isConstant in
      var run = SymmetryRun(name: name, title: title)
      run.train(
        start(
          products, isConstant: isConstant, inputs: images.training.pixels.columns, setting.seed),
        images, setting)
      return run
    }
  }

  private static func start(
    _ products: TwinNetwork.Products, isConstant: Bool, inputs: Int, _ seed: UInt64
  )
    -> TwinNetwork
  {
    func weights(_ rows: Int, _ columns: Int, layer: Int) -> Matrix<Float> {
      if isConstant { return Matrix(rows: rows, columns: columns, repeating: 0.01) }
      var draws = Philox4x32x10(seed: seed, stream: "symmetry").stream("weights", layer)
      return Matrix(
        converting: FanInUniform().weights(inputs: rows, outputs: columns, using: &draws))
    }
    return TwinNetwork(
      products, first: weights(inputs, TwinNetwork.hidden, layer: 0),
      second: weights(TwinNetwork.hidden, 10, layer: 1))
  }

  private mutating func train(_ start: TwinNetwork, _ images: ImageData, _ setting: Setting) {
    var network = start
    let (batch, steps) = (100, setting.scale == .quick ? 300 : 3000)
    let batches = images.training.count / batch
    unlikeness.append(network.unlikeness)
    for step in 0..<steps {
      let rows = step % batches * batch..<(step % batches + 1) * batch
      losses.append(
        network.step(images.training.pixels[rows: rows], Array(images.training.labels[rows])))
      unlikeness.append(network.unlikeness)
    }
  }
}

private func symmetryFigure(_ runs: [SymmetryRun], _ setting: Setting, _ images: ImageData)
  -> Figure
{
  let exact = runs.filter { $0.unlikeness.allSatisfy { $0 == 0 } }.map(\.title)
  let caption =
    setting.quickly
    + "[784, \(TwinNetwork.hidden), 10] in single precision on \(images.name.title), all weights 0.01 at "
    + "the start against a random start. "
    + (exact.isEmpty
      ? ""
      : "Exactly 0 at every step, so not on the logarithmic axis: \(exact.joined(separator: "; ")). ")
    + "A blocked product may add the same numbers in another order for some units; what that does depends on the "
    + "processor's kernel."
  return Figure(caption: caption, columns: 2) {
    Chart("How unlike the hidden units are") {
      for run in runs where !exact.contains(run.title) {
        let shown = run.unlikeness.enumerated().filter { $0.element > 0 }
        LineMark(x: shown.map { Double($0.offset) }, y: shown.map(\.element)).foregroundStyle(
          by: run.title)
      }
    }
    .xAxis("step").yAxis("largest difference of incoming weights", scale: .log)
    Chart("Training loss, mean of 10 steps") {
      for run in runs {
        let groups = stride(from: 0, to: run.losses.count - 9, by: 10).map { $0 }
        LineMark(
          x: groups.map { Double($0 + 5) },
          y: groups.map { Vector(run.losses[$0..<$0 + 10]).mean() }
        ).foregroundStyle(by: run.title)
      }
    }
    .xAxis("step").yAxis("cross-entropy", scale: .log)
  }
  .legend(.below)
  .seriesStyles(
    zip(runs, [(Color.blue, LineDash.solid), (.vermillion, .dashed), (Color(gray: 0.5), .solid)])
      .map { run, style in
        SeriesStyle(name: run.title, color: style.0, dash: style.1)
      })
}

private func symmetryTable(_ runs: [SymmetryRun]) -> Table {
  var table = Table("run", "step", "largest difference", "loss of the step before")
  for run in runs {
    for (step, unlikeness) in run.unlikeness.enumerated() {
      table.append(
        .text(run.name), .integer(step), .number(unlikeness),
        .number(step > 0 ? run.losses[step - 1] : .nan))
    }
  }
  return table
}
