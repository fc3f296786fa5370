import DropoutQuestions
import NumericCore

extension MyAnswers {
  /// **3.1 The mask of inverted dropout** (2 points).
  ///
  /// A number for each unit of each sample: 1/p with probability p, and 0 otherwise. Every unit of every sample is
  /// decided on its own. Your mask is judged by its properties, so draw as you like: `generator.bernoulli(p)` is true
  /// with probability p.
  ///
  /// Source: "Dropout: A Simple Way to Prevent Neural Networks from Overfitting" (Srivastava, Hinton, Krizhevsky,
  /// Sutskever, Salakhutdinov, 2014), section 10, which names the scaling in training.
  ///
  /// - Parameters:
  ///   - samples: the rows of the mask.
  ///   - units: the columns of the mask.
  ///   - keepProbability: p, above 0 and at most 1.
  ///   - generator: where the draws come from.
  /// - Returns: the mask, `[samples, units]`.
  public func dropoutMask(samples: Int, units: Int, keepProbability: Double, using generator: inout Philox4x32x10)
    throws -> Matrix<Double>
  {
    throw NotAttempted("3.1")
  }
}
