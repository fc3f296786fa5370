/// The settings with which a method converges fastest on a quadratic whose extreme eigenvalues are known.
public struct BestSettings: Sendable, Equatable {
  /// η.
  public var learningRate: Double
  /// a; 0 where the method has no velocity.
  public var momentum: Double

  /// Gradient descent: η = 2 / (λ_max + λ_min).
  public static func gradientDescent(smallest: Double, largest: Double) -> BestSettings {
    BestSettings(learningRate: 2 / (largest + smallest), momentum: 0)
  }

  /// Momentum: η = (2 / (√λ_max + √λ_min))², a = ((√λ_max - √λ_min) / (√λ_max + √λ_min))².
  ///
  /// Source: "Some methods of speeding up the convergence of iteration methods" (Polyak, 1964).
  public static func momentum(smallest: Double, largest: Double) -> BestSettings {
    let (low, high) = (smallest.squareRoot(), largest.squareRoot())
    let (rate, root) = (2 / (high + low), (high - low) / (high + low))
    return BestSettings(learningRate: rate * rate, momentum: root * root)
  }

  /// Coupled momentum: momentum's, with the rate divided by the share 1 - a.
  public static func coupledMomentum(smallest: Double, largest: Double) -> BestSettings {
    let plain = momentum(smallest: smallest, largest: largest)
    return BestSettings(learningRate: plain.learningRate / (1 - plain.momentum), momentum: plain.momentum)
  }

  /// Nesterov: η = 4 / (3 λ_max + λ_min), a = (√(3κ + 1) - 2) / (√(3κ + 1) + 2).
  ///
  /// Source: "Analysis and design of optimization algorithms via integral quadratic constraints" (Lessard, Recht,
  /// Packard, 2016), table 1.
  public static func nesterov(smallest: Double, largest: Double) -> BestSettings {
    let root = (3 * largest / smallest + 1).squareRoot()
    return BestSettings(learningRate: 4 / (3 * largest + smallest), momentum: (root - 2) / (root + 2))
  }
}
