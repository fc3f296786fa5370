import LabKit
import NumericCore
import TrainingLabs

/// Every start trained several times, and what is left out.
struct Trainings: Sendable {
  /// A start's trainings: the first is the one that histograms show.
  struct Runs: Sendable {
    let name: StartName
    let all: [TrainedStart]

    /// The training with the seed's own draws.
    var first: TrainedStart { all[0] }
    /// The share of test images that are wrong after the last epoch, by repeat.
    var errors: [Double] { all.map { 1 - $0.accuracy } }
    /// Over the repeats.
    var meanError: Double { Vector(errors).mean() }

    /// What an epoch gave in all repeats; nothing where one ended before.
    func epochs(_ value: (TrainedStart, Int) -> Double?) -> [(epoch: Int, values: [Double])] {
      (0..<Lecture.epochs).compactMap { index in
        let values = all.compactMap { $0.history.indices.contains(index) ? value($0, index) : nil }
        return values.count == all.count ? (index + 1, values) : nil
      }
    }
  }

  /// In the lecture's order.
  private(set) var starts: [Runs] = []
  /// What is left out.
  private(set) var gaps: [Gap] = []

  /// None.
  init() {}

  /// Trains every start on the same images in the same order.
  init(of starts: Starts, on images: ImageData, scale: Scale, seed: UInt64) throws {
    let isQuick = scale == .quick
    let samples = images.samples(
      training: isQuick ? Lecture.quickImages : nil, test: isQuick ? Lecture.quickTests : nil)
    let steps = Array(stride(from: 0, to: samples.training.count, by: Lecture.batchSize)).count * Lecture.epochs
    let plans = starts.drawn.flatMap { start in
      (0..<Lecture.repeats).map { TrainingPlan(start: start, repetition: $0, seed: seed) }
    }
    let progress = ProgressLine()
    defer { progress.clear() }
    let sweep = Sweep("initializers: training", steps: steps * plans.count, progress: progress)
    let outcomes = try sweep.results(of: plans) { plan, step in
      try attempt { try plan.trained(on: samples, step: step) }
    }
    gaps = starts.gaps
    for name in starts.drawn.map(\.name) {
      let own = zip(plans, outcomes).filter { $0.0.start.name == name }.map(\.1)
      switch own.allSucceeded {
      case .success(let all): self.starts.append(Runs(name: name, all: all))
      case .failure(let missing): gaps.append(Gap(what: name.title, missing: missing))
      }
    }
  }

  /// A start's trainings.
  subscript(name: StartName) -> Runs? { starts.first { $0.name == name } }
}

extension [Result<TrainedStart, MissingAnswer>] {
  /// All of them, or the first answer that is missing.
  fileprivate var allSucceeded: Result<[TrainedStart], MissingAnswer> {
    Result { () throws(MissingAnswer) in
      var all: [TrainedStart] = []
      for result in self { all.append(try result.get()) }
      return all
    }
  }
}
