import DeepLearning
import NumericCore
import Techniques
import Testing

/// What an epoch does: batches, shuffling, validation, early stopping, and the order of a step's parts.
struct TrainingLoopTests {
  private let samples = Example.samples()

  /// With a learning rate of 0 nothing moves, so the mean over batches of 32 and one of 11 is that over all samples.
  @Test func aPartialBatchIsCountedByItsSamples() throws {
    let network = Example.network([.dense(30, .relu), .dense(3)])
    var training = Training(network, TrainingSettings(batchSize: 32, epochs: 2), draws: Example.draws) { _ in
      GradientDescent<Float>(learningRate: 0)
    }
    var steps: [TrainingProgress] = []
    try training.run(on: samples) { steps.append($0) }
    let loss = network.evaluation(of: .softmaxCrossEntropy, on: samples).loss
    #expect(training.history.map(\.number) == [1, 2])
    for epoch in training.history { #expect(abs(epoch.trainingLoss - loss) < 1e-6 * loss) }
    #expect(steps.map(\.step) == Array(1...7) + Array(1...7))
    #expect(steps.map(\.done) == Array(1...14) && steps.allSatisfy { $0.total == 14 })
    #expect(Bytes(training.network.parameters) == Bytes(network.parameters))
  }

  /// Each epoch takes all samples, in an order of its own; without shuffling, always in the same.
  @Test(arguments: [true, false])
  func shufflingChangesTheOrderAlone(isShuffled: Bool) throws {
    var training = Training(
      Example.network([.dense(3)]), TrainingSettings(batchSize: 1, epochs: 2, isShuffled: isShuffled),
      draws: Example.draws
    ) { _ in GradientDescent<Float>(learningRate: 0) }
    var totals: [Double] = []
    try training.run(on: samples) { totals.append($0.loss * Double($0.step)) }
    // The loss of each step, from the running means.
    let losses = zip(totals, [0] + totals).enumerated().map {
      $0.offset % 203 == 0 ? $0.element.0 : $0.element.0 - $0.element.1
    }
    let (first, second) = (losses[..<203], losses[203...])
    func close(_ a: some Sequence<Double>, _ b: some Sequence<Double>) -> Bool {
      zip(a, b).allSatisfy { abs($0 - $1) < 1e-9 }
    }
    #expect(close(first.sorted(), second.sorted()))
    #expect(close(first, second) == !isShuffled)
  }

  @Test func aShuffledBatchIsTheRowsThatItsOrderNames() {
    let network = Example.network(Example.separateLayers)
    let order = [5, 100, 3, 77, 202, 0, 8, 9, 10, 11]
    var workspace = network.workspace(maximumBatch: 10, gathers: true)
    let loss = network.gradient(
      of: .softmaxCrossEntropy, samples.features, samples.targets, rows: 1..<10, order: order, in: &workspace,
      draws: Example.draws)
    guard case .classes(let classes) = samples.targets else { return }
    let chosen = Samples(samples.features[rows: Array(order[1...])], .classes(order[1...].map { classes[$0] }))
    var other = network.workspace(maximumBatch: 9)
    let same = network.gradient(
      of: .softmaxCrossEntropy, chosen.features, chosen.targets, rows: 0..<9, in: &other, draws: Example.draws)
    #expect(loss == same)
    #expect(Bytes(workspace.gradient) == Bytes(other.gradient))
  }

  /// The training that patience ends is the one that would have been trained for so many epochs, with the weights of its
  /// best epoch.
  @Test func patienceBringsBackTheBestEpoch() throws {
    let validation = Example.samples(50, seed: 9)
    var training = Example.training(settings: TrainingSettings(batchSize: 16, epochs: 60, patience: 3))
    try training.run(on: samples, validation: validation)
    let best = try #require(training.bestEpoch)
    #expect(training.isFinished && training.history.count == best + 3 && training.history.count < 60)
    let losses = training.history.compactMap(\.validation?.loss)
    #expect(losses.min() == losses[best - 1])
    #expect(training.network.evaluation(of: .softmaxCrossEntropy, on: validation).loss == losses[best - 1])
    var short = Example.training(settings: TrainingSettings(batchSize: 16, epochs: best))
    try short.run(on: samples, validation: validation)
    #expect(Bytes(short.network.parameters) == Bytes(training.network.parameters))
  }

  /// With a learning rate of 0 all epochs are as good: the first stays the best, and patience runs out.
  @Test func anEpochThatIsAsGoodIsNoBetter() throws {
    var training = Training(
      Example.network([.dense(3)]), TrainingSettings(batchSize: 64, epochs: 9, patience: 2), draws: Example.draws
    ) { _ in GradientDescent<Float>(learningRate: 0) }
    try training.run(on: samples, validation: samples)
    #expect(training.bestEpoch == 1)
    #expect(training.history.count == 3)
  }

  /// Where no epoch is the last for long, the best comes back at the end all the same.
  @Test func patienceThatLastsBringsBackTheBestEpochToo() throws {
    let validation = Example.samples(50, seed: 9)
    var training = Example.training(settings: TrainingSettings(batchSize: 16, epochs: 12, patience: 12))
    try training.run(on: samples, validation: validation)
    let losses = training.history.compactMap(\.validation?.loss)
    #expect(training.history.count == 12)
    #expect(training.network.evaluation(of: .softmaxCrossEntropy, on: validation).loss == losses.min())
    #expect(losses.min() != losses.last)
  }

  /// A step's parts in order, against a loop written out in double precision: look ahead, gradient there, penalties
  /// there, clipping, step, constraint.
  @Test func aStepTakesItsPartsInOrder() throws {
    let layers: [Layer] = [.dense(200, .tanh), .dense(3)]
    var network = Network<Double>(inputs: 90, layers)
    network.initialize(Glorot.normal, draws: Philox4x32x10(seed: 5))
    var generator = Philox4x32x10(seed: 6)
    let data = Samples<Double>(
      .normal(rows: 40, columns: 90, using: &generator), .classes((0..<40).map { $0 % 3 }))
    let (penalty, clipping) = (L1Penalty(strength: 0.01), ClippingByGlobalNorm(limit: 0.2))
    let constraint = MaxNorm(limit: 0.9)
    let schedule = InverseTimeDecay(initialRate: 0.5, decay: 0.3)
    var training = Training(
      network, TrainingSettings(batchSize: 20, epochs: 3, isShuffled: false),
      rules: TrainingRules(schedule: schedule, penalties: [penalty], clipping: clipping, constraint: constraint),
      draws: Example.draws
    ) { Nesterov<Double>(dimensions: $0, learningRate: 1) }
    try training.run(on: data, team: Team(threads: 2))

    var velocity = Vector<Double>.zeros(network.parameters.count)
    var workspace = network.workspace(maximumBatch: 20)
    for step in 0..<6 {
      var ahead = network
      ahead.parameters = network.parameters + 0.9 * velocity
      let first = step % 2 * 20
      ahead.gradient(
        of: .softmaxCrossEntropy, data.features, data.targets, rows: first..<first + 20, in: &workspace,
        draws: Example.draws)
      var gradient = workspace.gradient
      for block in network.blocks where block.role == .weights {
        for index in block.range { gradient[index] += 0.01 * (ahead.parameters[index] > 0 ? 1 : -1) }
      }
      let norm = gradient.norm
      gradient = min(1, 0.2 / norm) * gradient
      velocity = 0.9 * velocity - schedule.learningRate(at: step) * gradient
      network.parameters = network.parameters + velocity
      for block in network.blocks where block.role == .weights {
        for column in 0..<block.columns {
          let places = stride(from: block.range.lowerBound + column, to: block.range.upperBound, by: block.columns)
          let length = places.reduce(0.0) { $0 + network.parameters[$1] * network.parameters[$1] }.squareRoot()
          if length > 0.9 { for place in places { network.parameters[place] *= 0.9 / length } }
        }
      }
    }
    #expect(training.network.parameters.isClose(to: network.parameters, relative: 1e-10))
    #expect(training.history.map(\.learningRate) == [1, 3, 5].map { schedule.learningRate(at: $0) })
    #expect(abs((training.history.last?.penalty ?? 0) - training.network.penalty([penalty])) == 0)
  }

  /// Without clipping, penalties are added in the pass of the step; with a limit that is never met, before it.
  @Test func bothWaysToAddAPenaltyAreTheSame() throws {
    let rules = [nil, ClippingByGlobalNorm<Float>(limit: 1e9)].map { clipping in
      TrainingRules<Float>(penalties: [L2Penalty(strength: 0.1), L1Penalty(strength: 0.01)], clipping: clipping)
    }
    let runs = try rules.map { rules in
      var training = Example.training(rules: rules)
      try training.run(on: samples)
      return Bytes(training.network.parameters)
    }
    var plain = Example.training()
    try plain.run(on: samples)
    #expect(runs[0] == runs[1])
    #expect(runs[0] != Bytes(plain.network.parameters))
  }

  @Test func accuracyCountsTheLargestOutput() {
    var network = Network<Float>(inputs: 2, [.dense(2)])
    network.parameters = [1, 0, 0, 1, 0, 0]
    let samples = Samples<Float>([[2, 1], [1, 2], [3, 3], [0, 5]], .classes([0, 1, 0, 0]))
    #expect(network.evaluation(of: .softmaxCrossEntropy, on: samples).accuracy == 0.75)
    var single = Network<Float>(inputs: 1, [.dense(1)])
    single.parameters = [1, 0]
    let binary = Samples<Float>([[0.4], [-1], [0.6], [2]], .classes([0, 0, 1, 1]))
    #expect(single.evaluation(of: .binaryCrossEntropy, on: binary).accuracy == 0.75)
    #expect(single.evaluation(of: .meanSquaredError, on: binary).accuracy == 1)
    #expect(single.evaluation(of: .meanSquaredError, on: Samples([[1]], .values([[1]]))).accuracy == nil)
  }
}
