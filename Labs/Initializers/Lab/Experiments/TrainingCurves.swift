import AnswerChecks
import LabKit
import Plotting

/// Loss and test error by epoch, a curve a start.
let trainingCurves = Experiment<Setting>(
  "training-curves", "Training loss and test error by epoch, for every initializer."
) { setting in
  Drawing(
    trainingCurvesFigure(setting), table: trainingCurvesTable(setting.runs),
    results: ["results": .record(initializerResults(setting.runs))], size: (1200, 720))
}

private func trainingCurvesFigure(_ setting: Setting) -> Figure {
  let broken = setting.runs.filter(\.isBroken).map(\.start.title)
  let caption =
    setting.quickly + trainedCaption(setting)
    + " One seed; the same images in the same order for all."
    + (broken.isEmpty
      ? "" : " Ended by a number that overflowed: \(broken.joined(separator: ", ")).")
  return Figure(caption: caption, columns: 2) {
    Chart("Training loss") {
      for run in setting.runs {
        LineMark(x: run.history.map { Double($0.number) }, y: run.history.map(\.trainingLoss))
          .foregroundStyle(by: run.start.title)
      }
    }
    .xAxis("epoch").yAxis("cross-entropy", scale: .log)
    Chart("Test error") {
      for run in setting.runs {
        LineMark(
          x: run.history.map { Double($0.number) },
          y: run.history.map { $0.validation?.error ?? .nan }
        )
        .foregroundStyle(by: run.start.title)
      }
    }
    .xAxis("epoch").yAxis("share of test images", scale: .log)
  }
  .legend(.below).seriesStyles(allStarts.map(\.style))
}

private func trainingCurvesTable(_ runs: [TrainedStart]) -> Table {
  var table = Table("initializer", "epoch", "training loss", "test loss", "test error")
  for run in runs {
    for epoch in run.history {
      table.append(
        .text(run.start.name), .integer(epoch.number), .number(epoch.trainingLoss),
        .number(epoch.validation?.loss ?? .nan), .number(epoch.validation?.error ?? .nan))
    }
  }
  return table
}
