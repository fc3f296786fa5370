import AnswerChecks
import BatchSizeQuestions

extension WrongAnswers {
  /// The learning rate of linear scaling with warm-up (5.5), with the mistakes asked for.
  public func learningRate(
    update: Int, baseRate: Double, baseBatchSize: Int, batchSize: Int, warmUpUpdates: Int
  ) throws -> Double {
    let scaled = baseRate * factor(Double(batchSize) / Double(baseBatchSize))
    let isWarmingUp = warmUpUpdates > 0 && (update < warmUpUpdates || makes("warm-up-never-ends"))
    if !isWarmingUp || makes("no-warm-up") { return scaled }
    let start = makes("warm-up-from-zero") ? 0 : baseRate
    let step = makes("counted-from-one") ? update + 1 : update
    return start + (scaled - start) * Double(step) / Double(warmUpUpdates)
  }

  private func factor(_ ratio: Double) -> Double {
    if makes("square-root") { return ratio.squareRoot() }
    if makes("inverse") { return 1 / ratio }
    return makes("not-scaled") ? 1 : ratio
  }
}

let linearScalingMisconceptions = [
  Misconception(
    "5.5", "square-root",
    """
    You scale with the root of M/M₀. That keeps the variance of an update; the linear rule keeps how far an epoch moves \
    the weights, and this exercise asks for it.
    """,
    source:
      "\"One weird trick for parallelizing convolutional neural networks\" (Krizhevsky, 2014), which gives both rules",
    section: Section.scaling),
  Misconception(
    "5.5", "inverse",
    "You divide by M/M₀. A larger batch makes fewer updates, so each may be longer: multiply.",
    source: Origin.common("the gradient is thought of as a sum, for which the rate would have to shrink"),
    section: Section.scaling),
  Misconception(
    "5.5", "not-scaled",
    "You keep the base rate at every batch size. A larger batch then moves less in an epoch: multiply by M/M₀.",
    source: Origin.common("the rate is kept when the batch size changes"), section: Section.scaling),
  Misconception(
    "5.5", "no-warm-up",
    "You take the scaled rate from the first update on. Start at η₀, and rise in a straight line over n updates.",
    source: Origin.dey("Other learning rate strategies: warm-up is mentioned without a formula"),
    section: Section.scaling),
  Misconception(
    "5.5", "warm-up-from-zero",
    "Your warm-up starts at 0. Here it starts at η₀, the rate that is known to work.",
    source: "A common variant, as in \"Attention Is All You Need\" (Vaswani et al., 2017), whose rate rises from 0",
    section: Section.scaling),
  Misconception(
    "5.5", "counted-from-one",
    "Your warm-up is an update ahead: you count updates from 1. Update 0 takes η₀ itself.",
    source: Origin.common("t counted from 1, as in many papers"), section: Section.scaling),
  Misconception(
    "5.5", "warm-up-never-ends",
    "Your rate goes on rising after the warm-up. From update n on it stays η₀ M/M₀.",
    source: Origin.common("the straight line isn't cut off"), section: Section.scaling),
]
