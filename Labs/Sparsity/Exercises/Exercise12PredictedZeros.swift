import NumericCore
import SparsityQuestions

extension MyAnswers {
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
  public func predictedZeros(products: Vector<Double>, samples: Int, strengths: Vector<Double>, l1Share: Double) throws
    -> [Int]
  {
    throw NotAttempted("4.12")
  }
}
