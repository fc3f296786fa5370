import NumericCore

/// Exercises 7.9 and 7.10: predict, diagnose.
public protocol InsightQuestions: Sendable {
  /// **7.9 Predict: what is left of pure noise?** (2 points).
  ///
  /// n samples have targets that are nothing but noise, independent, with mean 0 and standard deviation σ. A minimum-norm fit
  /// with p features in general position is made, and its mean squared error taken on the noise it was fitted to. Then new
  /// noise is drawn for the *same* n samples, and the error taken on that. What are the two errors, averaged over the noise,
  /// for each p? Answer before you run it. Your answer is compared with the run.
  ///
  /// - Parameters:
  ///   - samples: n.
  ///   - widths: each p, below n, equal to it, and above.
  ///   - deviation: σ.
  /// - Returns: both errors for each p.
  func predictedErrors(samples: Int, widths: [Int], deviation: Double) throws -> [NoiseErrors]

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
  func suspect(data: CurveData, widths: [Int], training: Vector<Double>, test: Vector<Double>) throws -> Suspect
}

/// Errors of a fit to noise.
public struct NoiseErrors: Codable, Sendable, Equatable {
  /// On the noise that was fitted.
  public var training: Double
  /// On new noise at the same samples.
  public var fresh: Double

  /// The two errors.
  public init(training: Double, fresh: Double) {
    self.training = training
    self.fresh = fresh
  }
}

/// What a risk curve is made from.
public struct CurveData: Codable, Sendable, Equatable {
  /// Φ of all features, `[samples, features]`.
  public var features: Matrix<Double>
  /// y, `[samples]`; the number of samples is even.
  public var targets: Vector<Double>
  /// Φ of the test samples, `[test samples, features]`.
  public var testFeatures: Matrix<Double>
  /// y of the test samples.
  public var testTargets: Vector<Double>

  /// Two parts of data.
  public init(
    features: Matrix<Double>, targets: Vector<Double>, testFeatures: Matrix<Double>, testTargets: Vector<Double>
  ) {
    self.features = features
    self.targets = targets
    self.testFeatures = testFeatures
    self.testTargets = testTargets
  }
}

/// Who may have made a risk curve. n is the number of training samples, p that of the features used.
public enum Suspect: String, Codable, Sendable, CaseIterable {
  /// The minimum-norm fit with the first p features. No mistake.
  case minimumNorm
  /// Ridge regression, 1/(2n) |y - Φw|² + λ |w|² with λ = 0.05: a penalty was left on.
  case ridge
  /// Singular values of at most a fifth of the largest were taken for zero.
  case truncated
  /// Beyond n features only the first n got weights, and the others 0: a solution, and not the shortest.
  case firstFeatures
  /// Only the first half of the training samples was fitted. Both errors are as they should be of that fit, the training error
  /// that of the half.
  case halfTheSamples
  /// The test samples stood below the training samples when the fit was made. The training error is that of the training
  /// samples.
  case testInTraining
  /// The test samples' features came in the opposite order, last first, as if the map had been drawn anew for them; all
  /// features were reversed, then the first p taken.
  case otherTestFeatures
  /// The training error was drawn as the test error.
  case trainingTwice
}
