import NumericCore

/// Exercises 4.7, 4.8 and 4.11: what penalties and limits do to training.
public protocol TrainingQuestions: Sendable {
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
  func decayStep(
    weights: Vector<Double>, gradient: Vector<Double>, learningRate: Double, strength: Double, decay: WeightDecay,
    update: (Vector<Double>) throws -> Vector<Double>
  ) throws -> Vector<Double>

  /// **4.8 What λ Σ w² does to curvature** (2 points).
  ///
  /// Near its minimum w* a loss is a bowl whose Hessian has the eigenvalues d. Add λ Σ w². What are the eigenvalues of
  /// the new Hessian, by which factor is each component of w* along an eigenvector multiplied in the new minimum, and
  /// what is the new condition number, the largest eigenvalue over the smallest?
  ///
  /// - Parameters:
  ///   - eigenvalues: d, positive, in any order.
  ///   - strength: λ, 0 or more.
  /// - Returns: the new eigenvalues and the factors, each in the order of d, and the new condition number.
  func conditioning(eigenvalues: Vector<Double>, strength: Double) throws -> PenalizedCurvature

  /// **4.11 A step under a max-norm** (1 point).
  ///
  /// Take a step of gradient descent, W - η G. Then the weights into each unit, a column, are brought back to where
  /// their Euclidean norm is at most c: a column that is longer than c is multiplied so that its norm is c, and one
  /// that is not stays as it is. A penalty would pull at all columns; this is a projection.
  ///
  /// Source: "Dropout: A simple way to prevent neural networks from overfitting" (Srivastava, Hinton, Krizhevsky,
  /// Sutskever, Salakhutdinov, 2014), section 5.1.
  ///
  /// - Parameters:
  ///   - weights: W, `[inputs, outputs]`.
  ///   - gradient: G, `[inputs, outputs]`.
  ///   - learningRate: η, positive.
  ///   - limit: c, positive.
  /// - Returns: the weights after the step, `[inputs, outputs]`.
  func maxNormStep(
    weights: Matrix<Double>, gradient: Matrix<Double>, learningRate: Double, limit: Double
  ) throws -> Matrix<Double>
}

/// Two ways to make weights small in training.
public enum WeightDecay: String, Codable, Sendable, CaseIterable {
  /// The penalty's gradient goes through the optimizer.
  case penalty
  /// The weights shrink beside the optimizer's step.
  case decoupled
}

/// What a penalty makes of a Hessian.
public struct PenalizedCurvature: Codable, Sendable, Equatable {
  /// The new Hessian's eigenvalues, in the order of the old ones.
  public var eigenvalues: Vector<Double>
  /// By what the old minimum's components are multiplied, in the same order.
  public var shrinkage: Vector<Double>
  /// The largest new eigenvalue over the smallest.
  public var conditionNumber: Double

  /// What a penalty makes of a Hessian.
  public init(eigenvalues: Vector<Double>, shrinkage: Vector<Double>, conditionNumber: Double) {
    self.eigenvalues = eigenvalues
    self.shrinkage = shrinkage
    self.conditionNumber = conditionNumber
  }
}
