import AnswerChecks
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// How far hidden units part from a constant start, by kind of product.
let symmetry = Experiment<Setting>(
  "symmetry",
  "A constant start: units that are treated alike never part; rounding of a blocked product parts them.", restsOn: []
) { setting in
  guard let images = setting.images else { throw LabError.usage("The figure symmetry needs images.") }
  let runs = try SymmetryRun.all(on: images, setting)
  return Drawing(
    figure(runs, caption: caption(runs, setting, images)), table: table(runs), results: ["symmetry": results(runs)],
    size: (1200, 760))
}

private func figure(_ runs: [SymmetryRun], caption: String) -> Figure {
  Figure(caption: caption, columns: 2) {
    Chart("How unlike the hidden units are") {
      for run in runs where !run.isAlike {
        let shown = run.unlikeness.enumerated().filter { $0.element > 0 }
        LineMark(x: shown.map { Double($0.offset) }, y: shown.map(\.element)).foregroundStyle(by: run.title)
      }
    }
    .xAxis("step").yAxis("largest difference of incoming weights", scale: .log)
    Chart("Training loss, mean of 10 steps") {
      for run in runs {
        let groups = Array(stride(from: 0, to: run.losses.count - 9, by: 10))
        LineMark(
          x: groups.map { Double($0 + 5) }, y: groups.map { Vector(run.losses[$0..<$0 + 10]).mean() }
        ).foregroundStyle(by: run.title)
      }
    }
    .xAxis("step").yAxis("cross-entropy", scale: .log)
  }
  .legend(.below)
  .seriesStyles(
    zip(runs, [(Color.blue, LineDash.solid), (.vermillion, .dashed), (.green, .dotted), (Color(gray: 0.5), .solid)])
      .map { run, style in SeriesStyle(name: run.title, color: style.0, dash: style.1) })
}

private func caption(_ runs: [SymmetryRun], _ setting: Setting, _ images: ImageData) -> String {
  let hidden = TwinNetwork.hidden
  var words =
    setting.quickly
    + "[784, \(hidden), 10] in single precision on \(images.name.title), all weights 0.01 at the start, "
    + "against a random start."
  let alike = runs.filter(\.isAlike).map(\.title)
  if !alike.isEmpty { words += " Exactly 0 at every step, so not on the left: \(alike.joined(separator: "; "))." }
  for run in runs where run.isConstant {
    if run.name == SymmetryRun.constantInHalves {
      words +=
        " Edge in halves: the last \(hidden - TwinNetwork.edge) of \(hidden) units, beyond the last block of "
        + "\(TwinNetwork.block), are summed in two halves, as a blocked product may do" + parting(run)
    } else if run.name == SymmetryRun.constantBlocked {
      words +=
        run.isAlike
        ? " This processor's BLAS sums all units alike; kernels for others don't."
        : " This processor's BLAS takes sums in another order for some units" + parting(run)
    }
  }
  return words
}

/// When and how far units part, to the end of the sentence.
private func parting(_ run: SymmetryRun) -> String {
  guard let step = run.firstUnlikeStep else { return "; they stay alike." }
  return
    ": they part at step \(step), by \(short(run.unlikeness[step])), and are \(short(run.unlikeness.last ?? 0)) apart in "
    + "the end."
}

private func results(_ runs: [SymmetryRun]) -> Value {
  .record(
    Dictionary(
      uniqueKeysWithValues: runs.map { run in
        (
          run.name,
          .record([
            "unlikeness-after": .number(run.unlikeness.last ?? 0),
            // Before the first step units are alike by the start, so 0 stands for never.
            "first-unlike-step": .number(Double(run.isConstant ? run.firstUnlikeStep ?? 0 : 0)),
            "unlikeness-at-first": .number(run.firstUnlikeStep.map { run.unlikeness[$0] } ?? 0),
            "loss-after": .number(Vector(run.losses.suffix(100)).mean()),
          ])
        )
      }))
}

private func table(_ runs: [SymmetryRun]) -> Table {
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
