import NumericCore

/// Exercises 1.8 to 1.14: methods that give every coordinate a learning rate of its own.
///
/// Squares, roots, quotients and absolute values are taken element by element. Everything that a method remembers is
/// zero before the first step; it is passed in and out.
public protocol AdaptiveQuestions: Sendable {
  /// **1.8 Adagrad** (1 point).
  ///
  /// s ← s + g², then w ← w - η g / (√s + ε). Here ε stands outside the root.
  ///
  /// Source: "Adaptive subgradient methods for online learning and stochastic optimization" (Duchi, Hazan, Singer, 2011).
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - sumOfSquares: s, `[dimensions]`; leave the new sum in it.
  ///   - learningRate: η, positive.
  ///   - epsilon: ε, positive: no division by zero.
  /// - Returns: the weights after the step.
  func adagradStep(
    weights: Vector<Double>, gradient: Vector<Double>, sumOfSquares: inout Vector<Double>, learningRate: Double,
    epsilon: Double
  ) throws -> Vector<Double>

  /// **1.9 RMSprop** (1 point).
  ///
  /// s ← ρ s + (1 - ρ) g², then w ← w - η g / (√s + ε). Here ε stands outside the root; some texts put it inside.
  ///
  /// Source: "Neural networks for machine learning", lecture 6 (Hinton, 2012).
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - meanSquare: s, `[dimensions]`; leave the new average in it.
  ///   - learningRate: η, positive.
  ///   - rho: ρ, from 0 to below 1: how much of the past is kept.
  ///   - epsilon: ε, positive.
  /// - Returns: the weights after the step.
  func rmspropStep(
    weights: Vector<Double>, gradient: Vector<Double>, meanSquare: inout Vector<Double>, learningRate: Double,
    rho: Double, epsilon: Double
  ) throws -> Vector<Double>

  /// **1.10 Adadelta** (2 points).
  ///
  /// s ← ρ s + (1 - ρ) g²; d = - √(u + ε) / √(s + ε) · g; u ← ρ u + (1 - ρ) d²; w ← w + η d.
  /// Here ε stands inside both roots, and d² is averaged only after d was computed. The paper has no learning rate
  /// (η = 1); libraries add one, and it multiplies the step, not d.
  ///
  /// Source: "ADADELTA: An adaptive learning rate method" (Zeiler, 2012).
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - meanSquare: s, `[dimensions]`, the average of g²; leave the new one in it.
  ///   - meanSquaredUpdate: u, `[dimensions]`, the average of d²; leave the new one in it.
  ///   - learningRate: η, positive; 1 in the paper.
  ///   - rho: ρ, from 0 to below 1.
  ///   - epsilon: ε, positive. Without it the first step would be zero, and so all others.
  /// - Returns: the weights after the step.
  func adadeltaStep(
    weights: Vector<Double>, gradient: Vector<Double>, meanSquare: inout Vector<Double>,
    meanSquaredUpdate: inout Vector<Double>, learningRate: Double, rho: Double, epsilon: Double
  ) throws -> Vector<Double>

  /// **1.11 Adam** (3 points).
  ///
  /// t ← t + 1; m ← β₁ m + (1 - β₁) g; s ← β₂ s + (1 - β₂) g²;
  /// w ← w - η m̂ / (√ŝ + ε) with m̂ = m / (1 - β₁ᵗ) and ŝ = s / (1 - β₂ᵗ).
  /// Here ε stands outside the root, and t is 1 in the first step.
  ///
  /// Source: "Adam: A method for stochastic optimization" (Kingma, Ba, 2015), algorithm 1.
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - memory: t, m and s; leave the new ones in it.
  ///   - learningRate: η, positive.
  ///   - beta1: β₁, from 0 to below 1.
  ///   - beta2: β₂, from 0 to below 1.
  ///   - epsilon: ε, positive.
  /// - Returns: the weights after the step.
  func adamStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double>

  /// **1.12 AdaMax** (2 points).
  ///
  /// t ← t + 1; m ← β₁ m + (1 - β₁) g; s ← max(β₂ s, |g|), element by element; w ← w - η / (1 - β₁ᵗ) · m / (s + ε).
  /// Only m needs its bias corrected: a maximum does not start too small.
  ///
  /// Source: "Adam: A method for stochastic optimization" (Kingma, Ba, 2015), algorithm 2, which has no ε; here it
  /// keeps a coordinate whose gradient was always zero from becoming 0/0.
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - memory: t, m, and s as `secondMoment`; leave the new ones in it.
  ///   - learningRate: η, positive.
  ///   - beta1: β₁, from 0 to below 1.
  ///   - beta2: β₂, from 0 to below 1.
  ///   - epsilon: ε, positive.
  /// - Returns: the weights after the step.
  func adaMaxStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double>

  /// **1.13 Nadam** (3 points).
  ///
  /// t, m, s and ŝ as in Adam; then
  /// w ← w - η (β₁ m / (1 - β₁ᵗ⁺¹) + (1 - β₁) g / (1 - β₁ᵗ)) / (√ŝ + ε).
  /// This is the paper's algorithm with a constant momentum β₁. Its momentum schedule is left out here; some libraries
  /// keep it.
  ///
  /// Source: "Incorporating Nesterov momentum into Adam" (Dozat, 2016), algorithm 2.
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - memory: t, m and s; leave the new ones in it.
  ///   - learningRate: η, positive.
  ///   - beta1: β₁, from 0 to below 1.
  ///   - beta2: β₂, from 0 to below 1.
  ///   - epsilon: ε, positive.
  /// - Returns: the weights after the step.
  func nadamStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double>

  /// **1.14 AMSGrad** (2 points).
  ///
  /// m ← β₁ m + (1 - β₁) g; s ← β₂ s + (1 - β₂) g²; ŝ ← max(ŝ, s), element by element; w ← w - η m / (√ŝ + ε).
  /// No bias is corrected, as in the paper; some libraries correct it. s itself is not replaced by the maximum.
  ///
  /// Source: "On the convergence of Adam and beyond" (Reddi, Kale, Kumar, 2018), algorithm 2; ε is added to it here.
  ///
  /// - Parameters:
  ///   - weights: w, `[dimensions]`.
  ///   - gradient: g = ∇f(w), `[dimensions]`.
  ///   - memory: m, s, and ŝ as `largestSecondMoment`; leave the new ones in it. t isn't needed.
  ///   - learningRate: η, positive.
  ///   - beta1: β₁, from 0 to below 1.
  ///   - beta2: β₂, from 0 to below 1.
  ///   - epsilon: ε, positive.
  /// - Returns: the weights after the step.
  func amsGradStep(
    weights: Vector<Double>, gradient: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double>
}

/// What the methods of Adam's family remember from step to step. All of it is zero before the first step.
public struct Moments: Sendable, Equatable {
  /// t: the steps taken so far.
  public var step: Int
  /// m: the average of the gradients, `[dimensions]`.
  public var firstMoment: Vector<Double>
  /// s: the average of the squared gradients, or what stands in its place, `[dimensions]`.
  public var secondMoment: Vector<Double>
  /// ŝ of AMSGrad: the largest s so far, `[dimensions]`.
  public var largestSecondMoment: Vector<Double>

  /// The memory before the first step.
  public init(dimensions: Int) {
    step = 0
    firstMoment = .zeros(dimensions)
    secondMoment = .zeros(dimensions)
    largestSecondMoment = .zeros(dimensions)
  }
}
