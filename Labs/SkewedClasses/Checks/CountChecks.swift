import AnswerChecks
import NumericCore
import SkewedClassesQuestions

let countChecks = [
  Check(
    "6.1", "The four counts", points: 1, file: "Exercises/Exercise01Counts.swift",
    hints: [
      "Go through the samples one by one: each belongs to exactly one of the four counts.",
      "Two questions a sample: is it predicted to be positive, and is it positive? `zip` gives both at once.",
      "`switch (score >= threshold, isPositive)` has four cases, one for each count.",
    ]
  ) { generator in
    let drawn = generator.scored(positives: 3, negatives: 9)
    return [
      ScoresInput(scores: [0.9, 0.6, 0.2], isPositive: [true, false, false], threshold: 0.5),
      ScoresInput(scores: [0.5, 0.5, 0.4, 0.7], isPositive: [true, false, true, true], threshold: 0.5),
      ScoresInput(scores: [-2, 1, 0, -1, 3], isPositive: [true, false, false, false, true], threshold: 0),
      ScoresInput(scores: drawn.scores, isPositive: drawn.isPositive, threshold: generator.pick([0.4, 0.6])),
    ]
  },
  Check(
    "6.2", "Accuracy, and what to hold it against", points: 1, file: "Exercises/Exercise02Accuracies.swift",
    hints: [
      "Write down the four counts as a table first. Which sums are all samples, all positives, all negatives?",
      "The baseline needs no classifier: only how many samples each class has. Which class has more?",
      "Three denominators: samples, positives, negatives. Test each for zero on its own, and give nil there.",
    ]
  ) { generator in
    [
      CountsInput(FourCounts(truePositives: 2, falsePositives: 1, falseNegatives: 2, trueNegatives: 5)),
      CountsInput(FourCounts(truePositives: 6, falsePositives: 1, falseNegatives: 3, trueNegatives: 2)),
      CountsInput(FourCounts(truePositives: 0, falsePositives: 2, falseNegatives: 0, trueNegatives: 6)),
      CountsInput(FourCounts(truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)),
      CountsInput(generator.counts()),
    ]
  },
  Check(
    "6.3", "Precision and recall", points: 2, file: "Exercises/Exercise03PrecisionAndRecall.swift",
    hints: [
      "Both have the same numerator. Which of the two asks about what was predicted?",
      "Integers divide to integers: convert to `Double` before you divide, and test for zero before that.",
      "A numerator of zero is fine. Only a denominator of zero leaves nothing to say, and each has its own.",
    ]
  ) { generator in
    [
      CountsInput(FourCounts(truePositives: 2, falsePositives: 1, falseNegatives: 2, trueNegatives: 5)),
      CountsInput(FourCounts(truePositives: 0, falsePositives: 0, falseNegatives: 3, trueNegatives: 7)),
      CountsInput(FourCounts(truePositives: 0, falsePositives: 2, falseNegatives: 0, trueNegatives: 8)),
      CountsInput(FourCounts(truePositives: 0, falsePositives: 2, falseNegatives: 3, trueNegatives: 5)),
      CountsInput(FourCounts(truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 9)),
      CountsInput(generator.counts()),
    ]
  },
  Check(
    "6.4", "F-beta", points: 1, file: "Exercises/Exercise04FMeasure.swift",
    hints: [
      "Begin with β = 1 on paper: how many times do the true positives count, and how many times each mistake?",
      "β² stands in three places. Give it a name first.",
      "The formula takes counts, so it needs no precision. When is its denominator zero?",
    ]
  ) { generator in
    [
      CountsInput(FourCounts(truePositives: 3, falsePositives: 1, falseNegatives: 2, trueNegatives: 4), beta: 1),
      CountsInput(FourCounts(truePositives: 3, falsePositives: 1, falseNegatives: 2, trueNegatives: 4), beta: 2),
      CountsInput(FourCounts(truePositives: 0, falsePositives: 0, falseNegatives: 3, trueNegatives: 5), beta: 1),
      CountsInput(FourCounts(truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 7), beta: 1),
      CountsInput(generator.counts(), beta: generator.pick([0.5, 0.25])),
      CountsInput(generator.counts(), beta: generator.pick([1.5, 3])),
    ]
  },
]
