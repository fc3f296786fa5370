import DeepLearning
import NumericCore
import Techniques
import Testing

/// A number that isn't finite stops a training, and the error says where it was seen first.
struct NotFiniteTests {
  private func error(
    _ layers: [Layer], _ samples: Samples<Float> = Example.samples(), rate: Float,
    prepare: (inout Network<Float>) -> Void = { _ in }
  ) -> TrainingError? {
    var network = Example.network(layers)
    prepare(&network)
    var training = Training(network, TrainingSettings(batchSize: 32, epochs: 4), draws: Example.draws) { _ in
      GradientDescent<Float>(learningRate: rate)
    }
    do {
      try training.run(on: samples)
      return nil
    } catch {
      return error
    }
  }

  @Test func weightsThatFlyAwayAreNamed() {
    guard case .notFinite(let epoch, let step, let place) = error([.dense(30, .relu), .dense(3)], rate: 1e30) else {
      Issue.record("The training went on.")
      return
    }
    #expect(epoch == 1 && step > 1)
    // Products of weights around 1e30 overflow in the second layer first.
    #expect(place == .outputs(layer: 1, description: "dense 3, identity"))
  }

  /// The last step of an epoch is followed by no loss that could tell.
  @Test func theLastStepIsLookedAtToo() {
    let samples = Example.samples(32)
    let stop = error([.dense(3)], samples, rate: .infinity)
    #expect(stop == .notFinite(epoch: 1, step: 1, place: .parameters(layer: 0, block: "layer 0, weights 20 × 3")))
    #expect(
      stop?.description
        == "Training stopped in epoch 1, step 1: the parameters of layer 0, weights 20 × 3 aren't finite "
        + "numbers any more. Try a smaller learning rate, or clip the gradient.")
  }

  @Test func aSampleIsNamed() {
    var features = Example.samples().features
    features[17, 4] = .nan
    let stop = error([.dense(3)], Samples(features, Example.samples().targets), rate: 0.1)
    guard case .notFinite(_, _, .samples(row: 17, feature: 4)) = stop else {
      Issue.record("The error is \(stop?.description ?? "missing").")
      return
    }
    #expect(stop?.description.hasSuffix("feature 4 of sample 17 isn't a finite number. Look at the data.") == true)
  }

  @Test func aLayerThatOverflowsIsNamed() {
    let stop = error([.dense(30), .dense(30, .relu), .dense(3)], rate: 0.1) { network in
      for block in network.blocks where block.layer == 1 && block.role == .weights {
        for index in block.range { network.parameters[index] = 3e38 }
      }
    }
    #expect(stop == .notFinite(epoch: 1, step: 1, place: .outputs(layer: 1, description: "dense 30, relu")))
  }

  @Test func aBlockIsNamed() {
    let stop = error([.dense(30, .relu), .maxout(5), .dense(3)], rate: 0.1) { network in
      for block in network.blocks where block.layer == 1 && block.role == .bias {
        network.parameters[block.range.lowerBound + 2] = .nan
      }
    }
    #expect(stop == .notFinite(epoch: 1, step: 1, place: .parameters(layer: 1, block: "layer 1, bias 1 × 10")))
  }
}
