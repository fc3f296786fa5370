import DeepLearning
import NumericCore
import Techniques

/// Small trainings that are easy to repeat in several ways.
enum Example {
  /// Two spirals-like classes that a small network learns in part: 203 samples, so that a batch is left over.
  static func samples(_ count: Int = 203, inputs: Int = 20, seed: UInt64 = 1) -> Samples<Float> {
    var generator = Philox4x32x10(seed: seed, stream: "training tests")
    let features = Matrix<Float>.normal(rows: count, columns: inputs, using: &generator)
    let classes = (0..<count).map { row in
      let sum = features.row(row).elements.enumerated().reduce(Float(0)) {
        $0 + ($1.offset % 2 == 0 ? $1.element : -$1.element)
      }
      return sum > 1 ? 2 : sum > -1 ? 1 : 0
    }
    return Samples(features, .classes(classes))
  }

  /// A network with every kind of layer whose samples don't depend on each other.
  static let separateLayers: [Layer] = [
    .dropout(keepProbability: 0.9), .dense(300, .relu), .dropout(keepProbability: 0.5), .maxout(150, pieces: 2),
    .dense(40, .tanh), .dense(3),
  ]

  /// A network that joins the samples of a batch.
  static let joinedLayers: [Layer] = [
    .dense(30), .batchNormalization(), .activation(.relu), .dropout(keepProbability: 0.8), .dense(3),
  ]

  static func network(_ layers: [Layer], inputs: Int = 20) -> Network<Float> {
    var network = Network<Float>(inputs: inputs, layers, masks: InvertedDropout())
    network.initialize(He.normal, draws: Philox4x32x10(seed: 2, stream: "weights"))
    return network
  }

  static let draws = Philox4x32x10(seed: 3, stream: "training")

  static func training(
    _ layers: [Layer] = separateLayers, settings: TrainingSettings = TrainingSettings(batchSize: 32, epochs: 3),
    rules: TrainingRules<Float> = TrainingRules()
  ) -> Training<Adam<Float>> {
    Training(network(layers), settings, rules: rules, draws: draws) { Adam(dimensions: $0, learningRate: 0.003) }
  }
}
