import NumericCore

/// Exercises 7.5 and 7.6: what a risk curve shows.
public protocol ErrorQuestions: Sendable {
  /// **7.5 Two errors** (1 point).
  ///
  /// A linear model predicts ΦW, a row a sample, a column a class. The target of a sample is 1 for its class and 0 for every
  /// other. Its squared error is the sum over the classes of (prediction - target)²; its label is wrong if the largest
  /// prediction isn't its class's. Return the means over the samples.
  ///
  /// - Parameters:
  ///   - features: Φ, `[samples, features]`.
  ///   - weights: W, `[features, classes]`.
  ///   - classes: the class of each sample, counted from 0.
  /// - Returns: the mean squared error, and the share of wrong labels.
  func errors(features: Matrix<Double>, weights: Matrix<Double>, classes: [Int]) throws -> ErrorPair

  /// **7.6 Bias and variance** (2 points).
  ///
  /// Many models were fitted, each to training data of its own, and all predict at the same test points. The true values
  /// there are known, without noise. At a point, the bias is the mean prediction minus the true value, and the variance the
  /// mean squared distance of the predictions from their mean. Both are to be such that squared bias and variance add up to
  /// the mean squared error exactly, for any number of fits.
  ///
  /// Source: "Neural networks and the bias/variance dilemma" (Geman, Bienenstock, Doursat, 1992).
  ///
  /// - Parameters:
  ///   - predictions: a row a fit, `[fits, points]`.
  ///   - truth: `[points]`.
  /// - Returns: squared bias, variance and mean squared error, each as a mean over the points.
  func biasAndVariance(predictions: Matrix<Double>, truth: Vector<Double>) throws -> BiasAndVariance
}

/// A squared error and an error in labels.
public struct ErrorPair: Codable, Sendable, Equatable {
  /// The mean over the samples of the squared error.
  public var squared: Double
  /// The share of samples with a wrong label.
  public var wrongLabels: Double

  /// The two errors.
  public init(squared: Double, wrongLabels: Double) {
    self.squared = squared
    self.wrongLabels = wrongLabels
  }
}

/// What an error consists of; means over test points.
public struct BiasAndVariance: Codable, Sendable, Equatable {
  /// (mean prediction - true value)².
  public var squaredBias: Double
  /// The mean of (prediction - mean prediction)².
  public var variance: Double
  /// The mean of (prediction - true value)².
  public var error: Double

  /// The two terms and their sum.
  public init(squaredBias: Double, variance: Double, error: Double) {
    self.squaredBias = squaredBias
    self.variance = variance
    self.error = error
  }
}
