import NumericCore

/// Exercises 3.8 to 3.11: how much noise, what one network stands for, a limit on weights, a diagnosis.
public protocol InsightQuestions: Sendable {
  /// **3.8 The variance that a mask adds** (2 points).
  ///
  /// A unit has the activation a. A plain mask multiplies it by 1 with probability p and by 0 otherwise; an inverted mask
  /// by 1/p or 0. What is the variance of each product? And of the keep probabilities on a grid, which gives each the
  /// largest variance?
  ///
  /// - Parameters:
  ///   - activation: a.
  ///   - keepProbability: p, above 0 and at most 1.
  ///   - grid: keep probabilities in rising order, each above 0 and below 1.
  /// - Returns: both variances at p, and for each the place of the grid, as a probability, where it is largest.
  func maskVariances(activation: Double, keepProbability: Double, grid: Vector<Double>) throws -> MaskVariances

  /// **3.9 Predict: the geometric mean of all thinned networks** (2 points).
  ///
  /// Softmax regression with dropout of its inputs, without inversion: each mask m gives the probabilities
  /// softmax((m · x) W + b). The run goes through all 2ⁿ masks, takes the geometric mean of each class's probability, each
  /// mask weighted with how likely it is, and divides by the sum over the classes. Which probabilities does it get?
  /// One evaluation of the network is enough. Your answer is compared with the run.
  ///
  /// Source: "Deep Learning" (Goodfellow, Bengio, Courville, 2016), section 7.12.
  ///
  /// - Parameters:
  ///   - inputs: x, `[inputs]`.
  ///   - weights: W, `[inputs, classes]`.
  ///   - biases: b, `[classes]`.
  ///   - keepProbability: p of each input.
  /// - Returns: the probabilities, `[classes]`.
  func geometricMean(inputs: Vector<Double>, weights: Matrix<Double>, biases: Vector<Double>, keepProbability: Double)
    throws -> Vector<Double>

  /// **3.10 Max-norm** (1 point).
  ///
  /// The weights into each unit, a column of W, have a Euclidean norm of at most c. A column that is longer is shortened
  /// to norm c; one that isn't stays as it is.
  ///
  /// Source: "Dropout: A Simple Way to Prevent Neural Networks from Overfitting" (Srivastava and others, 2014), section
  /// 5.1.
  ///
  /// - Parameters:
  ///   - weights: W, `[inputs, outputs]`.
  ///   - limit: c, positive.
  /// - Returns: the weights afterwards, `[inputs, outputs]`.
  func maxNorm(weights: Matrix<Double>, limit: Double) throws -> Matrix<Double>

  /// **3.11 Diagnose: whose dropout is this?** (3 points).
  ///
  /// The same activations x went through somebody's dropout layer once in training, a row a sample, and once in inference.
  /// You see what came out. Two of the suspects are right, each in its own way; the others made a mistake. Say whose
  /// layer it was.
  ///
  /// - Parameters:
  ///   - keepProbability: p, not 1/2.
  ///   - activations: x, the same for every sample, none of them 0, `[units]`.
  ///   - training: the outputs in training, `[samples, units]`.
  ///   - inference: the outputs in inference, `[samples, units]`.
  /// - Returns: the suspect whose rule gives these outputs.
  func suspect(
    keepProbability: Double, activations: Vector<Double>, training: Matrix<Double>, inference: Matrix<Double>
  ) throws -> Suspect
}

/// The answer to 3.8.
public struct MaskVariances: Codable, Sendable, Equatable {
  /// The variance of a · mask, the mask 1 or 0.
  public var plain: Double
  /// The variance of a · mask, the mask 1/p or 0.
  public var inverted: Double
  /// The keep probability of the grid where the plain mask adds most.
  public var plainIsLargestAt: Double
  /// The keep probability of the grid where the inverted mask adds most.
  public var invertedIsLargestAt: Double

  /// Two variances, and where each is largest.
  public init(plain: Double, inverted: Double, plainIsLargestAt: Double, invertedIsLargestAt: Double) {
    self.plain = plain
    self.inverted = inverted
    self.plainIsLargestAt = plainIsLargestAt
    self.invertedIsLargestAt = invertedIsLargestAt
  }
}

/// Whose layer it may be.
public enum Suspect: String, Codable, Sendable, CaseIterable {
  /// In training kept units are divided by p; in inference nothing is done. No mistake.
  case inverted
  /// In training kept units stay as they are; in inference all are multiplied by p. No mistake.
  case plain
  /// Kept units stay as they are in training, and all in inference.
  case neverScaled
  /// Kept units are divided by p in training, and all are multiplied by p in inference.
  case scaledTwice
  /// As inverted, but units are still dropped in inference.
  case stillDropping
  /// As inverted, but a unit is kept with probability 1 - p.
  case dropsWithP
  /// As inverted, but one mask serves all samples of the batch.
  case oneMask
}
