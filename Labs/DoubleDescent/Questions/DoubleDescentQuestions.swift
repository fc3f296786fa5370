import AnswerWire
import NumericCore

/// All that the lab asks. A set of answers, a student's or the reference, conforms to it.
public protocol DoubleDescentQuestions: FeatureQuestions, FittingQuestions, ErrorQuestions, InsightQuestions {}

/// The exercises as they are asked of any set of answers; `curve` and `freedoms` draw figures from a student's features,
/// fits and degrees of freedom.
public let doubleDescentExercises: [Exercise<any DoubleDescentQuestions>] = [
  Exercise("7.1") { answers, input in try randomFeatures(input, by: answers) },
  Exercise("7.2") { answers, input in try minimumNorm(input, by: answers) },
  Exercise("7.3") { answers, input in try ridge(input, by: answers) },
  Exercise("7.4") { answers, input in try thresholds(input, by: answers) },
  Exercise("7.5") { answers, input in try errors(input, by: answers) },
  Exercise("7.6") { answers, input in try biasAndVariance(input, by: answers) },
  Exercise("7.7") { answers, input in try conditionNumbers(input, by: answers) },
  Exercise("7.8") { answers, input in try degreesOfFreedom(input, by: answers) },
  Exercise("7.9") { answers, input in try predictedErrors(input, by: answers) },
  Exercise("7.10") { answers, input in try suspect(input, by: answers) },
  Exercise("curve") { answers, input in try curve(input, by: answers) },
  Exercise("freedoms") { answers, input in try freedoms(input, by: answers) },
]

private func randomFeatures(_ input: MapInput, by answers: any DoubleDescentQuestions) throws -> Matrix<Double> {
  try answers.randomFeatures(samples: input.samples, directions: input.directions)
}

private func minimumNorm(_ input: FitInput, by answers: any DoubleDescentQuestions) throws -> Matrix<Double> {
  try answers.minimumNorm(features: input.features, targets: input.targets, tolerance: input.tolerance ?? 1e-12)
}

private func ridge(_ input: FitInput, by answers: any DoubleDescentQuestions) throws -> Matrix<Double> {
  try answers.ridge(features: input.features, targets: input.targets, strength: input.strength ?? 1)
}

private func thresholds(_ input: SizesInput, by answers: any DoubleDescentQuestions) throws -> Thresholds {
  try answers.thresholds(samples: input.samples, inputs: input.inputs, outputs: input.outputs)
}

private func errors(_ input: ClassesInput, by answers: any DoubleDescentQuestions) throws -> ErrorPair {
  try answers.errors(features: input.features, weights: input.weights, classes: input.classes)
}

private func biasAndVariance(_ input: PredictionsInput, by answers: any DoubleDescentQuestions) throws
  -> BiasAndVariance
{
  try answers.biasAndVariance(predictions: input.predictions, truth: input.truth)
}

private func conditionNumbers(_ input: MatrixInput, by answers: any DoubleDescentQuestions) throws -> ConditionNumbers {
  try answers.conditionNumbers(features: input.features, tolerance: input.tolerance ?? 1e-12)
}

private func degreesOfFreedom(_ input: MatrixInput, by answers: any DoubleDescentQuestions) throws -> Double {
  try answers.degreesOfFreedom(features: input.features, strength: input.strength ?? 1)
}

private func predictedErrors(_ input: NoiseInput, by answers: any DoubleDescentQuestions) throws -> [NoiseErrors] {
  try answers.predictedErrors(samples: input.samples, widths: input.widths, deviation: input.deviation)
}

private func suspect(_ input: RiskCurveInput, by answers: any DoubleDescentQuestions) throws -> Suspect {
  try answers.suspect(data: input.data, widths: input.widths, training: input.training, test: input.test)
}

private func curve(_ input: CurveInput, by answers: any DoubleDescentQuestions) throws -> [CurveFit] {
  try input.fits(by: answers)
}

private func freedoms(_ input: CurveInput, by answers: any DoubleDescentQuestions) throws -> [Double] {
  try input.freedoms(by: answers)
}
