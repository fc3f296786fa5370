import AnswerChecks
import InitializersQuestions
import NumericCore

let layerChecks = [
  Check(
    "2.6", "An orthogonal matrix from a Gaussian one", points: 2, file: "Exercises/Exercise06Orthogonal.swift",
    hints: [
      "Columns of length 1 at right angles: that is what the first of the QR factors has.",
      "`try qr(a)` gives both, as `q` and `r`, with a positive diagonal of `r`.",
      "A wide matrix can't have orthonormal columns. Its rows can be: `transposed` before and after.",
    ]
  ) { generator in
    [
      GaussianInput(gaussian: [[3, 1], [4, 2]]),
      GaussianInput(gaussian: [[1, 2, -1], [2, -1, 0.5]]),
      GaussianInput(gaussian: generator.fullRank(rows: 4, columns: 3)),
      GaussianInput(gaussian: generator.fullRank(rows: 3, columns: 5)),
      GaussianInput(gaussian: generator.fullRank(rows: 4, columns: 4)),
    ]
  },
  Check(
    "2.7", "What a layer does to mean squares", points: 2, file: "Exercises/Exercise07Moments.swift",
    hints: [
      "One term first: with E[w] = 0, the variance of w x is E[w²] E[x²].",
      "E[x²] is the variance plus the square of the mean. Independent terms: their variances add up.",
      "z is symmetric around 0, so squares of the positive half make up half of E[z²]. No mean is taken off.",
    ]
  ) { generator in
    [
      SignalInput(fanIn: 4, inputMean: 0.5, inputVariance: 1, weightVariance: 0.25),
      SignalInput(fanIn: 100, inputMean: 0, inputVariance: 2, weightVariance: 0.02),
      signal(&generator), signal(&generator), signal(&generator),
    ]
  },
  Check(
    "2.8", "Draw a layer's weights", points: 2, file: "Exercises/Exercise08Sampling.swift",
    hints: [
      "The spread is that of 2.4. What is judged are shape, mean, spread, the form of the distribution, and the generator.",
      "`generator.normal(mean:standardDeviation:)` gives one draw, and `Matrix.normal(rows:columns:...)` all at once.",
      "Pass the generator on with `&generator`, so that it moves on. A copy would give each layer the same weights.",
    ]
  ) { generator in
    // Times the root of the fan-in, the mean is rounded at a 20th: with 90 000 weights at 10.6 of its own standard
    // deviations. That goes wrong by chance with 3e-26 a case; spread and kurtosis are as far from their bounds.
    [(400, 225), (180, 500), (500, 180)].map { inputs, outputs in
      SamplingInput(inputs: inputs, outputs: outputs, seed: UInt64(1 + generator.integer(below: 1_000_000)))
    }
  },
]

private func signal(_ generator: inout Philox4x32x10) -> SignalInput {
  SignalInput(
    fanIn: 2 + generator.integer(below: 50), inputMean: generator.decimal(in: 1.2..<3),
    inputVariance: generator.decimal(in: 0.5..<4), weightVariance: generator.decimal(in: 0.02..<0.5, places: 2))
}

extension Philox4x32x10 {
  /// A matrix with a strong diagonal, so that its QR factors are well determined.
  fileprivate mutating func fullRank(rows: Int, columns: Int) -> Matrix<Double> {
    let weights = matrix(rows: rows, columns: columns)
    let diagonal = (0..<Swift.min(rows, columns)).map { _ in bernoulli(0.5) ? 3.0 : -3 }
    return Matrix(rows: rows, columns: columns) { weights[$0, $1] + ($0 == $1 ? diagonal[$0] : 0) }
  }
}
