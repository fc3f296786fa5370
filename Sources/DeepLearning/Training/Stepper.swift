import NumericCore

/// The samples of a step, and what it draws from.
struct Batch<Scalar: Real> {
  let samples: Samples<Scalar>
  let rows: Range<Int>
  let order: [Int]?
  let draws: Philox4x32x10
}

/// What moves a network's weights: the optimizer, in parts, and the memory that a step works in.
///
/// It is made once for a training; a step allocates nothing.
struct Stepper<Method: Optimizer>: Sendable {
  typealias Scalar = Method.Scalar

  /// An optimizer for each part of the parameters.
  var optimizers: [Method]
  /// The parts; fixed by the number of parameters.
  let parts: [Range<Int>]
  /// In each part, where the weights lie to which penalties apply.
  private let penalized: [[Range<Int>]]
  private let blocks: [Range<Int>]
  private var workspace: Workspace<Scalar>
  /// Whether the gradient is wanted elsewhere than at the weights, and where that is.
  private let looksAhead: Bool
  private var point: Vector<Scalar>

  init(_ network: Network<Scalar>, _ settings: TrainingSettings, optimizer: (Int) -> Method) {
    let count = network.parameters.count
    // With less than 16,000 numbers a part, sharing takes longer than doing.
    let partCount = min(max(count / 16_000, 1), 4)
    let parts = (0..<partCount).map { part in
      // Whole cache lines, so that no two threads write into one.
      func cut(_ part: Int) -> Int { part == partCount ? count : count * part / partCount / 16 * 16 }
      return cut(part)..<cut(part + 1)
    }
    self.parts = parts
    optimizers = parts.map { optimizer($0.count) }
    let weights = network.blocks.filter { $0.role == .weights }.map(\.range)
    penalized = parts.map { part in weights.map { $0.clamped(to: part) }.filter { !$0.isEmpty } }
    blocks = network.blocks.map(\.range)
    workspace = network.workspace(maximumBatch: settings.batchSize, gathers: settings.isShuffled)
    var trial = Vector<Scalar>.zeros(parts[0].count)
    looksAhead = optimizers[0].lookAhead(from: trial, into: &trial)
    point = .zeros(looksAhead ? count : 0)
  }

  /// η of all parts.
  var learningRate: Double {
    get { optimizers.first.map { Double($0.learningRate) } ?? 0 }
    set { for index in optimizers.indices { optimizers[index].learningRate = Scalar(newValue) } }
  }

  /// Takes one step, unless the loss isn't a finite number, and returns the loss before it.
  mutating func step(
    _ network: inout Network<Scalar>, of loss: Loss, on batch: Batch<Scalar>, _ rules: TrainingRules<Scalar>,
    _ team: Team
  ) -> Double {
    if looksAhead {
      lookAhead(from: network.parameters)
      swap(&network.parameters, &point)
    }
    let value = network.gradient(
      of: loss, batch.samples.features, batch.samples.targets, rows: batch.rows, order: batch.order, in: &workspace,
      draws: batch.draws, team: team)
    if looksAhead { swap(&network.parameters, &point) }
    // The weights stay those that gave the loss, so that it can be seen where it went wrong.
    if !value.isFinite { return value }
    network.updateStatistics(from: workspace)
    // The penalty's gradient belongs to the point of the loss's. Without clipping, one pass adds it and moves the weights.
    if let clipping = rules.clipping {
      perform(.penalties, on: &network.parameters, rules.penalties, team)
      workspace.gradient.withUnsafeMutableElements { gradient in
        var span = gradient.mutableSpan
        clipping.clip(&span, blocks: blocks)
      }
      perform(.step, on: &network.parameters, rules.penalties, team)
    } else {
      perform(.both, on: &network.parameters, rules.penalties, team)
    }
    if let constraint = rules.constraint { network.restore(constraint) }
    return value
  }

  /// Writes the point where the gradient is wanted.
  private mutating func lookAhead(from weights: Vector<Scalar>) {
    weights.withUnsafeElements { weights in
      point.withUnsafeMutableElements { point in
        for (part, range) in parts.enumerated() {
          var target = UnsafeMutableBufferPointer(rebasing: point[range]).mutableSpan
          _ = optimizers[part].lookAhead(from: UnsafeBufferPointer(rebasing: weights[range]).span, into: &target)
        }
      }
    }
  }

  private mutating func perform(
    _ pass: UpdatePass, on weights: inout Vector<Scalar>, _ penalties: [any Penalty<Scalar>], _ team: Team
  ) {
    let (parts, penalized, looksAhead) = (parts, penalized, looksAhead)
    point.withUnsafeElements { point in
      weights.withUnsafeMutableElements { weights in
        workspace.gradient.withUnsafeMutableElements { gradient in
          optimizers.withUnsafeMutableBufferPointer { optimizers in
            let work = UpdateWork(
              pass: pass, optimizers: optimizers, weights: weights,
              point: looksAhead ? point : UnsafeBufferPointer(weights), gradient: gradient, parts: parts,
              penalties: penalties, penalized: penalized)
            team.perform(work, parts: parts.count)
          }
        }
      }
    }
  }
}

/// What a pass over the parameters does.
private enum UpdatePass {
  case penalties
  case step
  case both
}

/// Adds the penalties' gradient, and moves the weights: a part is a part of the parameters.
private struct UpdateWork<Method: Optimizer>: SharedWork {
  let pass: UpdatePass
  let optimizers: UnsafeMutableBufferPointer<Method>
  let weights: UnsafeMutableBufferPointer<Method.Scalar>
  let point: UnsafeBufferPointer<Method.Scalar>
  let gradient: UnsafeMutableBufferPointer<Method.Scalar>
  let parts: [Range<Int>]
  let penalties: [any Penalty<Method.Scalar>]
  let penalized: [[Range<Int>]]

  func perform(part: Int) {
    if pass != .step {
      for range in penalized[part] {
        for penalty in penalties {
          var target = UnsafeMutableBufferPointer(rebasing: gradient[range]).mutableSpan
          penalty.addGradient(of: UnsafeBufferPointer(rebasing: point[range]).span, to: &target)
        }
      }
    }
    if pass != .penalties {
      var target = UnsafeMutableBufferPointer(rebasing: weights[parts[part]]).mutableSpan
      optimizers[part].step(
        &target, gradient: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(gradient)[parts[part]]).span)
    }
  }
}
