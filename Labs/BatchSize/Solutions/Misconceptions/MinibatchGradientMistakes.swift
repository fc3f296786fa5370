import AnswerChecks
import BatchSizeQuestions
import NumericCore

extension WrongAnswers {
  /// The gradient of a mini-batch (5.3), with the mistakes asked for.
  public func minibatchGradient(
    features: Matrix<Double>, targets: Vector<Double>, weights: Vector<Double>, batch: [Int], batchSize: Int
  ) throws -> Vector<Double> {
    var sum = Vector<Double>.zeros(weights.count)
    for (place, sample) in batch.enumerated() {
      let x = features.row(sample)
      let error = x.dot(weights) - targets[makes("labels-left-behind") ? place : sample]
      sum = sum + (makes("wrong-sign") ? -error : error) * x
    }
    let factor = makes("factor-two") ? 2.0 : 1
    return factor * sum / divisor(samples: targets.count, batch: batch.count, nominal: batchSize)
  }

  private func divisor(samples: Int, batch: Int, nominal: Int) -> Double {
    if makes("sum-for-average") { return 1 }
    if makes("all-samples") { return Double(samples) }
    return Double(makes("nominal-size") ? nominal : batch)
  }
}

let minibatchGradientMisconceptions = [
  Misconception(
    "5.3", "sum-for-average",
    """
    You return the sum over the batch, not the average. Its size grows with M, so each batch size would need a learning \
    rate of its own: divide by the number of samples in the batch.
    """,
    source: Origin.falcao(on: "the weight update, whose step sums over the batch where the other lectures average"),
    section: Section.gradient),
  Misconception(
    "5.3", "nominal-size",
    """
    You divide by M also where the batch has fewer samples. The last batch of an epoch then takes too short a step: \
    divide by the samples that are there.
    """,
    source: Origin.common("the batch size of the settings is used in place of the batch's own count"),
    section: Section.gradient),
  Misconception(
    "5.3", "all-samples",
    "You divide by the number of all samples. The batch stands for all of them: average over its own samples alone.",
    source: Origin.myrvoll("Batch, mini-batch, SGD: the factor 1/|X| of the full gradient, kept for a part of it"),
    section: Section.gradient),
  Misconception(
    "5.3", "labels-left-behind",
    """
    Your targets are those of the first samples, not of the batch: features were shuffled without their labels. Take \
    both with the same index.
    """,
    source: Origin.common("only one of two arrays is shuffled"), section: Section.shuffling),
  Misconception(
    "5.3", "factor-two",
    "Your gradient is twice as long: the 2 of the square isn't met by the 1/2 of the loss. Here it is.",
    source: Origin.common("mean squared error without the factor 1/2, as libraries define it"),
    section: Section.gradient),
  Misconception(
    "5.3", "wrong-sign",
    "Your gradient points downhill: the error is prediction minus target, x · w - t. The step subtracts it later.",
    source: Origin.common("target minus prediction, as the delta rule is often written"), section: Section.gradient),
]
