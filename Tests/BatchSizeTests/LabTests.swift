import AnswerChecks
import BatchSizeQuestions
import BatchSizeSolutions
import LabKit
import NumericCore
import Testing
import TrainingLabs

@testable import BatchSizeLab

@Suite struct LabTests {
  @Test func figuresAreTheLectures() {
    #expect(
      batchSizeExperiments.map(\.name) == [
        "by-epoch", "by-update", "by-time", "gradient-noise", "throughput", "generalization", "paths",
      ])
  }

  @Test func onlyPathsNeedsNoImages() throws {
    #expect(try !BatchSizeCommand.parse(["--figure", "paths"]).needsImages)
    #expect(try BatchSizeCommand.parse(["--figure", "paths", "--figure", "by-epoch"]).needsImages)
    #expect(try BatchSizeCommand.parse([]).needsImages)
  }

  @Test func theFullBatchGoesStraightAndTheMinimumIsOne() throws {
    let problem = LineFit(draws: Philox4x32x10(seed: 1, stream: "line"))
    let descent = try ReferenceFigureAnswers.path(problem, problem.request(batchSize: 64, epochs: 400, seed: 1)).get()
    #expect(descent.count == 401)
    #expect((descent[400] - problem.minimum).norm < 1e-3)
    let losses = descent.map(problem.loss)
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 >= $1 - 1e-12 })
    for offset in [[0.01, 0], [0, 0.01], [-0.01, 0.01]] as [Vector<Double>] {
      #expect(problem.loss(problem.minimum + offset) > problem.loss(problem.minimum))
    }
  }

  @Test func aDescentHasAnUpdateABatch() throws {
    let problem = LineFit(draws: Philox4x32x10(seed: 1, stream: "line"))
    for size in [1, 5, 8, 64] {
      let updates = try ReferenceAnswers().updates(samples: 64, batchSize: size, epochs: 3)
      let path = try ReferenceFigureAnswers.path(problem, problem.request(batchSize: size, epochs: 3, seed: 1)).get()
      #expect(path.count == updates + 1)
      #expect(updatesOfAnEpoch(samples: 64, batchSize: size) * 3 == updates)
    }
  }

  @Test(arguments: [64, 8, 5, 1])
  func theEnginesPathIsThatOfTheReferenceAnswers(_ batchSize: Int) throws {
    let problem = LineFit(draws: Philox4x32x10(seed: 1, stream: "line"))
    let request = problem.request(batchSize: batchSize, epochs: 3, seed: 4)
    let (path, expected) = (
      try ReferenceFigureAnswers.path(problem, request).get(), try request.path(by: ReferenceAnswers())
    )
    #expect(path.count == expected.count)
    #expect(zip(path, expected).allSatisfy { ($0 - $1).norm < 1e-9 })
  }

  @Test(arguments: [8, 16, 100, 1024])
  func ratesOfTheTechniquesAreThoseOfTheExercise(_ batchSize: Int) throws {
    let rule = ScalingRule(baseRate: 0.05, baseBatchSize: 16)
    let rates = try rule.rates(batchSize: batchSize, updates: 50, by: nil).get()
    let warmUp = rule.warmUp(of: 50, batchSize: batchSize)
    #expect(warmUp == (batchSize > 16 ? 5 : 0))
    for (update, rate) in rates.enumerated() {
      let expected = try ReferenceAnswers().learningRate(
        update: update, baseRate: 0.05, baseBatchSize: 16, batchSize: batchSize, warmUpUpdates: warmUp)
      #expect(abs(rate - expected) < 1e-12)
    }
  }

  @Test func captionsSayWhoseMachineThreadsHelped() {
    let alone = Throughput(threads: 1, rates: [10, 80, 100])
    func findings(_ rates: [Double]) -> String {
      BatchSizeLab.findings([1, 64, 128], [alone, Throughput(threads: 2, rates: rates)])
    }
    #expect(
      findings([10, 90, 180]).hasSuffix(
        "One thread is fastest at M = 128, 10 times the rate of M = 1. "
          + "2 threads help from M = 64 up. "))
    #expect(findings([20, 70, 180]).hasSuffix("2 threads help from M = 128 up. "))
    #expect(findings([20, 90, 101]).hasSuffix("2 threads gained nothing in this run. "))
  }

  @Test func theCaptionSaysWhoArrivedFirst() {
    func run(_ size: Int) -> TradeOffRun {
      TradeOffRun(batchSize: size, isFull: size == 100, updatesPerEpoch: 1, evaluations: [])
    }
    let timed = TimedRuns([run(1), run(8), run(100)], secondsPerUpdate: [1, 1, 1], samples: 100, target: 0.8)
    #expect(
      timed.arrivals([3, 2, .infinity])
        == "Stars: an error of 0.20 is reached; first by M = 8, never by M = 100. ")
    #expect(timed.arrivals([3, 4, 2]) == "Stars: an error of 0.20 is reached; first by full batch, M = 100. ")
    #expect(timed.arrivals([.infinity, .infinity, .infinity]) == "No run reached the target, an error of 0.20. ")
  }
}

/// Figures on synthetic digits, which every machine has.
@Suite struct LabImageTests {
  private static let setting = Result {
    Setting(scale: .quick, seed: 1, images: try ImageData.load(.synthetic, seed: 1))
  }

  @Test func noiseFollowsTheory() throws {
    let noise = try GradientNoise(Self.setting.get())
    let rows = try noise.measurements()
    let theory = try noise.theory(at: rows.map { Double($0.batchSize) }, by: nil).get()
    for (row, point) in zip(rows, theory) {
      #expect(abs(row.withReplacement / point.withReplacement - 1) < 0.4, "M = \(row.batchSize)")
      if row.batchSize < noise.samples.count {
        #expect(abs(row.withoutReplacement / point.withoutReplacement - 1) < 0.4, "M = \(row.batchSize)")
      }
    }
    #expect(try #require(Agreement(rows, theory)).largestDifference < 0.4)
    // The correction is what tells them apart where batches hold most of the data.
    let most = try noise.theory(at: [400], by: nil).get()[0]
    #expect(most.withoutReplacement < 0.25 * most.withReplacement)
  }

  @Test func figuresThatMeasureNoTimeAreTheSameTwice() throws {
    let setting = try Self.setting.get()
    let again = Setting(scale: .quick, seed: 1, images: setting.images)
    for experiment in [byEpoch, byUpdate, gradientNoise, generalization, paths] {
      let (first, second) = (try experiment.drawing(in: setting), try experiment.drawing(in: again))
      #expect(first.table == second.table, "\(experiment.name)")
      #expect(first.results == second.results, "\(experiment.name)")
      #expect(!first.table.rows.isEmpty)
    }
  }

  @Test func smallBatchesLearnMoreAnEpochAndLargeOnesMoreAnUpdate() throws {
    let runs = try TradeOff.runs(Self.setting.get())
    let (small, full) = (try #require(runs.first { $0.batchSize == 8 }), try #require(runs.last))
    #expect(full.isFull && full.updatesPerEpoch == 1)
    #expect(small.errors[1] < full.errors[1])
    let last = try #require(runs.last { !$0.isFull })
    // After as many updates as the full batch makes in all, a batch of one has hardly begun: less than an epoch.
    #expect(runs[0].updates[1] > full.updates[full.updates.count - 1])
    #expect(last.updatesPerEpoch == 4)
  }

  @Test func runsThatFailAreCounted() throws {
    let experiment = try Generalization(Self.setting.get())
    let share = experiment.oneClassForAll
    #expect(share > 0.09 && share < 0.2)
    #expect(experiment.failed([0, share, 1.9 * share, 2.1 * share, 0.9]) == 3)
    let curve = GeneralizationCurve(
      rule: RateRule(baseRate: 0.05, isScaled: true), accuracies: [(16, [0.9, 0.8]), (64, [0.1, 0.9])])
    #expect(experiment.failures([curve]) == "Those are 1 of 2 at M = 64 (scaled, \u{3B7}_0 = 0.05).")
  }

  @Test func aFigureWithoutImagesSaysWhatIsMissing() {
    #expect(throws: LabError.self) { try byEpoch.drawing(in: Setting(scale: .quick, seed: 1, images: nil)) }
  }
}
