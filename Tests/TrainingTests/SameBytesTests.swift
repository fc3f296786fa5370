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
      #expect(bytes(run.network.parameters) == bytes(runs[0].network.parameters))
      #expect(run.history == runs[0].history)
    }
  }

  @Test func largeBatchesGiveTheSameBytes() throws {
    let samples = Example.samples(1500)
    let runs = try [1, 2, 4].map { threads in
      var training = Example.training(settings: TrainingSettings(batchSize: 600, epochs: 2))
      try training.run(on: samples, team: Team(threads: threads))
      return bytes(training.network.parameters)
    }
    #expect(runs[0] == runs[1] && runs[0] == runs[2])
  }

  @Test func batchNormalizationGivesTheSameBytes() throws {
    let samples = Example.samples()
    let runs = try [1, 3].map { threads in
      var training = Example.training(Example.joinedLayers, settings: TrainingSettings(batchSize: 50, epochs: 2))
      try training.run(on: samples, team: Team(threads: threads))
      return bytes(training.network.parameters) + bytes(training.network.statistics)
    }
    #expect(runs[0] == runs[1])
  }

  /// Eight trainings side by side, in order and in reverse, give what each gives alone.
  @Test func aSweepGivesTheSameBytesInAnyOrder() throws {
    let samples = Example.samples()
    let train: @Sendable (Int) -> [UInt8] = { run in
      var training = Training(
        Example.network(Example.separateLayers), TrainingSettings(batchSize: 32, epochs: 1),
        draws: Example.draws.stream("run", run)
      ) { Momentum(dimensions: $0, learningRate: 0.01) }
      try? training.run(on: samples)
      return bytes(training.network.parameters)
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
      results.set(run, bytes(training.network.parameters))
    }
    #expect(Set(results.all).count == 1)
  }
}

/// The bytes of numbers, which tell -0 from 0.
func bytes(_ vector: Vector<Float>) -> [UInt8] { vector.withUnsafeElements { Array(UnsafeRawBufferPointer($0)) } }

/// Results of runs side by side, each written once.
private final class Results: @unchecked Sendable {
  private let lock = NSLock()
  private var results: [[UInt8]]

  init(count: Int) { results = Array(repeating: [], count: count) }
  func set(_ index: Int, _ bytes: [UInt8]) { lock.withLock { results[index] = bytes } }
  var all: [[UInt8]] { lock.withLock { results } }
}
