import AnswerWire
import NumericCore

/// All that the lab asks. A set of answers, a student's or the reference, conforms to it.
public protocol DropoutQuestions: MaskQuestions, EnsembleQuestions, InsightQuestions {}

/// The exercises as they are asked of any set of answers; `thinned-passes` draws a figure with a student's masks.
public let dropoutExercises: [Exercise<any DropoutQuestions>] = [
  Exercise("3.1") { answers, input in try mask(input, by: answers) },
  Exercise("3.2") { answers, input in try forward(input, by: answers) },
  Exercise("3.3") { answers, input in try backward(input, by: answers) },
  Exercise("3.4") { answers, input in try inference(input, by: answers) },
  Exercise("3.5") { answers, input in try prediction(input, by: answers) },
  Exercise("3.6") { answers, input in try error(input, by: answers) },
  Exercise("3.7") { answers, input in try count(input, by: answers) },
  Exercise("3.8") { answers, input in try variances(input, by: answers) },
  Exercise("3.9") { answers, input in try geometricMean(input, by: answers) },
  Exercise("3.10") { answers, input in try maxNorm(input, by: answers) },
  Exercise("3.11") { answers, input in try suspect(input, by: answers) },
  Exercise("factors") { answers, input in try factors(input, by: answers) },
  Exercise("thinned-passes") { answers, input in try passes(input, by: answers) },
]

private func mask(_ input: MaskInput, by answers: any DropoutQuestions) throws -> MaskProperties {
  var generator = Philox4x32x10(seed: input.seed, stream: "mask")
  func draw() throws -> Matrix<Double> {
    try answers.dropoutMask(
      samples: input.samples, units: input.units, keepProbability: input.keepProbability, using: &generator)
  }
  return MaskProperties(of: try draw(), next: try draw())
}

private func forward(_ input: ForwardInput, by answers: any DropoutQuestions) throws -> DropoutPass {
  try answers.dropoutForward(
    activations: input.activations, draws: input.draws, keepProbability: input.keepProbability)
}

private func backward(_ input: BackwardInput, by answers: any DropoutQuestions) throws -> Matrix<Double> {
  try answers.dropoutBackward(
    activations: input.activations, mask: input.mask, outputGradient: input.outputGradient)
}

private func inference(_ input: InferenceInput, by answers: any DropoutQuestions) throws -> Matrix<Double> {
  try answers.inferenceOutputs(
    inputs: input.inputs, weights: input.weights, biases: input.biases, keepProbability: input.keepProbability)
}

private func prediction(_ input: LogitsInput, by answers: any DropoutQuestions) throws -> Vector<Double> {
  try answers.ensemblePrediction(logits: input.logits)
}

private func error(_ input: EnsembleErrorInput, by answers: any DropoutQuestions) throws -> Double {
  try answers.ensembleError(variance: input.variance, covariance: input.covariance, networks: input.networks)
}

/// Digits travel as text: no number of the wire has as many.
private func count(_ input: UnitsInput, by answers: any DropoutQuestions) throws -> String {
  try answers.thinnedNetworks(unitsByLayer: input.unitsByLayer).description
}

private func variances(_ input: MaskVarianceInput, by answers: any DropoutQuestions) throws -> MaskVariances {
  try answers.maskVariances(activation: input.activation, keepProbability: input.keepProbability, grid: input.grid)
}

private func geometricMean(_ input: SoftmaxRegressionInput, by answers: any DropoutQuestions) throws
  -> Vector<Double>
{
  try answers.geometricMean(
    inputs: input.inputs, weights: input.weights, biases: input.biases, keepProbability: input.keepProbability)
}

private func maxNorm(_ input: MaxNormInput, by answers: any DropoutQuestions) throws -> Matrix<Double> {
  try answers.maxNorm(weights: input.weights, limit: input.limit)
}

private func suspect(_ input: LayerOutputsInput, by answers: any DropoutQuestions) throws -> Suspect {
  try answers.suspect(
    keepProbability: input.keepProbability, activations: input.activations, training: input.training,
    inference: input.inference)
}

private func factors(_ input: MaskInput, by answers: any DropoutQuestions) throws -> [Double] {
  try input.factors(by: answers)
}

private func passes(_ input: ThinnedPassesInput, by answers: any DropoutQuestions) throws -> [ThinnedAverage] {
  try input.averages(by: answers)
}
