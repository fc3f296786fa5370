import NumericCore

/// Exercises 4.12 and 4.13: predict, diagnose.
public protocol InsightQuestions: Sendable {
  /// **4.12 Predict: how many weights are zero?** (2 points).
  ///
  /// The columns of X are centred, orthogonal, and of equal length: XᵀX = n I. Coordinate descent minimizes
  /// 1/(2n) |y - Xw|² + λ (s Σ |w| + (1 - s) Σ w²) for each λ of a list. How many weights are exactly 0 each time?
  /// Answer before you run it. Your answer is compared with the run.
  ///
  /// - Parameters:
  ///   - products: Xᵀy, `[features]`.
  ///   - samples: n.
  ///   - strengths: each λ, positive.
  ///   - l1Share: s, above 0 and below 1.
  /// - Returns: a count for each λ.
  func predictedZeros(products: Vector<Double>, samples: Int, strengths: Vector<Double>, l1Share: Double) throws
    -> [Int]

  /// **4.13 Diagnose: which rule made this path?** (3 points).
  ///
  /// XᵀX = n I again, so each weight has a minimum of its own. Somebody wanted the lasso, which is to minimize
  /// 1/2 (w - z)² + λ |w| for each least-squares weight z, and printed the weights for rising λ. One of the suspects
  /// was at work. Say which it was.
  ///
  /// - Parameters:
  ///   - leastSquares: z, `[features]`; some are negative.
  ///   - strengths: λ, rising; the first is 0.
  ///   - path: the weights, `[strengths, features]`.
  /// - Returns: the suspect whose rule gives this path.
  func suspect(leastSquares: Vector<Double>, strengths: Vector<Double>, path: Matrix<Double>) throws -> Suspect
}

/// Who may have made a path of weights: the lasso, or something else. z is the least-squares weight.
public enum Suspect: String, Codable, Sendable, CaseIterable {
  /// z moved towards 0 by λ, and no further. No mistake.
  case lasso
  /// z / (1 + 2λ): the penalty was λ w².
  case ridge
  /// z / (1 + λ): the penalty was λ/2 w².
  case ridgeWithHalf
  /// Half of the penalty was λ |w| and half λ w²: the elastic net with s = 1/2.
  case elasticNet
  /// z where its size is above λ, and 0 elsewhere: the hard threshold.
  case hardThreshold
  /// The loss had no factor 1/2, so that λ counts half.
  case lossWithoutHalf
  /// z - λ where that is positive, and 0 elsewhere: the sign was forgotten.
  case oneSided
  /// z - λ sign(z), without a stop at 0.
  case withoutStop
}
