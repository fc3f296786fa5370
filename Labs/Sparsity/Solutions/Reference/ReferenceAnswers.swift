import NumericCore
import SparsityQuestions

/// The reference answers: each formula as plainly as it can be written.
public struct ReferenceAnswers: SparsityQuestions {
  /// Ready to be asked.
  public init() {}

  /// The L2 penalty (4.1).
  public func l2Penalty(weights: Vector<Double>, strength: Double) throws -> PenaltyAndGradient {
    PenaltyAndGradient(value: strength * weights.dot(weights), gradient: 2 * strength * weights)
  }

  /// The L1 penalty (4.2).
  public func l1Penalty(weights: Vector<Double>, strength: Double) throws -> PenaltyAndGradient {
    PenaltyAndGradient(value: strength * abs(weights).sum(), gradient: strength * sign(weights))
  }

  /// The elastic net (4.3).
  public func elasticNet(weights: Vector<Double>, strength: Double, l1Share: Double) throws -> PenaltyAndGradient {
    PenaltyAndGradient(
      value: strength * (l1Share * abs(weights).sum() + (1 - l1Share) * weights.dot(weights)),
      gradient: strength * (l1Share * sign(weights) + 2 * (1 - l1Share) * weights))
  }

  /// The soft threshold (4.4).
  public func softThreshold(values: Vector<Double>, threshold: Double) throws -> Vector<Double> {
    values.map { $0.softened(by: threshold) }
  }
}

extension Double {
  /// The soft threshold of one number. What stops at 0 is 0, and never -0, which a student would read in a message.
  func softened(by threshold: Double) -> Double {
    self > threshold ? self - threshold : self < -threshold ? self + threshold : 0
  }
}
