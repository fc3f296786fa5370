import DeepLearning
import LabKit
import NumericCore
import TrainingLabs

/// The runs of by-epoch, by-update and by-time: one network, one learning rate, batches from one sample to all.
struct TradeOff: Sendable {
  var samples: (training: Samples<Float>, test: Samples<Float>)
  var hidden: Int
  var epochs: Int
  /// The accuracy that by-time asks for: each run that learns gets there, sooner or later.
  var target: Double
  var draws: Philox4x32x10

  static let learningRate: Float = 0.05

  /// The experiment at the setting's scale.
  init(_ setting: Setting) throws {
    samples = try setting.samples(
      training: setting.at(quick: 2000, lecture: 10_000), test: setting.at(quick: 1000, lecture: 10_000))
    hidden = setting.at(quick: 50, lecture: 200)
    epochs = setting.at(quick: 10, lecture: 30)
    target = setting.at(quick: 0.75, lecture: 0.8)
    draws = setting.draws("trade-off")
  }

  /// Batch sizes from one sample to all of them.
  var batchSizes: [Int] { [1, 8, 32, 128, 512].filter { $0 < samples.training.count } + [samples.training.count] }

  /// A training before its first step; all have the same start.
  func training(batchSize: Int, epochs: Int? = nil) -> Training<StochasticGradientDescent<Float>> {
    var network = Network<Float>(inputs: samples.training.features.columns, [.dense(hidden, .relu), .dense(10)])
    network.initialize(draws: draws.stream("weights"))
    return Training(
      network, TrainingSettings(batchSize: batchSize, epochs: epochs ?? self.epochs), draws: draws.stream("training")
    ) {
      StochasticGradientDescent(dimensions: $0, learningRate: Self.learningRate, momentum: 0)
    }
  }

  /// All runs, computed by the first figure that asks.
  static func runs(_ setting: Setting) throws -> [TradeOffRun] {
    try setting.tradeOff {
      let tradeOff = try TradeOff(setting)
      let sizes = tradeOff.batchSizes
      let steps = sizes.reduce(0) { $0 + tradeOff.updates(batchSize: $1) * tradeOff.epochs }
      let sweep = Sweep("batch-size: trainings", steps: steps, progress: ProgressLine())
      return try sweep.results(of: sizes) { size, step in
        var training = tradeOff.training(batchSize: size)
        let start = training.network.evaluation(of: .softmaxCrossEntropy, on: tradeOff.samples.test)
        try training.run(on: tradeOff.samples.training, validation: tradeOff.samples.test) { _ in step() }
        return TradeOffRun(
          batchSize: size, isFull: size == tradeOff.samples.training.count,
          updatesPerEpoch: tradeOff.updates(batchSize: size),
          evaluations: [start] + training.history.compactMap(\.validation))
      }
    }
  }

  /// The updates of an epoch; `Training` counts the same.
  func updates(batchSize: Int) -> Int {
    updatesOfAnEpoch(samples: samples.training.count, batchSize: batchSize)
  }

  /// In words for captions.
  func description(_ setting: Setting) -> String {
    "Network [784, \(hidden), 10] on \(samples.training.count) images of \(setting.imageTitle), descent without "
      + "momentum at learning rate \(Self.learningRate) for every batch size M. "
      + setting.at(quick: "Quick scale: \(epochs) epochs. ", lecture: "")
  }
}

/// One of the runs.
struct TradeOffRun: Sendable {
  var batchSize: Int
  /// Whether a batch holds all samples.
  var isFull: Bool
  var updatesPerEpoch: Int
  /// On the test images before training and after each epoch.
  var evaluations: [Evaluation]

  /// The name in legends.
  var title: String { isFull ? "full batch, M = \(batchSize)" : "M = \(batchSize)" }
  /// The share of test images that are classified wrongly, before training and after each epoch.
  var errors: [Double] { evaluations.map { $0.error ?? .nan } }
  /// The share that is classified rightly, after each epoch.
  var accuracies: [Double] { evaluations.dropFirst().map { $0.accuracy ?? .nan } }
  /// After so many epochs each.
  var epochs: [Double] { evaluations.indices.map(Double.init) }
  /// After so many updates each.
  var updates: [Double] { evaluations.indices.map { Double($0 * updatesPerEpoch) } }
}

/// How many batches there are: `Training` cuts epochs the same way.
func updatesOfAnEpoch(samples: Int, batchSize: Int) -> Int { Array(stride(from: 0, to: samples, by: batchSize)).count }
