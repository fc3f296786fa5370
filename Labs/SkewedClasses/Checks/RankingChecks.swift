import AnswerChecks
import NumericCore
import SkewedClassesQuestions

/// One class only, so that nothing can be compared.
private let onlyPositives = ScoresInput(scores: [0.3, 0.6, 0.6], isPositive: [true, true, true])
private let onlyNegatives = ScoresInput(scores: [0.3, 0.6, 0.6], isPositive: [false, false, false])

let rankingChecks = [
  Check(
    "6.5", "The points of the ROC curve", points: 2, file: "Exercises/Exercise05ROCPoints.swift",
    hints: [
      "`Set(scores).sorted(by: >)` has each different score once, from the largest down.",
      "At each of them, count as in 6.1 and divide: by the positives, and by the negatives.",
      "Put (0, 0) before the first point. With one class alone, one of the denominators is zero: give nil.",
    ]
  ) { generator in
    [
      ScoresInput(scores: [0.9, 0.6, 0.4, 0.2], isPositive: [true, false, true, false]),
      ScoresInput(scores: [0.2, 0.6, 0.6, 0.8, 0.6], isPositive: [false, false, true, true, true]),
      onlyNegatives,
      generator.scored(positives: 2, negatives: 6),
    ]
  },
  Check(
    "6.6", "The area under the ROC curve", points: 2, file: "Exercises/Exercise06ROCArea.swift",
    hints: [
      "No curve is needed: put the positives' scores in one list, the negatives' in another, and compare.",
      "Two loops, one in the other. Three things can happen to a pair.",
      "How many pairs are there? Divide by that, and give nil where it is zero.",
    ]
  ) { generator in
    [
      ScoresInput(scores: [0.9, 0.6, 0.4, 0.2], isPositive: [true, false, true, false]),
      ScoresInput(scores: [0.5, 0.5, 0.5], isPositive: [true, false, false]),
      ScoresInput(scores: [0.2, 0.6, 0.6, 0.8, 0.6], isPositive: [false, false, true, true, true]),
      onlyPositives,
      generator.scored(positives: 3, negatives: 8),
      generator.scored(positives: 6, negatives: 9),
    ]
  },
  Check(
    "6.7", "Average precision", points: 2, file: "Exercises/Exercise07AveragePrecision.swift",
    hints: [
      "Work out a list of four samples on paper: recall and precision at each different score, from the largest down.",
      "Keep the recall of the threshold before in a variable that starts at 0.",
      "Only thresholds at which recall rises add something. The precision there is the one after the rise.",
    ]
  ) { generator in
    [
      ScoresInput(scores: [0.9, 0.6, 0.4, 0.2], isPositive: [true, false, true, false]),
      ScoresInput(scores: [0.2, 0.6, 0.6, 0.8, 0.6], isPositive: [true, false, true, false, true]),
      ScoresInput(scores: [0.5, 0.5, 0.5, 0.5], isPositive: [false, true, false, false]),
      onlyNegatives,
      generator.scored(positives: 3, negatives: 8),
      generator.scored(positives: 6, negatives: 9),
    ]
  },
]
