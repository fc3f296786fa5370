import AnswerChecks
import NumericCore
import SparsityQuestions

extension WrongAnswers {
  /// One sweep of coordinate descent (4.5), with the mistakes asked for.
  public func coordinateDescentSweep(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, strength: Double, l1Share: Double
  ) throws -> Vector<Double> {
    let n = makes("not-divided-by-samples") ? 1 : Double(features.rows)
    let first = targets - features.dot(weights)
    let threshold = strength * (makes("whole-strength-as-threshold") ? 1 : l1Share)
    let ridge = (makes("with-half") ? 1 : 2) * strength * (1 - l1Share)
    var weights = weights
    for j in 0..<features.columns {
      let column = features.column(j)
      let residuals = makes("old-residuals") ? first : targets - features.dot(weights)
      let square = makes("unit-columns") ? 1 : column.dot(column) / n
      let own = makes("own-weight-forgotten") ? 0 : square * weights[j]
      let pull = column.dot(residuals) / n + own
      let divisor = square + ridge
      weights[j] =
        makes("divided-first") ? soften(pull / divisor, threshold) : soften(pull, threshold) / divisor
    }
    return weights
  }

  /// Lambda max (4.9), with the mistakes asked for.
  public func largestStrength(features: Matrix<Double>, targets: Vector<Double>, l1Share: Double) throws -> Double {
    let isCentred = !makes("not-centred")
    let features = isCentred ? features.subtracting(features.mean(over: .rows), from: .rows) : features
    let products = (isCentred ? targets - targets.mean() : targets).dot(features)
    let sizes = makes("signs-count") ? products : abs(products)
    let size = makes("norm-of-all") ? products.norm : sizes.max()
    let samples = makes("not-divided-by-samples") ? 1 : Double(features.rows)
    let share = makes("share-forgotten") ? 1 : makes("share-multiplied") ? 1 / l1Share : l1Share
    return (makes("loss-without-half") ? 2 : 1) * size / (samples * share)
  }

  /// The duality gap (4.10), with the mistakes asked for.
  public func dualityGap(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, strength: Double
  ) throws -> Double {
    let n = Double(features.rows)
    let residuals = targets - features.dot(weights)
    let steepest = makes("norm-of-all") ? residuals.dot(features).norm : abs(residuals.dot(features)).max()
    let allowed = makes("samples-forgotten") ? strength : n * strength
    let shrunk = makes("always-scaled") ? allowed / steepest : min(allowed / steepest, 1)
    let scale = makes("unscaled") ? 1 : shrunk
    let rest = targets - scale * residuals
    let penalty = makes("penalty-forgotten") ? 0 : strength * abs(weights).sum()
    let primal = residuals.dot(residuals) / (makes("half-forgotten") ? n : 2 * n) + penalty
    let dual = (targets.dot(targets) - rest.dot(rest)) / (2 * n)
    return makes("dual-added") ? primal + dual : primal - dual
  }

  private func soften(_ z: Double, _ threshold: Double) -> Double { sign(z) * max(Swift.abs(z) - threshold, 0) }
}

let sweepMisconceptions = [
  Misconception(
    "4.5", "old-residuals",
    """
    You use the residuals from before the sweep for all weights. Each change moves them: compute them anew, or all weights \
    correct the same error at once.
    """,
    source: Origin.common("the residuals are computed outside of the loop"), section: Section.coordinateDescent),
  Misconception(
    "4.5", "own-weight-forgotten",
    """
    You leave out |x(j)|²/n w(j). r is what all weights together leave; without w(j)'s own part, w(j) would have to explain it \
    anew: put that part back.
    """,
    source: Origin.glmnet + ", equations 5 and 8, where the partial residual and the full one look alike",
    section: Section.coordinateDescent),
  Misconception(
    "4.5", "unit-columns",
    "You take |x(j)|²/n for 1. That holds for standardized columns; these are centred only.",
    source: Origin.glmnet + ", which standardizes first", section: Section.coordinateDescent),
  Misconception(
    "4.5", "not-divided-by-samples",
    "You leave out 1/n, as if the loss were a sum over the samples. λ is meant for the mean.",
    source: Origin.pujari(on: "L1 against L2") + ": RSS + λ Σ |β|", section: Section.coordinateDescent),
  Misconception(
    "4.5", "with-half",
    "Your divisor has λ (1 - s). That belongs to (1 - s)/2 Σ w²; without the half it is 2 λ (1 - s).",
    source: Origin.glmnet + ", and scikit-learn", section: Section.coordinateDescent, credit: 0.5),
  Misconception(
    "4.5", "whole-strength-as-threshold",
    "Your threshold is λ. Only its L1 part pushes to 0: the threshold is λ s.",
    source: Origin.common("the lasso's sweep is extended by a divisor and nothing else"),
    section: Section.coordinateDescent),
  Misconception(
    "4.5", "divided-first",
    "You divide before the threshold. λ s has the unit of xᵀr/n, so the threshold comes first and the division last.",
    source: Origin.common("for columns with |x|² = n the order makes no difference to the lasso"),
    section: Section.coordinateDescent),
]

let lambdaMaxMisconceptions = [
  Misconception(
    "4.9", "not-divided-by-samples",
    "You leave out 1/n. The loss is a mean over the samples, so its gradient at w = 0 is Xᵀy/n.",
    source: Origin.common("LARS and older texts have |y - Xw|²/2 without 1/n"), section: Section.lambdaMax),
  Misconception(
    "4.9", "not-centred",
    "You use X and y as measured. The intercept takes up their means first: centre both.",
    source: Origin.common("max |Xᵀy|/n, with the centring in another line of the text"), section: Section.lambdaMax),
  Misconception(
    "4.9", "signs-count",
    "You take the largest product with its sign. A feature that goes against y counts as much: take the sizes.",
    source: Origin.common("`max` without `abs`"), section: Section.lambdaMax),
  Misconception(
    "4.9", "norm-of-all",
    "You take the norm of all products. A weight leaves 0 as soon as its own product is large enough: the largest decides.",
    source: Origin.common("the size of a gradient is its norm"), section: Section.lambdaMax),
  Misconception(
    "4.9", "share-forgotten",
    "You leave out s. Only the part λ s holds weights at 0, so λ has to be larger by 1/s.",
    source: Origin.common("the lasso's formula, for the elastic net"), section: Section.lambdaMax),
  Misconception(
    "4.9", "share-multiplied",
    "You multiply by s. λ s has to reach the largest product, so divide by s.",
    source: Origin.common("s is put where λ s stood"), section: Section.lambdaMax),
  Misconception(
    "4.9", "loss-without-half",
    "Your λ is twice as large: it belongs to the loss |y - Xw|²/n. Here it has a half.",
    source: Origin.common("the mean squared error without its half"), section: Section.lambdaMax, credit: 0.5),
]

let dualityGapMisconceptions = [
  Misconception(
    "4.10", "unscaled",
    "You take u = r even where |Xᵀr| is above n λ. There u isn't allowed, and D(u) may be above the minimum. Shorten r.",
    source: Origin.common("the condition on u is overlooked"), section: Section.dualityGap),
  Misconception(
    "4.10", "always-scaled",
    "You stretch r where it is short already. The factor is at most 1.",
    source: Origin.common("n λ / max |Xᵀr| without the 1"), section: Section.dualityGap),
  Misconception(
    "4.10", "samples-forgotten",
    "Your condition is |Xᵀu| ≤ λ. Xᵀu is a sum over the samples: compare it with n λ.",
    source: Origin.common("the papers have no 1/n in front of the loss"), section: Section.dualityGap),
  Misconception(
    "4.10", "norm-of-all",
    "You compare the norm of Xᵀr with n λ. Its largest entry counts: the dual of a sum of sizes is a maximum.",
    source: Origin.common("a norm without an index is read as the Euclidean one"), section: Section.dualityGap),
  Misconception(
    "4.10", "penalty-forgotten",
    "Your P(w) is the loss alone. The penalty belongs to what is minimized: add λ Σ |w|.",
    source: Origin.common("the loss is called the objective"), section: Section.dualityGap),
  Misconception(
    "4.10", "half-forgotten",
    "Your loss is |r|²/n. It has a half: |r|²/(2n), or P and D belong to different problems.",
    source: Origin.common("the mean squared error without its half"), section: Section.dualityGap),
  Misconception(
    "4.10", "dual-added",
    "You add D(u). The gap is the difference, which is 0 at the minimum.",
    source: Origin.common("a sign"), section: Section.dualityGap),
]
