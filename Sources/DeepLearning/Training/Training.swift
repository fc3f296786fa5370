import NumericCore

/// A network in training: what it has learned so far, the optimizer's memory, and the history.
///
/// ```swift
/// var training = Training(network, TrainingSettings(epochs: 10), draws: Philox4x32x10(seed: 1, stream: "training")) {
///   Adam(dimensions: $0, learningRate: 0.001)
/// }
/// try training.run(on: Samples(images.training), validation: Samples(images.test), team: Team())
/// training.history.last?.validation?.accuracy
/// ```
///
/// The same network, settings and draws give the same weights, byte for byte, with any team and beside any other
/// training. An epoch's order comes from the stream "epoch" of the draws, a step's masks from the stream "step".
public struct Training<Method: Optimizer>: Sendable {
  /// `Float`, or `Double` where precision is what is looked at.
  public typealias Scalar = Method.Scalar

  /// How it is trained.
  public let settings: TrainingSettings
  /// What else changes gradients, weights and learning rate.
  public let rules: TrainingRules<Scalar>
  /// Where random orders and masks come from.
  public let draws: Philox4x32x10
  /// The network as it is now; once training is over, with patience, that of the best epoch.
  public internal(set) var network: Network<Scalar>
  /// The epochs so far.
  public internal(set) var history: [Epoch] = []
  /// The epoch with the smallest validation loss so far, counted from 1; nothing without validation.
  public var bestEpoch: Int? { best?.epoch }

  /// What moves the weights.
  var stepper: Stepper<Method>
  /// The best epoch, with the network's numbers then where there is patience.
  var best: BestEpoch<Scalar>?

  /// A training before its first step.
  ///
  /// - Parameters:
  ///   - network: initialized.
  ///   - settings: how it is trained.
  ///   - rules: schedule, penalties, clipping, constraint; none by default.
  ///   - draws: a stream of its own for each training.
  ///   - optimizer: makes an optimizer of so many dimensions. The parameters are cut in a few parts, each with its own.
  public init(
    _ network: Network<Scalar>, _ settings: TrainingSettings = TrainingSettings(),
    rules: TrainingRules<Scalar> = TrainingRules(), draws: Philox4x32x10, optimizer: (Int) -> Method
  ) {
    self.network = network
    self.settings = settings
    self.rules = rules
    self.draws = draws
    stepper = Stepper(network, settings, optimizer: optimizer)
  }

  /// Whether all epochs are done, or patience has run out.
  public var isFinished: Bool {
    if history.count >= settings.epochs { return true }
    guard let patience = settings.patience, let best else { return false }
    return history.count - best.epoch >= patience
  }

  /// Trains until it is finished.
  ///
  /// - Parameters:
  ///   - samples: what is learned from.
  ///   - validation: what each epoch is judged by; patience needs it.
  ///   - team: who computes; alone by default, for runs of which several go side by side.
  ///   - watching: called after each step.
  /// - Throws: at the first number that isn't finite.
  public mutating func run(
    on samples: Samples<Scalar>, validation: Samples<Scalar>? = nil, team: Team = .alone,
    watching: (TrainingProgress) -> Void = { _ in }
  ) throws(TrainingError) {
    while !isFinished { try runEpoch(on: samples, validation: validation, team: team, watching: watching) }
  }

  /// Trains for one epoch.
  ///
  /// - Throws: at the first number that isn't finite.
  public mutating func runEpoch(
    on samples: Samples<Scalar>, validation: Samples<Scalar>? = nil, team: Team = .alone,
    watching: (TrainingProgress) -> Void = { _ in }
  ) throws(TrainingError) {
    if isFinished { fatalError("This training is finished: it has no epoch left.") }
    if settings.patience != nil, validation == nil { fatalError("Patience needs validation samples.") }
    let epoch = history.count
    var shuffle = draws.stream("epoch", epoch)
    let order = settings.isShuffled ? shuffle.permutation(samples.count) : nil
    let starts = Array(stride(from: 0, to: samples.count, by: settings.batchSize))
    let steps = starts.count
    var total = 0.0
    for (step, start) in starts.enumerated() {
      let rows = start..<min(start + settings.batchSize, samples.count)
      let loss = takeStep(epoch * steps + step, samples, rows, order, team)
      if !loss.isFinite { throw notFinite(epoch: epoch, step: step, samples, rows, order) }
      total += loss * Double(rows.count)
      watching(
        TrainingProgress(
          epoch: epoch + 1, epochs: settings.epochs, step: step + 1, steps: steps, loss: total / Double(rows.upperBound)
        ))
    }
    // The last step's weights have given no loss yet.
    if network.firstBlockNotFinite != nil {
      throw notFinite(epoch: epoch, step: steps - 1, samples, 0..<1, order)
    }
    close(
      Epoch(
        number: epoch + 1, trainingLoss: total / Double(samples.count), penalty: network.penalty(rules.penalties),
        validation: validation.map { network.evaluation(of: settings.loss, on: $0, team: team) },
        learningRate: stepper.learningRate))
  }

  private mutating func takeStep(
    _ number: Int, _ samples: Samples<Scalar>, _ rows: Range<Int>, _ order: [Int]?, _ team: Team
  ) -> Double {
    if let schedule = rules.schedule { stepper.learningRate = schedule.learningRate(at: number) }
    let batch = Batch(samples: samples, rows: rows, order: order, draws: draws.stream("step", number))
    return stepper.step(&network, of: settings.loss, on: batch, rules, team)
  }

  /// Writes down an epoch, and keeps or brings back the best.
  private mutating func close(_ epoch: Epoch) {
    history.append(epoch)
    if let loss = epoch.validation?.loss, loss < best?.loss ?? .infinity {
      let keeps = settings.patience != nil
      best = BestEpoch(
        epoch: epoch.number, loss: loss, parameters: keeps ? network.parameters : [],
        statistics: keeps ? network.statistics : [])
    }
    if isFinished, settings.patience != nil, let best {
      network.parameters = best.parameters
      network.statistics = best.statistics
    }
  }
}

/// The epoch with the smallest validation loss, and the network's numbers at its end.
struct BestEpoch<Scalar: Real>: Codable, Sendable {
  var epoch: Int
  var loss: Double
  var parameters: Vector<Scalar>
  var statistics: Vector<Scalar>
}
