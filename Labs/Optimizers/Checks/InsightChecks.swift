import AnswerChecks
import NumericCore
import OptimizersQuestions

let insightChecks = [
  Check(
    "1.15", "The best momentum for a condition number", points: 2, file: "Exercises/Exercise15BestMomentum.swift",
    hints: [
      "Two equations, two unknowns: the same a stands on both left sides.",
      "Two squares are equal where the roots are equal or opposite. Equal roots would mean equal eigenvalues, so they "
        + "are opposite.",
      "Solve for the root of η first, then square it. Put it into one of the equations for a.",
    ]
  ) { generator in
    [
      SpectrumInput(smallestEigenvalue: 1, largestEigenvalue: 4),
      SpectrumInput(smallestEigenvalue: 2, largestEigenvalue: 2),
      SpectrumInput(smallestEigenvalue: 1, largestEigenvalue: 100),
      spectrum(&generator),
      spectrum(&generator),
    ]
  },
  Check(
    predicting: "1.16", "How many steps does gradient descent need?", points: 2,
    file: "Exercises/Exercise16PredictedSteps.swift",
    hints: [
      "At the best rate both extreme directions shrink by the same factor a step. What is it, from exercise 1.4?",
      "That factor is the distance's. The loss goes with the square of the distance.",
      "How often must a factor be multiplied to reach the reduction? Logarithms turn that into a division; then round "
        + "so that the target is reached.",
    ],
    cases: { generator in
      let parts = [0.1..<0.4, 0.6..<0.9, 0.1..<0.4, 0.6..<0.9]
      return try [
        SpectrumInput(smallestEigenvalue: 1, largestEigenvalue: 3, reduction: 0.01),
        SpectrumInput(smallestEigenvalue: 1, largestEigenvalue: 9, reduction: 1e-6),
      ] + parts.map { try undecided(by: $0, &generator) }
    },
    run: stepsOfGradientDescent),
  Check(
    "1.17", "Which mistake made this trajectory?", kind: .diagnose, points: 3,
    file: "Exercises/Exercise17Suspect.swift",
    hints: [
      "The first step already rules some suspects out: the velocity is still zero then, so only the rate is at work.",
      "The later steps tell the rest apart. Work the second one out by hand for each suspect that is left.",
      "Let the program do it: run every suspect from the same start, and see whose run comes closest.",
    ]
  ) { generator in suspectCases(&generator) },
]

private func spectrum(_ generator: inout Philox4x32x10) -> SpectrumInput {
  let smallest = generator.decimal(in: 0.5..<2)
  return SpectrumInput(
    smallestEigenvalue: smallest, largestEigenvalue: smallest + generator.decimal(in: 10..<99, places: 0))
}

/// A spectrum whose run crosses its target in this part of its last step: clearly after one count and before the next, so
/// that no rounding decides.
private func undecided(by parts: Range<Double>, _ generator: inout Philox4x32x10) throws -> SpectrumInput {
  while true {
    var input = spectrum(&generator)
    input.reduction = generator.pick([1e-2, 1e-3, 1e-4, 1e-5, 1e-6])
    if parts.contains(try crossing(input)) { return input }
  }
}

/// Where the target lies within the run's last step, on the logarithmic scale of the loss: from 0 to 1.
private func crossing(_ input: SpectrumInput) throws -> Double {
  let (run, problem, target) = try gradientDescent(input)
  let losses = run.weights.suffix(2).map { problem.value(at: $0) }
  return log(target / losses[0]) / log(losses[1] / losses[0])
}

private func stepsOfGradientDescent(_ input: SpectrumInput) throws -> Int { try gradientDescent(input).run.steps }

/// Runs gradient descent at its best fixed rate on a bowl with this spectrum, from where both directions lose the same.
private func gradientDescent(_ input: SpectrumInput) throws -> (run: Trajectory, problem: Problem, target: Double) {
  let eigenvalues: Vector<Double> = [input.smallestEigenvalue, input.largestEigenvalue]
  let problem = Problem.quadratic(Bowl(eigenvalues: eigenvalues, axes: .identity(2), minimum: [0, 0]))
  let start = 1 / sqrt(eigenvalues)
  let rate = 2 / eigenvalues.sum()
  let target = (input.reduction ?? 1e-6) * problem.value(at: start)
  let request = RunRequest(
    .gradientDescent, settings: OptimizerSettings(learningRate: rate), on: problem, from: start, steps: 100_000,
    target: target)
  return (try request.trajectory { $0 -= rate * problem.gradient(at: $0) }, problem, target)
}
