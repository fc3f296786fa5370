import AnswerChecks
import BatchSizeQuestions

extension WrongAnswers {
  /// The noise at one batch size over that at a smaller one (5.8), with the mistakes asked for.
  public func noiseRatio(samples: Int, smaller: Int, larger: Int) throws -> Double {
    let sizes = Double(smaller) / Double(larger)
    let correction = Double(samples - larger) / Double(samples - smaller)
    let bySize = makes("correction-alone") ? 1 : makes("noise-of-the-sum") ? 1 / sizes : sizes
    let byCorrection =
      makes("no-correction") ? 1 : makes("correction-without-root") ? correction * correction : correction
    let ratio = makes("variance-ratio") ? bySize * byCorrection : (bySize * byCorrection).squareRoot()
    return makes("upside-down") ? 1 / ratio : ratio
  }
}

let noiseRatioMisconceptions = [
  Misconception(
    "5.8", "variance-ratio",
    "You give the ratio of the variances. The standard deviation is the root: four times the batch halves the noise.",
    source: Origin.common("noise is said to fall as 1/M, which is true of the variance"), section: Section.noise),
  Misconception(
    "5.8", "no-correction",
    """
    You predict √(M₁/M₂), which holds with replacement. Without, batches that hold much of the data agree more: the \
    variance has the factor N - M as well.
    """,
    source: Origin.common("the law for independent draws"), section: Section.noise),
  Misconception(
    "5.8", "upside-down",
    "Your ratio is upside down: you divide the noise of the smaller batch by that of the larger.",
    source: Origin.common("numerator and denominator are exchanged"), section: Section.noise),
  Misconception(
    "5.8", "correction-alone",
    "You use the correction for drawing without replacement alone. The variance also falls as 1/M.",
    source: Origin.common("one of two factors is left out"), section: Section.corrections),
  Misconception(
    "5.8", "correction-without-root",
    "You take the root of M₁/M₂ but not of the correction. Both are factors of the variance: root both.",
    source: Origin.common("the correction is taken for one of the standard deviation"), section: Section.corrections),
  Misconception(
    "5.8", "noise-of-the-sum",
    "You predict the noise of the sum over the batch. The mean's falls with M, as each sample has less weight.",
    source: Origin.falcao(on: "the weight update, whose step sums over the batch"), section: Section.noise),
]
