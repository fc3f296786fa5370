import AnswerChecks
import BatchSizeQuestions
import LabKit
import NumericCore
import Plotting

/// In between they learn most a second.
let byTime = Experiment<Setting>("by-time", "Test error by seconds of training: the runs of by-epoch, time measured.") {
  setting in
  let tradeOff = try TradeOff(setting)
  let runs = try TradeOff.runs(setting)
  let timed = try TimedRuns(
    runs, secondsPerUpdate: tradeOff.secondsPerUpdate(of: runs, rounds: setting.at(quick: 3, lecture: 5)),
    samples: tradeOff.samples.training.count, target: tradeOff.target)
  let (times, missing) = try timed.timesToTarget(by: setting.student)
  let caption =
    tradeOff.description(setting)
    + "The runs of by-epoch by time: updates times the seconds of one, measured on one thread of this machine, and not "
    + "the same twice. " + timed.arrivals(times) + leftOut(["the times to the target": missing])
  return Drawing(
    axisFigure(timed.curves, "seconds of training", caption: caption, scale: .log) {
      RuleMark(y: 1 - tradeOff.target).foregroundStyle(.gray).lineStyle(dash: .dotted)
      for (run, time) in zip(runs, times) where time.isFinite && time > 0 {
        PointMark(x: time, y: 1 - tradeOff.target).foregroundStyle(by: run.title).symbol(.star).symbolSize(2)
      }
    },
    table: axisTable(timed.curves, "seconds"), results: ["by-time": timed.results(times)], isMeasured: true)
}

/// The runs with what their updates take.
struct TimedRuns: Sendable {
  let runs: [TradeOffRun]
  let secondsPerUpdate: [Double]
  /// N.
  let samples: Int
  /// The accuracy to reach.
  let target: Double

  init(_ runs: [TradeOffRun], secondsPerUpdate: [Double], samples: Int, target: Double) {
    self.runs = runs
    self.secondsPerUpdate = secondsPerUpdate
    self.samples = samples
    self.target = target
  }

  /// The runs by seconds.
  var curves: [AxisCurve] {
    zip(runs, secondsPerUpdate).map { run, seconds in AxisCurve(run, run.updates.map { $0 * seconds }) }
  }

  /// After how many seconds each run reached the target, infinity where it never did; a student's 5.7 compares the runs two
  /// by two.
  func timesToTarget(by student: StudentAnswers?) throws -> (times: [Double], missing: MissingAnswer?) {
    guard let student else {
      let times = ReferenceFigureAnswers.times(of: self)
      return (times.answer ?? [], times.missing)
    }
    let known = zip(runs, secondsPerUpdate).map { run, seconds in
      AccuracyCurve(batchSize: run.batchSize, secondsPerUpdate: seconds, accuracies: Vector(run.accuracies))
    }
    let pairs = stride(from: 0, to: known.count, by: 2).map { index in
      TwoCurvesInput(
        first: known[index], second: known[min(index + 1, known.count - 1)], samples: samples, target: target)
    }
    let outputs = try student.outputs(of: "5.7", inputs: pairs) { output -> [Double]? in
      let times = [output["first"], output["second"]].compactMap { $0 == .null ? .infinity : $0?.finiteNumber }
      return times.count == 2 ? times : nil
    }
    switch outputs {
    case .success(let times): return (Array(times.joined().prefix(runs.count)), nil)
    case .failure(let missing): return ([], missing)
    }
  }

  /// In words: who was at the target first, and who never.
  func arrivals(_ times: [Double]) -> String {
    guard !times.isEmpty else { return "" }
    let sorted = zip(runs, times).sorted { $0.1 < $1.1 }
    let error = rounded(1 - target, 2)
    guard let first = sorted.first, first.1.isFinite else { return "No run reached the target, an error of \(error). " }
    let never = sorted.filter { !$0.1.isFinite }.map { "\($0.0.batchSize)" }
    return "Stars: an error of \(error) is reached; first by \(first.0.title)"
      + (never.isEmpty ? ". " : ", never by M = \(never.joined(separator: ", ")). ")
  }

  /// What the lecture quotes, of this machine.
  func results(_ times: [Double]) -> Value {
    .record([
      "seconds-per-update": bySize(zip(runs, secondsPerUpdate).map { ($0.batchSize, $1) }),
      "seconds-to-target": bySize(zip(runs, times).filter { $0.1.isFinite }.map { ($0.batchSize, $1) }),
    ])
  }
}
