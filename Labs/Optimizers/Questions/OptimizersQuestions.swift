import AnswerWire
import NumericCore

/// All that the lab asks. A set of answers, a student's or the reference, conforms to it.
public protocol OptimizersQuestions: QuadraticQuestions, MomentumQuestions, AdaptiveQuestions, InsightQuestions {}

/// The exercises as they are asked of any set of answers; `run` draws figures from a student's steps.
public let optimizersExercises: [Exercise<any OptimizersQuestions>] =
  [
    Exercise("1.1") { answers, input in try quadratic(input, by: answers) },
    Exercise("1.2") { answers, input in try conditionNumber(input, by: answers) },
    Exercise("1.4") { answers, input in try learningRates(input, by: answers) },
    Exercise("1.15") { answers, input in try bestMomentum(input, by: answers) },
    Exercise("1.16") { answers, input in try predictedSteps(input, by: answers) },
    Exercise("1.17") { answers, input in try suspect(input, by: answers) },
    Exercise("run") { answers, request in try run(request, by: answers) },
  ]
  + OptimizerName.allCases.map { name in
    Exercise(name.exercise) { answers, input in try steps(input, name, by: answers) }
  }

private func quadratic(_ input: QuadraticInput, by answers: any OptimizersQuestions) throws -> ValueAndGradient {
  try answers.quadratic(hessian: input.hessian, linearTerm: input.linearTerm, weights: input.weights)
}

private func conditionNumber(_ input: HessianInput, by answers: any OptimizersQuestions) throws -> Double {
  try answers.conditionNumber(hessian: input.hessian)
}

private func learningRates(_ input: EigenvaluesInput, by answers: any OptimizersQuestions) throws -> LearningRates {
  try answers.learningRates(eigenvalues: input.eigenvalues)
}

private func steps(_ input: StepsInput, _ name: OptimizerName, by answers: any OptimizersQuestions) throws
  -> [Vector<Double>]
{
  try input.run(name, by: answers)
}

private func bestMomentum(_ input: SpectrumInput, by answers: any OptimizersQuestions) throws -> MomentumSettings {
  try answers.bestMomentum(
    smallestEigenvalue: input.smallestEigenvalue, largestEigenvalue: input.largestEigenvalue)
}

private func predictedSteps(_ input: SpectrumInput, by answers: any OptimizersQuestions) throws -> Int {
  try answers.predictedSteps(
    smallestEigenvalue: input.smallestEigenvalue, largestEigenvalue: input.largestEigenvalue,
    reduction: input.reduction ?? 1e-6)
}

private func suspect(_ input: TrajectoryInput, by answers: any OptimizersQuestions) throws -> Suspect {
  try answers.suspect(
    curvature: input.curvature, learningRate: input.learningRate, momentum: input.momentum,
    trajectory: input.trajectory)
}

private func run(_ request: RunRequest, by answers: any OptimizersQuestions) throws -> Trajectory {
  var optimizer = AnsweredOptimizer(
    request.optimizer, settings: request.settings, dimensions: request.start.count, answers: answers)
  return try request.trajectory { $0 = try optimizer.step($0, gradient: request.problem.gradient(at:)) }
}
