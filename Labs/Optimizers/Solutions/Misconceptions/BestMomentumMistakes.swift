import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// The best settings of momentum (1.15), with the mistakes asked for.
  public func bestMomentum(smallestEigenvalue: Double, largestEigenvalue: Double) throws -> MomentumSettings {
    let plain = makes("roots-forgotten")
    let low = plain ? smallestEigenvalue : smallestEigenvalue.squareRoot()
    let high = plain ? largestEigenvalue : largestEigenvalue.squareRoot()
    let root = (high - low) / (high + low)
    var settings = MomentumSettings(
      learningRate: makes("rate-not-squared") ? 2 / (high + low) : 4 / ((high + low) * (high + low)),
      momentum: makes("momentum-not-squared") ? root : root * root)
    if makes("two-not-squared") { settings.learningRate /= 2 }
    if makes("gradient-descent-rate") { settings.learningRate = 2 / (largestEigenvalue + smallestEigenvalue) }
    if makes("usual-momentum") { settings.momentum = 0.9 }
    if makes("nesterov-constants") {
      settings = MomentumSettings(learningRate: 1 / largestEigenvalue, momentum: root)
    }
    if makes("slowest-alone") {
      let damping = 1 - (smallestEigenvalue / largestEigenvalue).squareRoot()
      settings = MomentumSettings(learningRate: 1 / largestEigenvalue, momentum: damping * damping)
    }
    return settings
  }
}

let bestMomentumMisconceptions = [
  Misconception(
    "1.15", "roots-forgotten",
    """
    You use the eigenvalues where their roots belong. The roots are what momentum gains: it behaves as if the \
    condition number were √κ.
    """,
    source: Origin.common("gradient descent's formula is carried over"), section: Section.bestMomentum),
  Misconception(
    "1.15", "momentum-not-squared",
    """
    Your a is the root of the right one. The fraction (√λ_max - √λ_min) / (√λ_max + √λ_min) is the rate of \
    convergence; a is its square.
    """,
    source: Origin.common("the rate of convergence is taken for the momentum"), section: Section.bestMomentum),
  Misconception(
    "1.15", "rate-not-squared",
    "Your η is the root of the right one: the two conditions give √η first. Square it.",
    source: Origin.common("the last step of the algebra is left out"), section: Section.bestMomentum),
  Misconception(
    "1.15", "two-not-squared",
    "Your η is half of the right one: √η has a 2 above its fraction, which becomes a 4 when squared.",
    source: Origin.common("only the denominator is squared"), section: Section.bestMomentum),
  Misconception(
    "1.15", "gradient-descent-rate",
    "Your η is the best one for gradient descent without momentum. With momentum, longer steps are stable: solve for both.",
    source: Origin.common("η is tuned first and momentum added after"), section: Section.bestMomentum),
  Misconception(
    "1.15", "nesterov-constants",
    """
    These are the constants of Nesterov's method: η = 1/λ_max, and a without the square. Polyak's momentum has \
    settings of its own.
    """,
    source: """
      "Introductory Lectures on Convex Programming" (Nesterov, 1998), the scheme with constant step
      """, section: Section.bestMomentum),
  Misconception(
    "1.15", "usual-momentum",
    "You return the usual 0.9 whatever the condition number is. It is a good first guess; the best a follows from κ.",
    source: Origin.dey("Momentum") + ": typically about 0.9", section: Section.bestMomentum),
  Misconception(
    "1.15", "slowest-alone",
    """
    You keep η = 1/λ_max and damp the slowest direction alone. Both ends must be critical at once: two equations, two \
    unknowns.
    """,
    source: Origin.common("only one of the two conditions is used"), section: Section.bestMomentum),
]
