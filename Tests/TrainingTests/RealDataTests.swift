import DeepLearning
import Foundation
import NumericCore
import Techniques
import Testing

/// The lectures' network on the real images, which lie where `DESCENT_DATASETS` says.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["DESCENT_DATASETS"] != nil,
    "DESCENT_DATASETS names no folder with MNIST and Fashion-MNIST"))
struct RealDataTests {
  /// Ten epochs with Adam reach what the network can; seen: 0.980 and 0.885.
  @Test(arguments: [("mnist", 0.975), ("fashion-mnist", 0.87)])
  func tenEpochsWithAdamAreEnough(name: String, least: Double) throws {
    let root = ProcessInfo.processInfo.environment["DESCENT_DATASETS"] ?? ""
    let images = try ImageDataset(folder: URL(filePath: root).appending(path: name))
    var network = Network<Float>(inputs: 784, [.dense(200, .relu), .dense(10)])
    network.initialize(He.normal, draws: Philox4x32x10(seed: 1, stream: "weights"))
    var training = Training(network, draws: Philox4x32x10(seed: 1, stream: "training")) {
      Adam(dimensions: $0, learningRate: 0.001)
    }
    try training.run(on: Samples(images.training), team: Team())
    let accuracy = training.network.evaluation(of: .softmaxCrossEntropy, on: Samples(images.test), team: Team())
      .accuracy
    #expect(try #require(accuracy) >= least)
  }
}
