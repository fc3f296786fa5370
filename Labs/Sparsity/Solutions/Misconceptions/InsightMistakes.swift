import AnswerChecks
import NumericCore
import SparsityQuestions

extension WrongAnswers {
  /// How many weights are zero (4.12), with the mistakes asked for.
  public func predictedZeros(products: Vector<Double>, samples: Int, strengths: Vector<Double>, l1Share: Double) throws
    -> [Int]
  {
    let values = products / (makes("products-not-divided") ? 1 : Double(samples))
    let sizes = makes("signs-forgotten") ? values : abs(values)
    return strengths.map { strength in
      let share = makes("whole-strength") ? 1 : l1Share
      let squares = makes("squares-help") ? 2 * strength * (1 - l1Share) : 0
      let threshold = strength * share * (makes("loss-without-half") ? 0.5 : 1) + squares
      let zeros = sizes.count { $0 <= threshold }
      return makes("others-counted") ? sizes.count - zeros : zeros
    }
  }

  /// Who made the path (4.13), with the mistakes asked for.
  public func suspect(leastSquares: Vector<Double>, strengths: Vector<Double>, path: Matrix<Double>) throws -> Suspect {
    var seen = Array(strengths.indices)
    if makes("first-penalty-only") { seen = [0, 1] }
    let columns = makes("positive-weights-only") ? leastSquares.indices.filter { leastSquares[$0] > 0 } : nil
    let kept = columns ?? Array(leastSquares.indices)
    let found = try ReferenceAnswers().suspect(
      leastSquares: Vector(kept.map { leastSquares[$0] }), strengths: Vector(seen.map { strengths[$0] }),
      path: Matrix(rows: seen.count, columns: kept.count) { path[seen[$0], kept[$1]] })
    switch found {
    case .ridge, .ridgeWithHalf, .withoutStop: if makes("no-zeros-is-ridge") { return .ridge }
    case .hardThreshold: if makes("zeros-are-the-lasso") { return .lasso }
    case .elasticNet, .lossWithoutHalf: if makes("late-zeros-are-elastic") { return .elasticNet }
    case .lasso, .oneSided: break
    }
    return found
  }
}

let zerosMisconceptions = [
  Misconception(
    "4.12", "others-counted",
    "You count the weights that are left. Asked is how many are 0.",
    source: Origin.common("sparsity is reported both ways"), section: Section.zeros),
  Misconception(
    "4.12", "products-not-divided",
    "You compare Xᵀy with λ s. The loss is a mean over the samples: Xᵀy/n is what the penalty has to hold back.",
    source: Origin.common("XᵀX = I in most texts, and n I here"), section: Section.zeros),
  Misconception(
    "4.12", "whole-strength",
    "You compare with λ. Only its L1 part sets weights to 0: compare with λ s.",
    source: Origin.common("the lasso's rule, for the elastic net"), section: Section.zeros),
  Misconception(
    "4.12", "squares-help",
    "You add 2 λ (1 - s) to the threshold. The squares have slope 0 at w = 0, so they shrink weights and set none to 0.",
    source: Origin.dey("Effect on Weights") + ": L2 drives weights towards 0, read as: to 0", section: Section.zeros),
  Misconception(
    "4.12", "signs-forgotten",
    "You count every negative weight as 0. What goes against y matters as much: compare the sizes.",
    source: Origin.common("`<=` without `abs`"), section: Section.zeros),
  Misconception(
    "4.12", "loss-without-half",
    "Your threshold is λ s / 2, which belongs to the loss |y - Xw|²/n. Here it has a half.",
    source: Origin.pujari(on: "L1 against L2") + ": RSS + λ Σ |β|, without the half", section: Section.zeros),
]

let suspectMisconceptions = [
  Misconception(
    "4.13", "zeros-are-the-lasso",
    """
    You take the hard threshold for the lasso, since both have zeros. Look at the weights that are left: the lasso moves \
    them all by λ, the hard threshold none.
    """,
    source: Origin.common("\"L1 sets weights to zero\" is all that is remembered"), section: Section.reading),
  Misconception(
    "4.13", "no-zeros-is-ridge",
    """
    You call every path without zeros ridge. With λ/2 w² weights shrink more slowly; and a lasso without its stop changes signs, \
    which ridge never does.
    """,
    source: Origin.common("\"L2 never reaches zero\" is all that is remembered"), section: Section.reading),
  Misconception(
    "4.13", "first-penalty-only",
    "You look at one λ. While it is below all |z|, several rules agree: look at the rows where weights become 0.",
    source: Origin.common("a single point of a path is checked"), section: Section.reading),
  Misconception(
    "4.13", "positive-weights-only",
    "You look at positive weights. A rule that forgets the sign is right for those: look at the negative ones too.",
    source: Origin.common("test cases without negative numbers"), section: Section.reading),
  Misconception(
    "4.13", "late-zeros-are-elastic",
    """
    You take the lasso with half the threshold for the elastic net. In both, zeros come at 2|z|, but the elastic net also divides \
    what is left.
    """,
    source: Origin.common("zeros are counted and sizes not compared"), section: Section.reading),
]
