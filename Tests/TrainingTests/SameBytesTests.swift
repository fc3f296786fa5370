import DeepLearning
import Foundation
import NumericCore
import Techniques
import Testing

/// The same seed gives the same weights, byte for byte, whoever computes them.
struct SameBytesTests {
  @Test(arguments: [1, 7, 8, 32, 100, 203])
  func anyTeamGivesTheSameBytes(batchSize: Int) throws {
    let samples = Example.samples()
    let runs = try [1, 2, 3, 4].map { threads in
      var training = Example.training(settings: TrainingSettings(batchSize: batchSize, epochs: 2))
      try training.run(on: samples, validation: samples, team: Team(threads: threads))
      return training
    }
    for run in runs.dropFirst() {
      #expect(Bytes(run.network.parameters) == Bytes(runs[0].network.parameters))
      #expect(run.history == runs[0].history)
    }
  }

  @Test func largeBatchesGiveTheSameBytes() throws {
    let samples = Example.samples(1500)
    let runs = try [1, 2, 4].map { threads in
      var training = Example.training(settings: TrainingSettings(batchSize: 600, epochs: 2))
      try training.run(on: samples, team: Team(threads: threads))
      return Bytes(training.network.parameters)
    }
    #expect(runs[0] == runs[1] && runs[0] == runs[2])
  }

  @Test func batchNormalizationGivesTheSameBytes() throws {
    let samples = Example.samples()
    let runs = try [1, 3].map { threads in
      var training = Example.training(Example.joinedLayers, settings: TrainingSettings(batchSize: 50, epochs: 2))
      try training.run(on: samples, team: Team(threads: threads))
      return [training.network.parameters, training.network.statistics].map { Bytes($0) }
    }
    #expect(runs[0] == runs[1])
  }

  /// Eight trainings side by side, in order and in reverse, give what each gives alone.
  @Test func aSweepGivesTheSameBytesInAnyOrder() throws {
    let samples = Example.samples()
    let train: @Sendable (Int) -> Bytes = { run in
      var training = Training(
        Example.network(Example.separateLayers), TrainingSettings(batchSize: 32, epochs: 1),
        draws: Example.draws.stream("run", run)
      ) { Momentum(dimensions: $0, learningRate: 0.01) }
      try? training.run(on: samples)
      return Bytes(training.network.parameters)
    }
    let alone = (0..<8).map(train)
    #expect(Set(alone).count == 8)
    for order in [Array(0..<8), Array((0..<8).reversed())] {
      let results = Results(count: 8)
      DispatchQueue.concurrentPerform(iterations: 8) { results.set(order[$0], train(order[$0])) }
      #expect(results.all == alone)
    }
  }

  /// A team that is at work for one training does nothing for another, which then does its work alone.
  @Test func trainingsMayShareATeam() throws {
    let (samples, team) = (Example.samples(), Team(threads: 2))
    let results = Results(count: 4)
    DispatchQueue.concurrentPerform(iterations: 4) { run in
      var training = Example.training(settings: TrainingSettings(batchSize: 64, epochs: 3))
      try? training.run(on: samples, team: team)
      results.set(run, Bytes(training.network.parameters))
    }
    #expect(Set(results.all).count == 1)
  }
}

/// Results of runs side by side, each written once.
private final class Results: @unchecked Sendable {
  private let lock = NSLock()
  private var results: [Bytes?]

  init(count: Int) { results = Array(repeating: nil, count: count) }
  func set(_ index: Int, _ bytes: Bytes) { lock.withLock { results[index] = bytes } }
  var all: [Bytes?] { lock.withLock { results } }
}
