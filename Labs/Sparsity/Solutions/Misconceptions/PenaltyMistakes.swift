import AnswerChecks
import NumericCore
import SparsityQuestions

extension WrongAnswers {
  /// The L2 penalty (4.1), with the mistakes asked for.
  public func l2Penalty(weights: Vector<Double>, strength: Double) throws -> PenaltyAndGradient {
    let count = makes("mean-over-weights") ? Double(weights.count) : 1
    let half = makes("with-half") ? 0.5 : 1
    let factor = strength * half / count
    let size = makes("norm-not-squared") ? weights.norm : weights.dot(weights)
    let slope = makes("norm-not-squared") ? weights / weights.norm : 2 * weights
    return PenaltyAndGradient(
      value: factor * size,
      gradient: (makes("strength-forgotten-in-gradient") ? 1 / strength : 1)
        * (makes("gradient-without-two") ? 0.5 : 1) * (makes("downhill") ? -1 : 1) * factor * slope)
  }

  /// The L1 penalty (4.2), with the mistakes asked for.
  public func l1Penalty(weights: Vector<Double>, strength: Double) throws -> PenaltyAndGradient {
    let count = makes("mean-over-weights") ? Double(weights.count) : 1
    let sizes = makes("signs-cancel") ? weights : abs(weights)
    let atKink = makes("slope-one-at-zero") ? 1.0 : 0
    let length = makes("euclidean-norm") ? weights.norm : 1
    let slopes =
      makes("slope-grows-with-weight")
      ? 2 * weights : weights.map { $0 == 0 ? atKink : makes("euclidean-norm") ? $0 / length : sign($0) }
    return PenaltyAndGradient(
      value: strength * (makes("euclidean-norm") ? sizes.norm : sizes.sum()) / count,
      gradient: (makes("strength-forgotten-in-gradient") ? 1 : strength)
        * (makes("slope-without-sign") ? abs(slopes) : slopes) / count)
  }

  /// The elastic net (4.3), with the mistakes asked for.
  public func elasticNet(weights: Vector<Double>, strength: Double, l1Share: Double) throws -> PenaltyAndGradient {
    var (magnitudes, squares) = (l1Share, 1 - l1Share)
    if makes("shares-swapped") { (magnitudes, squares) = (squares, magnitudes) }
    if makes("square-unshared") { squares = 1 }
    if makes("with-half") { squares /= 2 }
    let size = makes("norm-not-squared") ? weights.norm : weights.dot(weights)
    let slope = makes("norm-not-squared") ? weights / weights.norm : 2 * weights
    return PenaltyAndGradient(
      value: strength * (magnitudes * abs(weights).sum() + squares * size),
      gradient: strength
        * (magnitudes * sign(weights) + (makes("gradient-without-two") ? squares / 2 : squares) * slope))
  }

  /// The soft threshold (4.4), with the mistakes asked for.
  public func softThreshold(values: Vector<Double>, threshold: Double) throws -> Vector<Double> {
    let t = makes("half-threshold") ? threshold / 2 : threshold
    return values.map { z in
      if makes("positive-only"), z < 0 { return 0 }
      let size = makes("proportional") ? Swift.abs(z) / (1 + t) : moved(Swift.abs(z), t)
      return makes("sign-lost") ? size : sign(z) * size
    }
  }

  private func moved(_ size: Double, _ t: Double) -> Double {
    if makes("hard") { return size > t ? size : 0 }
    if makes("what-is-cut") { return min(size, t) }
    return makes("no-stop") ? size - t : max(size - t, 0)
  }
}

private let withHalf =
  "\(Origin.book), and PyTorch's weight_decay: λ/2 Σ w²"

let l2Misconceptions = [
  Misconception(
    "4.1", "with-half",
    """
    You have λ/2 Σ w² with its gradient λ w, as many books do. Here the penalty is λ Σ w² without the half, so both are \
    twice as large.
    """,
    source: withHalf, section: Section.l2, credit: 0.5),
  Misconception(
    "4.1", "gradient-without-two",
    """
    Your value is λ Σ w², but your gradient λ w belongs to λ/2 Σ w². The derivative of a square brings a 2: the gradient is \
    2 λ w.
    """,
    source: Origin.dey("Sparsity") + ": value w², update ηλw", section: Section.l2),
  Misconception(
    "4.1", "norm-not-squared",
    "You penalize the norm ‖w‖, whose slope has the same size everywhere. The L2 penalty is its square, Σ w².",
    source: Origin.myrvoll(on: "penalties") + ": λ ‖W‖₂, called a sum of squares", section: Section.l2),
  Misconception(
    "4.1", "mean-over-weights",
    "You divide by the number of weights. The penalty is a sum over them, not a mean.",
    source: Origin.common("the loss is a mean over samples, so the penalty is made one over weights"),
    section: Section.l2),
  Misconception(
    "4.1", "strength-forgotten-in-gradient",
    "Your value has λ and your gradient hasn't. λ multiplies both.",
    source: Origin.common("the gradient is written down before λ is put in front"), section: Section.l2),
  Misconception(
    "4.1", "downhill",
    "Your gradient has the wrong sign: that is the way down. The gradient points to where the penalty grows.",
    source: Origin.common("the minus of the step gets into the gradient"), section: Section.l2),
]

let l1Misconceptions = [
  Misconception(
    "4.2", "euclidean-norm",
    """
    You penalize the Euclidean norm ‖w‖. Its slope w/‖w‖ is small for a weight that is small beside others, so single \
    weights don't get to 0. L1 adds sizes, Σ |w|.
    """,
    source: Origin.falcao(on: "L1 and L2") + ": ‖w‖ without an index for L1", section: Section.l1),
  Misconception(
    "4.2", "signs-cancel",
    "You add the weights with their signs, so that 1 and -1 cost nothing together. Add their sizes, |w|.",
    source: Origin.common("`sum` instead of the sum of `abs`"), section: Section.l1),
  Misconception(
    "4.2", "slope-grows-with-weight",
    """
    Your slope is 2 λ w, that of the square. |w| is a straight line on each side of 0: its slope is λ or -λ, however small w \
    is. That is why L1 gets weights down to 0.
    """,
    source: Origin.common("the gradient of L2 is carried over"), section: Section.l1),
  Misconception(
    "4.2", "slope-without-sign",
    "Your slope is λ for negative weights too. There |w| falls as w grows: the slope is λ sign(w).",
    source: Origin.common("the derivative of |w| is taken to be 1"), section: Section.l1),
  Misconception(
    "4.2", "slope-one-at-zero",
    """
    At w = 0 you take the slope λ. Every number from -λ to λ is a subgradient there, but this one pushes zero weights away \
    from 0; asked is 0.
    """,
    source: Origin.common("`w >= 0 ? 1 : -1`"), section: Section.l1, credit: 0.5),
  Misconception(
    "4.2", "mean-over-weights",
    "You divide by the number of weights. The penalty is a sum over them, not a mean.",
    source: Origin.common("the loss is a mean over samples, so the penalty is made one over weights"),
    section: Section.l1),
  Misconception(
    "4.2", "strength-forgotten-in-gradient",
    "Your value has λ and your slope hasn't. λ multiplies both.",
    source: Origin.common("the slope of |w| is remembered as 1 or -1"), section: Section.l1),
]

let elasticNetMisconceptions = [
  Misconception(
    "4.3", "with-half",
    """
    You have (1 - s)/2 Σ w², as scikit-learn and glmnet do. Here the square has no half: then s = 0 is the L2 penalty of 4.1 \
    with the same λ.
    """,
    source: Origin.scikit + ", ElasticNet; " + Origin.glmnet, section: Section.elasticNet, credit: 0.5),
  Misconception(
    "4.3", "gradient-without-two",
    "Your value is right, but the square's part of your gradient lacks the 2 that the derivative of a square brings.",
    source: Origin.dey("Sparsity") + ": value w², update ηλw", section: Section.elasticNet),
  Misconception(
    "4.3", "shares-swapped",
    "You give s to the squares and 1 - s to the sizes. With s = 1 the penalty is L1.",
    source:
      "\"Regularization and variable selection via the elastic net\" (Zou, Hastie, 2005), whose α is the share of L2",
    section: Section.elasticNet),
  Misconception(
    "4.3", "square-unshared",
    "Your squares have the whole λ. Both parts share it: s goes to |w|, and 1 - s to w².",
    source: Origin.dey("Other weight penalties") + ", which adds the two", section: Section.elasticNet),
  Misconception(
    "4.3", "norm-not-squared",
    "Your second part is the norm ‖w‖. The elastic net has its square, Σ w².",
    source: Origin.myrvoll(on: "penalties") + ": λ ‖W‖₂, called a sum of squares", section: Section.elasticNet),
]

let softThresholdMisconceptions = [
  Misconception(
    "4.4", "hard",
    "You keep what is larger than t as it is. That is the hard threshold. The soft one moves every number by t.",
    source: "\"Ideal spatial adaptation by wavelet shrinkage\" (Donoho, Johnstone, 1994), which has both",
    section: Section.softThreshold),
  Misconception(
    "4.4", "no-stop",
    "You move numbers smaller than t beyond 0, to the other side. They stop at 0.",
    source: Origin.common("one step of subgradient descent, which jumps over 0"), section: Section.softThreshold),
  Misconception(
    "4.4", "positive-only",
    "You set all negative numbers to 0. They move towards 0 too, from the other side.",
    source: Origin.common("max(z - t, 0), which is ReLU with a bias"), section: Section.softThreshold),
  Misconception(
    "4.4", "what-is-cut",
    "You return the part that is cut off, z limited to ±t. What is left is z minus that.",
    source: Origin.common("clipping instead of shrinking"), section: Section.softThreshold),
  Misconception(
    "4.4", "sign-lost",
    "Your results are never negative: the sign of z is lost. Give it back after shrinking the size.",
    source: Origin.common("the formula is applied to |z| and left there"), section: Section.softThreshold),
  Misconception(
    "4.4", "half-threshold",
    "You move by t/2. That minimizes (w - z)² + t |w|; here the square has a half.",
    source: Origin.pujari(on: "L1 against L2") + ": RSS + λ Σ |β|, without the half", section: Section.softThreshold),
  Misconception(
    "4.4", "proportional",
    "You divide by 1 + t. That is what an L2 penalty does: it shrinks in proportion and never reaches 0.",
    source: Origin.common("ridge's shrinkage"), section: Section.softThreshold),
]
