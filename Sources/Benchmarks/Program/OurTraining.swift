import DeepLearning
import LabKit
import NumericCore
import Techniques

/// The network 784 -> 200 -> 10 in training, as a lab trains it: the benchmarks' only way into the engine.
enum OurTraining {
  /// The optimizers that are measured, by the names that peers know them by.
  enum Method: String, CaseIterable {
    case momentum
    case adam
  }

  /// As many samples as MNIST has, of its shape: random greys and random classes. Training on them takes as long.
  static func samples(_ count: Int = 60_000) -> Samples<Float> {
    var generator = Philox4x32x10(seed: 1, stream: "benchmark")
    let greys = Matrix<Float>.uniform(rows: count, columns: 784, in: 0..<1, using: &generator)
    return Samples(greys, .classes((0..<count).map { _ in generator.integer(below: 10) }))
  }

  /// A function that trains for at least so many steps, in whole epochs, and returns how many there were.
  static func training(
    _ method: Method, batch: Int, on samples: Samples<Float>, isShuffled: Bool
  ) -> (Int) -> Int {
    switch method {
    case .momentum: trains(one(batch, isShuffled, seed: 1, momentum), on: samples)
    case .adam: trains(one(batch, isShuffled, seed: 1, adam), on: samples)
    }
  }

  /// Eight trainings with momentum side by side, each with its own seed; the steps are those of each.
  static func sweep(batch: Int, on samples: Samples<Float>) -> (Int) -> Int {
    var trainings = (1...8).map { one(batch, true, seed: $0, momentum) }
    return { wanted in
      var steps = 0
      repeat {
        guard let trained = try? trainings.sideBySide({ try $0.afterEpoch(on: samples, team: .alone) }) else {
          stopAtTraining()
        }
        trainings = trained
        steps += stepsOfEpoch(samples, batch)
      } while steps < wanted
      return steps
    }
  }

  private static func trains<Optimizer>(
    _ training: Training<Optimizer>, on samples: Samples<Float>
  ) -> (Int) -> Int where Optimizer.Scalar == Float {
    var training = training
    let team = Team()
    return { wanted in
      var steps = 0
      repeat {
        do { try training.runEpoch(on: samples, team: team) } catch { stopAtTraining() }
        steps += stepsOfEpoch(samples, training.settings.batchSize)
      } while steps < wanted
      return steps
    }
  }

  private static func one<Optimizer>(
    _ batch: Int, _ isShuffled: Bool, seed: Int, _ optimizer: (Int) -> Optimizer
  ) -> Training<Optimizer> where Optimizer.Scalar == Float {
    let draws = Philox4x32x10(seed: UInt64(seed), stream: "training")
    var network = Network<Float>(inputs: 784, [.dense(200, .relu), .dense(10)])
    network.initialize(draws: draws.stream("weights"))
    let settings = TrainingSettings(batchSize: batch, epochs: .max, isShuffled: isShuffled)
    return Training(network, settings, draws: draws, optimizer: optimizer)
  }

  private static func momentum(_ dimensions: Int) -> Momentum<Float> {
    Momentum(dimensions: dimensions, learningRate: 0.01)
  }

  private static func adam(_ dimensions: Int) -> Adam<Float> { Adam(dimensions: dimensions, learningRate: 0.001) }

  private static func stepsOfEpoch(_ samples: Samples<Float>, _ batch: Int) -> Int {
    (samples.count + batch - 1) / batch
  }

  private static func stopAtTraining() -> Never {
    fatalError("The benchmark's training met a number that isn't finite.")
  }
}

extension Training {
  /// The training after one more epoch.
  fileprivate func afterEpoch(on samples: Samples<Scalar>, team: Team) throws -> Self {
    var next = self
    try next.runEpoch(on: samples, team: team)
    return next
  }
}
