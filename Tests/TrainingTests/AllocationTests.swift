import AllocationCounter
import DeepLearning
import NumericCore
import Techniques
import Testing

/// The training loop allocates nothing: what it needs is there before the first step.
///
/// Steps of a second epoch are counted between one call of the watcher and the next; the counter is the thread's own.
struct AllocationTests {
  private func allocationsPerStep<Method: Optimizer<Float>>(
    _ layers: [Layer], rules: TrainingRules<Float> = TrainingRules(), team: Team, _ optimizer: (Int) -> Method
  ) throws -> [Int] {
    var training = Training(
      Example.network(layers), TrainingSettings(batchSize: 32, epochs: 1), rules: rules, draws: Example.draws,
      optimizer: optimizer)
    var counts: [Int] = []
    counts.reserveCapacity(100)
    try training.run(on: Example.samples(), team: team) { _ in counts.append(descent_allocation_count()) }
    // The first step makes what is made once, such as the tables of a library.
    return zip(counts.dropFirst(2), counts.dropFirst()).map { $0 - $1 }
  }

  @Test func theCounterCounts() {
    let before = descent_allocation_count()
    let numbers = [Float](repeating: 1, count: 1000)
    let after = descent_allocation_count()
    #expect(numbers.count == 1000)
    #if os(Linux)
      #expect(after > before)
    #else
      #expect(after == -1, "Allocations are counted on Linux alone.")
    #endif
  }

  @Test(arguments: [1, 2])
  func aStepAllocatesNothing(threads: Int) throws {
    let team = Team(threads: threads)
    let adam = try allocationsPerStep(Example.separateLayers, team: team) { Adam(dimensions: $0, learningRate: 0.01) }
    #expect(adam == [0, 0, 0, 0, 0])
    let momentum = try allocationsPerStep(Example.joinedLayers, team: team) {
      Momentum(dimensions: $0, learningRate: 0.01)
    }
    #expect(momentum == [0, 0, 0, 0, 0])
    let rules = TrainingRules<Float>(
      schedule: StepDecay(initialRate: 0.1, factor: 0.5, every: 3),
      penalties: [L2Penalty(strength: 0.1), ElasticNet(strength: 0.1, l1Share: 0.5)],
      clipping: ClippingByGlobalNorm(limit: 1), constraint: MaxNorm(limit: 3))
    let nesterov = try allocationsPerStep(Example.separateLayers, rules: rules, team: team) {
      Nesterov(dimensions: $0, learningRate: 0.01)
    }
    #expect(nesterov == [0, 0, 0, 0, 0])
  }
}
