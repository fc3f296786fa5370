import AnswerChecks
import DropoutQuestions
import NumericCore

let insightChecks = [
  Check(
    "3.8", "The variance that a mask adds", points: 2, file: "Exercises/Exercise08MaskVariances.swift",
    hints: [
      "A number that is 1 with probability p and 0 otherwise has the variance p (1 - p).",
      "A factor goes into a variance as its square: a², and for the inverted mask 1/p² too.",
      "Evaluate both formulas at each keep probability of the grid, and take the place of the largest.",
    ]
  ) { generator in
    [
      MaskVarianceInput(activation: 2, keepProbability: 0.8, grid: [0.2, 0.5, 0.8]), variances(&generator),
      variances(&generator),
    ]
  },
  Check(
    predicting: "3.9", "The geometric mean of all thinned networks", points: 2,
    file: "Exercises/Exercise09GeometricMean.swift",
    hints: [
      "The logarithm of a geometric mean is the mean of logarithms. What is log softmax, up to a number that all classes "
        + "share?",
      "So the logits are averaged over the masks, and what they share is lost in the normalization.",
      "The mean of mask · x is p x. Put it through the network once.",
    ],
    cases: { generator in
      [
        SoftmaxRegressionInput(
          inputs: [1, -2], weights: [[1, 0], [0, 1]], biases: [0.5, -0.5], keepProbability: 0.8),
        regression(3, 3, &generator), regression(5, 4, &generator),
      ]
    },
    run: geometricMeanOverAllMasks),
  Check(
    "3.10", "Max-norm", points: 1, file: "Exercises/Exercise10MaxNorm.swift",
    hints: [
      "Take the columns one by one: `weights.column(j)` and its `norm`.",
      "Multiply a column by c / ‖w‖ where its norm is above c, and by nothing elsewhere.",
    ]
  ) { generator in
    [
      MaxNormInput(weights: [[3, 0.3], [4, 0.4]], limit: 2), limited(3, 3, &generator), limited(4, 5, &generator),
    ]
  },
  Check(
    "3.11", "Whose dropout is this?", kind: .diagnose, points: 3, file: "Exercises/Exercise11Suspect.swift",
    hints: [
      "Begin with inference: are there zeros? Is it x, or p x?",
      "Then divide the training outputs that aren't 0 by x: 1, or 1/p?",
      "Count the zeros of training, and compare its rows.",
    ]
  ) { generator in layerCases(&generator) },
]

private func variances(_ generator: inout Philox4x32x10) -> MaskVarianceInput {
  let low = generator.decimal(in: 0.05..<0.3, places: 2)
  return MaskVarianceInput(
    activation: generator.signed(in: 1.5..<3), keepProbability: generator.keepProbability(),
    grid: [low, low + 0.15, 0.5, 0.75, generator.decimal(in: 0.8..<0.95, places: 2)])
}

private func regression(_ inputs: Int, _ classes: Int, _ generator: inout Philox4x32x10) -> SoftmaxRegressionInput {
  SoftmaxRegressionInput(
    inputs: generator.vector(inputs, in: 0.5..<2), weights: generator.matrix(inputs, classes, in: 0.3..<1.5),
    biases: generator.vector(classes, in: 0.3..<1.5), keepProbability: generator.keepProbability())
}

/// Columns of which the first is longer than the limit and the last shorter.
private func limited(_ inputs: Int, _ outputs: Int, _ generator: inout Philox4x32x10) -> MaxNormInput {
  var weights = generator.matrix(inputs, outputs, in: 0.5..<2)
  weights.setColumn(0, to: 3 * weights.column(0))
  weights.setColumn(outputs - 1, to: 0.1 * weights.column(outputs - 1))
  return MaxNormInput(weights: weights, limit: generator.decimal(in: 1.6..<2.4))
}

/// Goes through all masks of the inputs.
private func geometricMeanOverAllMasks(_ input: SoftmaxRegressionInput) -> Vector<Double> {
  let (n, p) = (input.inputs.count, input.keepProbability)
  let meanLogarithm = (0..<(1 << n)).reduce(Vector<Double>.zeros(input.biases.count)) { sum, bits in
    let mask = Vector(count: n) { bits >> $0 & 1 == 1 ? 1.0 : 0 }
    let kept = mask.sum()
    let likelihood = pow(p, kept) * pow(1 - p, Double(n) - kept)
    let logits = (mask * input.inputs).dot(input.weights) + input.biases
    let powers = exp(logits - logits.max())
    return sum + likelihood * log(powers / powers.sum())
  }
  let mean = exp(meanLogarithm)
  return mean / mean.sum()
}

/// Layers of all suspects, three each, in an order that the seed decides.
private func layerCases(_ generator: inout Philox4x32x10) -> [LayerOutputsInput] {
  var cases = Suspect.allCases.flatMap { suspect in (0..<3).map { _ in layer(of: suspect, &generator) } }
  generator.shuffleInPlace(&cases)
  return cases
}

private func layer(of suspect: Suspect, _ generator: inout Philox4x32x10) -> LayerOutputsInput {
  let p = generator.pick([0.2, 0.25, 0.75, 0.8])
  let (samples, units) = (10, 8)
  let activations = generator.vector(units)
  func masked(keeping share: Double, by factor: Double) -> Matrix<Double> {
    // With as many draws the share can't be taken for the other one's, and no two rows are all alike.
    while true {
      let mask = Matrix<Double>.bernoulli(rows: samples, columns: units, probability: share, using: &generator)
      let kept = mask.elements.reduce(0, +) / Double(samples * units)
      if Swift.abs(kept - share) < 0.1 { return factor * mask.multiplying(.rows, by: activations) }
    }
  }
  let whole = Matrix(rows: [Vector<Double>](repeating: activations, count: samples))
  var training = masked(keeping: suspect == .dropsWithP ? 1 - p : p, by: 1 / p)
  if suspect == .plain || suspect == .neverScaled { training = training * p }
  if suspect == .oneMask {
    training = Matrix(rows: [Vector<Double>](repeating: oneRow(activations, p, &generator), count: samples))
  }
  let inference =
    switch suspect {
    case .plain, .scaledTwice: p * whole
    case .stillDropping: masked(keeping: p, by: 1 / p)
    default: whole
    }
  return LayerOutputsInput(
    keepProbability: p, activations: activations, training: training, inference: inference)
}

/// One masked row that keeps about its share, so that the share gives nothing away.
private func oneRow(_ activations: Vector<Double>, _ p: Double, _ generator: inout Philox4x32x10) -> Vector<Double> {
  let count = Int((p * Double(activations.count)).rounded())
  let kept = Set(generator.sampleWithoutReplacement(count, below: activations.count))
  return Vector(count: activations.count) { kept.contains($0) ? activations[$0] / p : 0 }
}
