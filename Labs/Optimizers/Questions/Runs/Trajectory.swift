import NumericCore

/// A run to do: which method, with which settings, on what, from where, for how long.
public struct RunRequest: Codable, Sendable {
  /// The method.
  public var optimizer: OptimizerName
  /// Its settings.
  public var settings: OptimizerSettings
  /// The function to minimize.
  public var problem: Problem
  /// The weights at step 0.
  public var start: Vector<Double>
  /// The most steps to take.
  public var steps: Int
  /// Stop once the loss is at or below this; nothing (the default) takes all steps.
  public var target: Double?
  /// Whether to keep the weights of every step, or of the first and the last alone.
  public var keepsAll: Bool

  /// A run to do.
  public init(
    _ optimizer: OptimizerName, settings: OptimizerSettings, on problem: Problem, from start: Vector<Double>,
    steps: Int, target: Double? = nil, keepsAll: Bool = true
  ) {
    self.optimizer = optimizer
    self.settings = settings
    self.problem = problem
    self.start = start
    self.steps = steps
    self.target = target
    self.keepsAll = keepsAll
  }

  /// Runs with the given step, which changes the weights; where it needs a gradient, it asks `problem`.
  ///
  /// The run ends early at the target, or once a weight is not finite or larger than 1e100: from there on it only
  /// overflows.
  public func trajectory(_ step: (inout Vector<Double>) throws -> Void) throws -> Trajectory {
    var weights = start
    var path = [start]
    var taken = 0
    var end = end(at: weights)
    while taken < steps, end == nil {
      try step(&weights)
      guard weights.count == start.count else { throw WrongShape(got: weights.count, expected: start.count) }
      taken += 1
      if keepsAll { path.append(weights) }
      end = self.end(at: weights)
    }
    if !keepsAll, taken > 0 { path.append(weights) }
    return Trajectory(weights: path, steps: taken, end: end ?? .outOfSteps)
  }

  /// Whether a run at these weights is over, and why.
  public func end(at weights: Vector<Double>) -> Trajectory.End? {
    guard weights.allSatisfy({ $0.isFinite && abs($0) <= 1e100 }) else { return .diverged }
    guard let target else { return nil }
    return problem.value(at: weights) <= target ? .reachedTarget : nil
  }
}

/// What a run gave.
public struct Trajectory: Codable, Sendable, Equatable {
  /// Why a run ended.
  public enum End: String, Codable, Sendable {
    /// All steps were taken.
    case outOfSteps
    /// The loss reached its target.
    case reachedTarget
    /// A weight grew beyond 1e100 or is no number.
    case diverged
  }

  /// The weights at step 0, 1, ...; or at the first and the last step alone.
  public var weights: [Vector<Double>]
  /// How many steps were taken.
  public var steps: Int
  /// Why it ended.
  public var end: End

  /// A finished run.
  public init(weights: [Vector<Double>], steps: Int, end: End) {
    self.weights = weights
    self.steps = steps
    self.end = end
  }
}

/// A step returned weights of another shape.
struct WrongShape: Error, CustomStringConvertible {
  let got: Int
  let expected: Int
  var description: String { "The step returned \(got) weights instead of \(expected)." }
}
