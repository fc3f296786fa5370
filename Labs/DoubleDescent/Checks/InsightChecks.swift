import AnswerChecks
import DoubleDescentQuestions
import NumericCore
import Techniques

let insightChecks = [
  Check(
    predicting: "7.9", "What is left of pure noise?", points: 2, file: "Exercises/Exercise09PredictedErrors.swift",
    hints: [
      "A fit projects the noise onto the space that p features span. How long is the shadow of noise in n dimensions on p of them?",
      "What the fit took in is gone from the training error. On new noise it is an error of its own.",
      "Beyond n features nothing new can be fitted: there are n targets.",
    ],
    cases: { generator in
      [
        NoiseInput(samples: 4, widths: [1, 4, 6], deviation: 2),
        NoiseInput(samples: 8, widths: [2, 5, 8, 20], deviation: generator.decimal(in: 1.2..<3)),
        NoiseInput(
          samples: 16, widths: [1, 4 + generator.integer(below: 8), 16, 17, 40],
          deviation: generator.decimal(in: 0.3..<0.9)),
      ]
    },
    run: errorsOfNoise),
  Check(
    "7.10", "Which mistake made this risk curve?", kind: .diagnose, points: 3,
    file: "Exercises/Exercise10Suspect.swift",
    hints: [
      "Where is the peak, and is the training error 0 from there on? That leaves out half of the suspects.",
      "Below n a solution is unique; which of many was taken shows only beyond. Compare there too.",
      "Let the program do it: compute every suspect's curve with your answer to 7.2, and see whose is nearest.",
    ]
  ) { generator in try curveCases(&generator) },
]

/// Fits noise that takes every row of a Hadamard matrix in turn, which stands for all noise: the mean of εεᵀ is σ² I. Each fit
/// is tested on every row and its negative.
private func errorsOfNoise(_ input: NoiseInput) throws -> [NoiseErrors] {
  let n = input.samples
  let patterns = Matrix<Double>(rows: n, columns: n) { row, column in
    (row & column).nonzeroBitCount.isMultiple(of: 2) ? input.deviation : -input.deviation
  }
  var draws = Philox4x32x10(seed: 7, stream: "features of noise")
  let all = Matrix<Double>.normal(rows: n, columns: input.widths.max() ?? 1, using: &draws)
  return try input.widths.map { width in
    let features = all[columns: 0..<width]
    let fits = features.dot(try leastSquares(features, patterns).solution)
    let fresh = (0..<n).map { row in
      [1.0, -1].map { sign in
        square(fits.subtracting(sign * patterns.row(row), from: .columns)).mean(over: .rows).mean()
      }
    }
    return NoiseErrors(
      training: square(fits - patterns).mean(over: .rows).mean(),
      fresh: Vector(fresh.flatMap { $0 }).mean())
  }
}
