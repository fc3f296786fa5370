import NumericCore
import SparsityQuestions

extension MyAnswers {
  /// **4.7 A step with weight decay** (2 points).
  ///
  /// `update` is an optimizer: it takes a gradient and returns what its step subtracts. Plain gradient descent returns
  /// η g; Adam divides by the size of the gradients that it has seen, so that its step is about η long in every
  /// coordinate. There are two ways to shrink weights as λ Σ w² does:
  ///
  /// - `penalty`: the penalty's gradient, 2 λ w, is added to the gradient, and both go through the optimizer.
  /// - `decoupled`: the optimizer sees the loss's gradient alone, and beside its step 2 η λ w is subtracted.
  ///
  /// Under gradient descent they are one and the same. Under Adam they are not: what goes through the optimizer is
  /// divided by its own size.
  ///
  /// Source: "Decoupled weight decay regularization" (Loshchilov, Hutter, 2019).
  ///
  /// - Parameters:
  ///   - weights: w, `[weights]`. Both ways use these, not those after the optimizer's step.
  ///   - gradient: g of the loss alone, `[weights]`.
  ///   - learningRate: η, positive.
  ///   - strength: λ, 0 or more.
  ///   - decay: which way is wanted.
  ///   - update: the optimizer. Call it once.
  /// - Returns: the weights after the step.
  public func decayStep(
    weights: Vector<Double>, gradient: Vector<Double>, learningRate: Double, strength: Double, decay: WeightDecay,
    update: (Vector<Double>) throws -> Vector<Double>
  ) throws -> Vector<Double> {
    throw NotAttempted("4.7")
  }
}
