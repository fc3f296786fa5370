import DoubleDescentQuestions
import NumericCore

extension MyAnswers {
  /// **7.10 Diagnose: which mistake made this risk curve?** (3 points).
  ///
  /// Somebody wanted the mean squared errors of minimum-norm fits with the first p features, in training and on test samples,
  /// for rising p. One of the suspects was at work. You have the data and the curve. Say which it was.
  ///
  /// - Parameters:
  ///   - data: what was fitted and tested with.
  ///   - widths: each p, rising: below the number of samples, equal to it, and above.
  ///   - training: the training error for each p.
  ///   - test: the test error for each p.
  /// - Returns: the suspect whose rule gives this curve.
  public func suspect(data: CurveData, widths: [Int], training: Vector<Double>, test: Vector<Double>) throws -> Suspect
  {
    throw NotAttempted("7.10")
  }
}
