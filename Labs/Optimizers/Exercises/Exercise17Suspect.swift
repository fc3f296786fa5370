import NumericCore
import OptimizersQuestions

extension MyAnswers {
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
  public func suspect(curvature: Double, learningRate: Double, momentum: Double, trajectory: Vector<Double>) throws
    -> Suspect
  {
    throw NotAttempted("1.17")
  }
}
