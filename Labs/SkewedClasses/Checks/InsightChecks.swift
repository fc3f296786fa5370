import AnswerChecks
import NumericCore
import SkewedClassesQuestions

let insightChecks = [
  Check(
    predicting: "6.12", "Precision at another prevalence", points: 2,
    file: "Exercises/Exercise12PredictedPrecision.swift",
    hints: [
      "Imagine 1000 people. How many are positive, and how many of those are found?",
      "How many of the others are taken for positives? Both groups together are all that are predicted.",
      "The number of people cancels: what is left are products of shares.",
    ],
    cases: { generator in
      [
        PrevalenceInput(recall: 1, falsePositiveRate: 0.05, prevalence: 0.001),
        PrevalenceInput(recall: 0.8, falsePositiveRate: 0.1, prevalence: 0.5),
        PrevalenceInput(recall: 0, falsePositiveRate: 0, prevalence: 0.1),
        prevalence(&generator, in: 5...40),
        prevalence(&generator, in: 60...90),
      ]
    },
    run: countedPrecision),
  Check(
    "6.13", "Which mistake made this table?", kind: .diagnose, points: 3,
    file: "Exercises/Exercise13EvaluationSuspect.swift",
    hints: [
      "First work out the four counts, and accuracy, precision and recall as they should be.",
      "If accuracy is right, nobody has miscounted: classes, errors or averages are mixed up.",
      "Let the program do it: write each suspect's report, and see whose comes closest.",
    ]
  ) { generator in suspectCases(&generator) },
]

private func prevalence(_ generator: inout Philox4x32x10, in percents: ClosedRange<Int>) -> PrevalenceInput {
  PrevalenceInput(
    recall: Double(generator.whole(60...95)) / 100, falsePositiveRate: Double(generator.whole(3...30)) / 100,
    prevalence: Double(generator.whole(percents)) / 100)
}

/// Counts true and false positives in a population, person by person. The cases' shares make whole numbers of people.
private func countedPrecision(_ input: PrevalenceInput) throws -> Double? {
  let people = 100_000
  func part(_ share: Double, of count: Int) -> Int { Int((share * Double(count)).rounded()) }
  let positives = part(input.prevalence, of: people)
  let found = part(input.recall, of: positives)
  let mistaken = part(input.falsePositiveRate, of: people - positives)
  var counts = FourCounts(truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
  for person in 0..<people {
    switch (person < positives, person < positives ? person < found : person - positives < mistaken) {
    case (true, true): counts.truePositives += 1
    case (true, false): counts.falseNegatives += 1
    case (false, true): counts.falsePositives += 1
    case (false, false): counts.trueNegatives += 1
    }
  }
  let predicted = counts.truePositives + counts.falsePositives
  return predicted == 0 ? nil : Double(counts.truePositives) / Double(predicted)
}
