import AnswerChecks
import BatchSizeQuestions
import NumericCore

extension WrongAnswers {
  /// The variance of a mini-batch's gradient (5.4), with the mistakes asked for.
  public func gradientVariance(gradients: Vector<Double>, batchSize: Int) throws -> GradientVariance {
    let (n, m) = (Double(gradients.count), Double(batchSize))
    let (population, sample) = (variance(gradients, .population), variance(gradients, .sample))
    let factor = makes("variance-of-the-sum") ? m : makes("not-averaged") ? 1 : 1 / m
    let with = factor * (makes("sample-with-replacement") ? sample : population)
    let without =
      factor * (makes("sample-variance-population-correction") ? sample : population) * correction(n, m)
    func written(_ variance: Double) -> Double { makes("standard-deviation") ? variance.squareRoot() : variance }
    return makes("swapped")
      ? GradientVariance(withReplacement: written(without), withoutReplacement: written(with))
      : GradientVariance(withReplacement: written(with), withoutReplacement: written(without))
  }

  private func correction(_ n: Double, _ m: Double) -> Double {
    if makes("no-correction") { return 1 }
    return makes("population-variance-sample-correction") ? 1 - m / n : (n - m) / (n - 1)
  }
}

let gradientVarianceMisconceptions = [
  Misconception(
    "5.4", "sample-variance-population-correction",
    """
    You combine s², divided by N - 1, with (N - M)/(N - 1), which belongs to σ². The small samples are counted off twice: \
    take σ² with it, or s² with 1 - M/N.
    """,
    source:
      "\"Sampling Techniques\" (Cochran, 1977) writes S² with 1 - n/N; other texts write σ² with the other correction",
    section: Section.corrections),
  Misconception(
    "5.4", "population-variance-sample-correction",
    """
    You combine σ², divided by N, with 1 - M/N, which belongs to s². Take σ² with (N - M)/(N - 1), or s² with 1 - M/N.
    """,
    source: "\"Sampling Techniques\" (Cochran, 1977): the correction 1 - n/N without the variance that goes with it",
    section: Section.corrections),
  Misconception(
    "5.4", "sample-with-replacement",
    """
    With replacement you use s², divided by N - 1. The N gradients are all that can be drawn, so their own variance \
    counts, σ², divided by N.
    """,
    source: Origin.common("N - 1 everywhere, as the functions for samples divide"), section: Section.corrections),
  Misconception(
    "5.4", "no-correction",
    """
    You give the same variance with and without replacement. Without, a batch can't hit the same sample twice; a batch of \
    all N samples has no noise at all.
    """,
    source: Origin.dey("Why minibatches?: noise that would remain at the full batch"), section: Section.noise),
  Misconception(
    "5.4", "not-averaged",
    "You give the variance of a single sample's gradient. The mean of M of them has a variance M times smaller.",
    source: Origin.common("the batch size is left out"), section: Section.noise),
  Misconception(
    "5.4", "variance-of-the-sum",
    "You give the variance of the sum over the batch, which grows with M. A batch's gradient is the mean: divide by M².",
    source: Origin.falcao(on: "the weight update, whose step sums over the batch"), section: Section.noise),
  Misconception(
    "5.4", "standard-deviation",
    "You return standard deviations. Asked for are variances, their squares.",
    source: Origin.common("noise is thought of as a standard deviation"), section: Section.noise),
  Misconception(
    "5.4", "swapped",
    "Your two variances are swapped. The smaller one is that without replacement.",
    source: Origin.common("the two ways of drawing are confused"), section: Section.noise),
]
