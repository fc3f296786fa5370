import AnswerChecks
import DropoutQuestions
import NumericCore

let maskChecks = [
  Check(
    "3.1", "The mask of inverted dropout", points: 2, file: "Exercises/Exercise01Mask.swift",
    hints: [
      "The answer is judged by its properties: how many entries are kept, what they hold, whether samples and calls differ.",
      "What does the mask average to? Dropping a unit must not change the expected sum of the next layer.",
      "`Matrix.bernoulli(rows:columns:probability:using:)` draws ones and zeros; a quotient is missing.",
    ]
  ) { generator in
    (0..<3).map { _ in
      MaskInput(
        samples: 400 + generator.integer(below: 100), units: 10 * (4 + generator.integer(below: 3)),
        keepProbability: generator.keepProbability(), seed: UInt64(generator.integer(below: 1000)))
    }
  },
  Check(
    "3.2", "Forward through inverted dropout", points: 1, file: "Exercises/Exercise02Forward.swift",
    hints: [
      "Make the mask first: 1/p where the draw is below p, and 0 elsewhere.",
      "The outputs are mask times activations, element by element; return both.",
    ]
  ) { generator in
    [
      ForwardInput(activations: [[1, -2]], draws: [[0.1, 0.9]], keepProbability: 0.8), forward(2, 3, &generator),
      forward(3, 5, &generator),
    ]
  },
  Check(
    "3.3", "Backward through inverted dropout", points: 1, file: "Exercises/Exercise03Backward.swift",
    hints: [
      "outputs = mask · x, and the mask is a constant: what is the derivative with respect to x?",
      "Each gradient is multiplied by the entry of the mask in its place. Nothing else.",
    ]
  ) { generator in
    [
      BackwardInput(activations: [[2, 0, -1]], mask: [[1.25, 1.25, 0]], outputGradient: [[1, -2, 3]]),
      backward(2, 4, &generator), backward(3, 5, &generator),
    ]
  },
  Check(
    "3.4", "Inference after dropout without inversion", points: 1, file: "Exercises/Exercise04Inference.swift",
    hints: [
      "In training a share p of the inputs was there on average. How much larger is the weighted sum when all are?",
      "Make the weights smaller by that factor: x (p W) + b.",
    ]
  ) { generator in
    [
      InferenceInput(inputs: [[1, 2]], weights: [[1], [3]], biases: [0.5], keepProbability: 0.8),
      inference(2, 3, 2, &generator), inference(3, 4, 3, &generator),
    ]
  },
]

private func forward(_ samples: Int, _ units: Int, _ generator: inout Philox4x32x10) -> ForwardInput {
  let p = generator.keepProbability()
  let first = generator.decimal(in: 0.01..<p - 0.05, places: 2)
  var draws = Matrix(rows: samples, columns: units) { _, _ in generator.decimal(in: 0..<0.99, places: 3) + 0.0005 }
  // At least one kept and one dropped, whatever the seed.
  draws[0, 0] = first
  draws[0, 1] = p + 0.1
  return ForwardInput(activations: generator.matrix(samples, units), draws: draws, keepProbability: p)
}

private func backward(_ samples: Int, _ units: Int, _ generator: inout Philox4x32x10) -> BackwardInput {
  let p = generator.keepProbability()
  var mask = Matrix<Double>.bernoulli(rows: samples, columns: units, probability: p, using: &generator) / p
  var activations = generator.matrix(samples, units)
  activations[0, 0] = 0
  mask[0, 0] = 1 / p
  mask[0, 1] = 1 / p
  mask[0, 2] = 0
  return BackwardInput(activations: activations, mask: mask, outputGradient: generator.matrix(samples, units))
}

private func inference(_ samples: Int, _ inputs: Int, _ outputs: Int, _ generator: inout Philox4x32x10)
  -> InferenceInput
{
  InferenceInput(
    inputs: generator.matrix(samples, inputs), weights: generator.matrix(inputs, outputs),
    biases: generator.vector(outputs), keepProbability: generator.keepProbability())
}
