import AnswerChecks
import DoubleDescentQuestions
import NumericCore

let errorChecks = [
  Check(
    "7.5", "Two errors", points: 1, file: "Exercises/Exercise05Errors.swift",
    hints: [
      "`features.dot(weights)` has a row of predictions for each sample.",
      "`argMax(over: .columns)` gives the place of the largest prediction of each row.",
      "Sum over the classes, then take the mean over the samples. Nothing is halved, and no root is taken.",
    ]
  ) { generator in
    [
      ClassesInput(features: [[1, 0], [0, 1], [1, 1]], weights: [[1, -2], [0.5, 0.25]], classes: [0, 1, 0]),
      generator.labelled(samples: 5, features: 3, classes: 3), generator.labelled(samples: 7, features: 3, classes: 4),
    ]
  },
  Check(
    "7.6", "Bias and variance", points: 2, file: "Exercises/Exercise06BiasAndVariance.swift",
    hints: [
      "First the mean prediction at each point: `predictions.mean(over: .rows)`.",
      "Square before you average over the points: the bias has another sign at each.",
      "Add up your two terms. If that isn't the error exactly, look at what the variance is divided by.",
    ]
  ) { generator in
    [
      PredictionsInput(predictions: [[1, 4], [3, 5]], truth: [1, 6]), generator.predictions(fits: 3, points: 2),
      generator.predictions(fits: 5, points: 4),
    ]
  },
]

extension Philox4x32x10 {
  /// An odd number of samples, of which some have a right label and some a wrong one.
  fileprivate mutating func labelled(samples: Int, features: Int, classes: Int) -> ClassesInput {
    let (x, w) = (matrix(samples, features), matrix(features, classes))
    let found = x.dot(w).argMax(over: .columns)
    let wrong = 1 + integer(below: samples / 2)
    return ClassesInput(
      features: x, weights: w,
      classes: found.enumerated().map { $0 < wrong ? ($1 + 1 + integer(below: classes - 1)) % classes : $1 })
  }

  /// Fits around values that are off from the truth, with another sign at every second point.
  fileprivate mutating func predictions(fits: Int, points: Int) -> PredictionsInput {
    let truth = vector(points)
    let centre = Vector(truth.enumerated().map { $1 + ($0.isMultiple(of: 2) ? 1 : -1) * decimal(in: 0.5..<1) })
    return PredictionsInput(
      predictions: matrix(fits, points, in: 0.2..<2).adding(centre, to: .rows).map { ($0 * 10).rounded() / 10 },
      truth: truth)
  }
}
