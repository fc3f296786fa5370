import DeepLearning
import NumericCore
import Techniques
import Testing

/// The engine's own optimizer is momentum, as Techniques has it.
struct StochasticGradientDescentTests {
  @Test func itIsMomentum() throws {
    let samples = Example.samples()
    var own = Training(
      Example.network(Example.separateLayers), TrainingSettings(batchSize: 32, epochs: 2), draws: Example.draws
    ) { StochasticGradientDescent<Float>(dimensions: $0, learningRate: 0.02, momentum: 0.8) }
    var theirs = Training(
      Example.network(Example.separateLayers), TrainingSettings(batchSize: 32, epochs: 2), draws: Example.draws
    ) { Momentum<Float>(dimensions: $0, learningRate: 0.02, momentum: 0.8) }
    try own.run(on: samples)
    try theirs.run(on: samples)
    #expect(Bytes(own.network.parameters) == Bytes(theirs.network.parameters))
  }
}
