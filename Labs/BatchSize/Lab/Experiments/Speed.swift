import DeepLearning
import NumericCore

/// Epochs to be timed: of one batch size, by one team.
struct TimedEpochs {
  let batchSize: Int
  let team: Team
  private var training: Training<StochasticGradientDescent<Float>>
  private let samples: Samples<Float>
  /// The fastest epoch so far.
  private(set) var seconds = Double.infinity

  /// Epochs of full batches: some 150, or what the data give.
  init(_ tradeOff: TradeOff, batchSize: Int, team: Team, rounds: Int) {
    let all = tradeOff.samples.training
    let wanted = min(max(150 * batchSize, 1500), all.count)
    samples = all.first(max(wanted / batchSize, 1) * batchSize)
    training = tradeOff.training(batchSize: batchSize, epochs: rounds + 1)
    self.batchSize = batchSize
    self.team = team
  }

  /// Samples a second.
  var rate: Double { Double(samples.count) / seconds }

  /// Runs an epoch; the first one of all only warms up.
  mutating func run() throws {
    let isWarm = !training.history.isEmpty
    let clock = ContinuousClock()
    let start = clock.now
    try training.runEpoch(on: samples, team: team)
    if isWarm { seconds = min(seconds, (clock.now - start) / .seconds(1)) }
  }
}

extension TradeOff {
  /// Samples a second for each batch size with each team.
  ///
  /// What disturbs a measurement makes it longer and doesn't last: each is repeated, all of them in turns, and the shortest
  /// counts.
  ///
  /// - Parameters:
  ///   - rounds: how often each is measured.
  ///   - watching: called after each measurement with how many are done, and of how many.
  func samplesPerSecond(
    batchSizes: [Int], teams: [Team], rounds: Int, watching: (Int, Int) -> Void = { _, _ in }
  ) throws -> [[Double]] {
    var epochs = teams.flatMap { team in
      batchSizes.map { TimedEpochs(self, batchSize: $0, team: team, rounds: rounds) }
    }
    for round in 0...rounds {
      for index in epochs.indices {
        try epochs[index].run()
        watching(round * epochs.count + index + 1, (rounds + 1) * epochs.count)
      }
    }
    return teams.indices.map { team in
      epochs[team * batchSizes.count..<(team + 1) * batchSizes.count].map(\.rate)
    }
  }

  /// What an update of each run takes, on one thread.
  func secondsPerUpdate(of runs: [TradeOffRun], rounds: Int) throws -> [Double] {
    let sizes = runs.map(\.batchSize)
    let rates = try samplesPerSecond(batchSizes: sizes, teams: [.alone], rounds: rounds)
    return zip(sizes, rates[0]).map { Double($0) / $1 }
  }
}

extension Samples {
  /// The first samples.
  fileprivate func first(_ count: Int) -> Samples {
    switch targets {
    case .classes(let classes): Samples(features[rows: 0..<count], .classes(Array(classes.prefix(count))))
    case .values(let values): Samples(features[rows: 0..<count], .values(values[rows: 0..<count]))
    }
  }
}
