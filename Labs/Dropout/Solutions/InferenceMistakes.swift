import AnswerChecks
import DropoutQuestions
import NumericCore

extension WrongAnswers {
  /// Inference without inversion (3.4), with the mistakes asked for.
  public func inferenceOutputs(
    inputs: Matrix<Double>, weights: Matrix<Double>, biases: Vector<Double>, keepProbability: Double
  ) throws -> Matrix<Double> {
    let p = makes("drop-probability") ? 1 - keepProbability : keepProbability
    let factor = makes("weights-unscaled") ? 1 : makes("weights-divided") ? 1 / p : p
    let seen = makes("inputs-scaled-too") ? factor * inputs : inputs
    let bias = makes("biases-scaled") ? factor * biases : biases
    return seen.dot(factor * weights).adding(bias, to: .rows)
  }

  /// The geometric mean (3.9), with the mistakes asked for.
  public func geometricMean(
    inputs: Vector<Double>, weights: Matrix<Double>, biases: Vector<Double>, keepProbability: Double
  ) throws -> Vector<Double> {
    let p = makes("masks-equally-likely") ? 0.5 : keepProbability
    if makes("arithmetic-mean") {
      return ThinnedRegressions(inputs: inputs, weights: weights, biases: biases, keepProbability: p).arithmeticMean
    }
    let factor = makes("inputs-unscaled") ? 1 : makes("inputs-divided") ? 1 / p : p
    let logits = factor * inputs.dot(weights) + (makes("biases-scaled") ? factor : 1) * biases
    if makes("not-normalized") {
      return ThinnedRegressions(inputs: inputs, weights: weights, biases: biases, keepProbability: p)
        .geometricMeanWithoutNormalizing
    }
    return softmax(logits)
  }
}

/// All masks of a softmax regression, one by one.
private struct ThinnedRegressions {
  let inputs: Vector<Double>
  let weights: Matrix<Double>
  let biases: Vector<Double>
  let keepProbability: Double

  var arithmeticMean: Vector<Double> { mean { $0 } }

  var geometricMeanWithoutNormalizing: Vector<Double> { exp(mean { log($0) }) }

  private func mean(_ transform: (Vector<Double>) -> Vector<Double>) -> Vector<Double> {
    (0..<(1 << inputs.count)).reduce(.zeros(biases.count)) { sum, bits in
      let mask = Vector(count: inputs.count) { bits >> $0 & 1 == 1 ? 1.0 : 0 }
      let likelihood = mask.elements.reduce(1) { $0 * ($1 == 1 ? keepProbability : 1 - keepProbability) }
      return sum + likelihood * transform(softmax((mask * inputs).dot(weights) + biases))
    }
  }
}

let inferenceMisconceptions = [
  Misconception(
    "3.4", "weights-unscaled",
    """
    You leave the weights as training left them. In training a share p of the inputs was there, now all are, so the sums \
    come out 1/p times too large: multiply the weights by p.
    """,
    source: Origin.common("right for inverted dropout, which scales in training"), section: Section.inference),
  Misconception(
    "3.4", "weights-divided",
    """
    You divide by p. That belongs to training with inverted dropout. Here more inputs are there than in training, so the \
    weights become smaller: multiply.
    """,
    source: Origin.common("the scaling of inverted dropout, moved to inference"), section: Section.inference),
  Misconception(
    "3.4", "biases-scaled",
    "You scale the biases too. They were never dropped in training, so they stay as they are: x (p W) + b.",
    source: Origin.common("the outputs are scaled in place of the weights"), section: Section.inference),
  Misconception(
    "3.4", "drop-probability",
    "You scale by 1 - p, the probability to drop. What was there in training is the share p: multiply by p.",
    source: Origin.falcao(on: "regularization") + ": its p drops", section: Section.inference),
  Misconception(
    "3.4", "inputs-scaled-too",
    "You scale the inputs and the weights, so the sums shrink by p twice. One of them is enough.",
    source: Origin.common("paper and lecture scale weights, codes scale activations; both are done"),
    section: Section.inference),
]

let geometricMeanMisconceptions = [
  Misconception(
    "3.9", "inputs-unscaled",
    """
    You evaluate the network with all its inputs at full size. In a mask only a share p of them is there: scale the \
    inputs, or the weights, by p.
    """,
    source: Origin.common("nothing is scaled in inference"), section: Section.geometric),
  Misconception(
    "3.9", "inputs-divided",
    "You divide the inputs by p. On average a mask leaves p of them: multiply.",
    source: Origin.common("the scaling of inverted dropout, moved to inference"), section: Section.geometric),
  Misconception(
    "3.9", "biases-scaled",
    "You scale the biases too. They are in every mask, so their mean is b itself.",
    source: Origin.common("the logits are scaled in place of the weights"), section: Section.geometric),
  Misconception(
    "3.9", "arithmetic-mean",
    """
    This is the arithmetic mean over all masks. It is near the geometric one, but not the same; scaling gives the \
    geometric one exactly.
    """,
    source: Origin.book + ", section 7.12, which sets both beside each other", section: Section.geometric),
  Misconception(
    "3.9", "not-normalized",
    "Your geometric means don't sum to 1: divide them by their sum over the classes.",
    source: Origin.book + ", section 7.12: the geometric mean alone is no distribution", section: Section.geometric),
  Misconception(
    "3.9", "masks-equally-likely",
    "You take all masks for equally likely, as they are for p = 1/2 alone. A mask that keeps s of n has p^s (1 - p)^(n - s).",
    source: Origin.book + ", section 7.12, which weighs all masks alike for p = 1/2", section: Section.geometric),
]
