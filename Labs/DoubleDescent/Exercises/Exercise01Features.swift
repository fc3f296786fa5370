import DoubleDescentQuestions
import NumericCore

extension MyAnswers {
  /// **7.1 A random feature map** (1 point).
  ///
  /// φ(x) = max(0, x·v / |v|) for each of many directions v: a layer of rectifiers that is drawn once and never trained. The
  /// directions come as they were drawn, with lengths of their own; the map uses them at length 1.
  ///
  /// Source: "Reconciling modern machine-learning practice and the classical bias-variance trade-off" (Belkin, Hsu, Ma,
  /// Mandal, 2019), supplement.
  ///
  /// - Parameters:
  ///   - samples: X, `[samples, inputs]`.
  ///   - directions: a v a row, `[features, inputs]`; none is 0.
  /// - Returns: Φ, `[samples, features]`.
  public func randomFeatures(samples: Matrix<Double>, directions: Matrix<Double>) throws -> Matrix<Double> {
    throw NotAttempted("7.1")
  }
}
