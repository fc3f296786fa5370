import NumericCore

/// Exercises 1.15 to 1.17: tune, predict, diagnose.
public protocol InsightQuestions: Sendable {
  /// **1.15 The best momentum for a condition number** (2 points).
  ///
  /// Momentum on a quadratic converges fastest when the slowest and the fastest direction are both damped just
  /// critically: a = (1 - √(η λ_min))² and a = (1 - √(η λ_max))². Solve for η and a.
  ///
  /// Source: "Some methods of speeding up the convergence of iteration methods" (Polyak, 1964).
  ///
  /// - Parameters:
  ///   - smallestEigenvalue: λ_min of H, positive.
  ///   - largestEigenvalue: λ_max of H, at least λ_min.
  /// - Returns: η and a.
  func bestMomentum(smallestEigenvalue: Double, largestEigenvalue: Double) throws -> MomentumSettings

  /// **1.16 Predict: how many steps does gradient descent need?** (2 points).
  ///
  /// Gradient descent runs on a quadratic with these eigenvalues, at its best fixed learning rate (1.4 asks for it).
  /// It starts where both extreme directions are off by the same loss. How many steps until the loss, measured from
  /// its minimum, is at or below `reduction` times its first value? Answer before you run it. Your answer is compared
  /// with the run.
  ///
  /// - Parameters:
  ///   - smallestEigenvalue: λ_min, positive.
  ///   - largestEigenvalue: λ_max, above λ_min.
  ///   - reduction: from 0 to 1, both excluded; 1e-6 is a millionth of the first loss.
  /// - Returns: the number of steps.
  func predictedSteps(smallestEigenvalue: Double, largestEigenvalue: Double, reduction: Double) throws -> Int

  /// **1.17 Diagnose: which mistake made this trajectory?** (3 points).
  ///
  /// Somebody ran momentum, v ← a v - η g and w ← w + v, on f(w) = 1/2 h w² with a single weight; so g = h w. One of
  /// the suspects was at work. You see the weight before the first step and after each step. Say which it was.
  ///
  /// - Parameters:
  ///   - curvature: h, positive.
  ///   - learningRate: η, positive.
  ///   - momentum: a, between 0 and 1.
  ///   - trajectory: the weight at steps 0, 1, 2, ...
  /// - Returns: the suspect whose rule gives this trajectory.
  func suspect(curvature: Double, learningRate: Double, momentum: Double, trajectory: Vector<Double>) throws -> Suspect
}

/// Settings of momentum.
public struct MomentumSettings: Codable, Sendable, Equatable {
  /// η.
  public var learningRate: Double
  /// a.
  public var momentum: Double

  /// The two settings.
  public init(learningRate: Double, momentum: Double) {
    self.learningRate = learningRate
    self.momentum = momentum
  }
}

/// Who may have made a trajectory: momentum, or a slip in it.
public enum Suspect: String, Codable, Sendable, CaseIterable {
  /// v ← a v - η g, w ← w + v. No mistake.
  case noMistake
  /// w ← w - η g. The velocity is forgotten after each step.
  case velocityForgotten
  /// v ← a v - (1 - a) η g, w ← w + v. Coupled momentum.
  case coupled
  /// v ← a v - η ∇f(w + a v), w ← w + v. Nesterov's look-ahead.
  case lookAhead
  /// v ← a v + η g, w ← w + v. The gradient is added.
  case wrongSign
  /// v ← v - η g, w ← w + a v. The momentum multiplies the step, not the velocity.
  case momentumOnStep
}
