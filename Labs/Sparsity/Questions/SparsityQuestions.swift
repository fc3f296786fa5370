import AnswerWire
import NumericCore

/// All that the lab asks. A set of answers, a student's or the reference, conforms to it.
public protocol SparsityQuestions: PenaltyQuestions, RegressionQuestions, TrainingQuestions, InsightQuestions {}

/// The exercises as they are asked of any set of answers; `solutions` draws figures from a student's sweeps.
public let sparsityExercises: [Exercise<any SparsityQuestions>] = [
  Exercise("4.1") { answers, input in try l2Penalty(input, by: answers) },
  Exercise("4.2") { answers, input in try l1Penalty(input, by: answers) },
  Exercise("4.3") { answers, input in try elasticNet(input, by: answers) },
  Exercise("4.4") { answers, input in try softThreshold(input, by: answers) },
  Exercise("4.5") { answers, input in try sweep(input, by: answers) },
  Exercise("4.6") { answers, input in try ridge(input, by: answers) },
  Exercise("4.7") { answers, input in try decaySteps(input, by: answers) },
  Exercise("4.8") { answers, input in try conditioning(input, by: answers) },
  Exercise("4.9") { answers, input in try largestStrength(input, by: answers) },
  Exercise("4.10") { answers, input in try dualityGap(input, by: answers) },
  Exercise("4.11") { answers, input in try maxNormStep(input, by: answers) },
  Exercise("4.12") { answers, input in try predictedZeros(input, by: answers) },
  Exercise("4.13") { answers, input in try suspect(input, by: answers) },
  Exercise("solutions") { answers, input in try solutions(input, by: answers) },
]

private func l2Penalty(_ input: WeightsInput, by answers: any SparsityQuestions) throws -> PenaltyAndGradient {
  try answers.l2Penalty(weights: input.weights, strength: input.strength)
}

private func l1Penalty(_ input: WeightsInput, by answers: any SparsityQuestions) throws -> PenaltyAndGradient {
  try answers.l1Penalty(weights: input.weights, strength: input.strength)
}

private func elasticNet(_ input: WeightsInput, by answers: any SparsityQuestions) throws -> PenaltyAndGradient {
  try answers.elasticNet(weights: input.weights, strength: input.strength, l1Share: input.l1Share ?? 1)
}

private func softThreshold(_ input: ThresholdInput, by answers: any SparsityQuestions) throws -> Vector<Double> {
  try answers.softThreshold(values: input.values, threshold: input.threshold)
}

private func sweep(_ input: RegressionInput, by answers: any SparsityQuestions) throws -> Vector<Double> {
  try answers.coordinateDescentSweep(
    features: input.features, targets: input.targets, weights: input.startingWeights, strength: input.strength ?? 0,
    l1Share: input.l1Share ?? 1)
}

private func ridge(_ input: RegressionInput, by answers: any SparsityQuestions) throws -> LinearModel {
  try answers.ridge(features: input.features, targets: input.targets, strength: input.strength ?? 0)
}

private func decaySteps(_ input: DecayInput, by answers: any SparsityQuestions) throws -> [Vector<Double>] {
  try input.run(by: answers)
}

private func conditioning(_ input: CurvatureInput, by answers: any SparsityQuestions) throws -> PenalizedCurvature {
  try answers.conditioning(eigenvalues: input.eigenvalues, strength: input.strength)
}

private func largestStrength(_ input: RegressionInput, by answers: any SparsityQuestions) throws -> Double {
  try answers.largestStrength(features: input.features, targets: input.targets, l1Share: input.l1Share ?? 1)
}

private func dualityGap(_ input: RegressionInput, by answers: any SparsityQuestions) throws -> Double {
  try answers.dualityGap(
    features: input.features, targets: input.targets, weights: input.startingWeights, strength: input.strength ?? 0)
}

private func maxNormStep(_ input: MaxNormInput, by answers: any SparsityQuestions) throws -> Matrix<Double> {
  try answers.maxNormStep(
    weights: input.weights, gradient: input.gradient, learningRate: input.learningRate, limit: input.limit)
}

private func predictedZeros(_ input: OrthogonalInput, by answers: any SparsityQuestions) throws -> [Int] {
  try answers.predictedZeros(
    products: input.products, samples: input.samples, strengths: input.strengths, l1Share: input.l1Share)
}

private func suspect(_ input: PathInput, by answers: any SparsityQuestions) throws -> Suspect {
  try answers.suspect(leastSquares: input.leastSquares, strengths: input.strengths, path: input.path)
}

private func solutions(_ input: SolutionsInput, by answers: any SparsityQuestions) throws -> [Vector<Double>] {
  try input.solve(by: answers)
}
