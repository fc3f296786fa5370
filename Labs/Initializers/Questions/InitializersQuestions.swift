import AnswerWire
import NumericCore

/// All that the lab asks. A set of answers, a student's or the reference, conforms to it.
public protocol InitializersQuestions: FormulaQuestions, LayerQuestions, InsightQuestions {}

/// The exercises as they are asked of any set of answers; the last is what the lab's figures ask for.
public let initializersExercises: [Exercise<any InitializersQuestions>] = [
  Exercise("2.1") { (answers, input: WeightsInput) in try answers.fans(weights: input.weights) },
  Exercise("2.2") { (answers, input: Fans) in try answers.glorotUniform(fanIn: input.fanIn, fanOut: input.fanOut) },
  Exercise("2.3") { (answers, input: Fans) in try answers.glorotNormal(fanIn: input.fanIn, fanOut: input.fanOut) },
  Exercise("2.4") { (answers, input: Fans) in try answers.heNormal(fanIn: input.fanIn, fanOut: input.fanOut) },
  Exercise("2.5") { (answers, input: Fans) in try answers.leCunNormal(fanIn: input.fanIn, fanOut: input.fanOut) },
  Exercise("2.6") { (answers, input: GaussianInput) in try answers.orthogonal(gaussian: input.gaussian) },
  Exercise("2.7") { answers, input in try layerMoments(input, by: answers) },
  Exercise("2.8") { answers, input in try drawnWeights(input, by: answers) },
  Exercise("2.9") { answers, input in try distinctUnits(input, by: answers) },
  Exercise("2.10") { answers, input in try predictedLayers(input, by: answers) },
  Exercise("2.11") { (answers, input: MeanSquaresInput) in
    try answers.suspect(widths: input.widths, meanSquares: input.meanSquares)
  },
  Exercise(DrawRequest.name) { (answers, request: DrawRequest) in try request.weights(by: answers) },
]

private func layerMoments(_ input: SignalInput, by answers: any InitializersQuestions) throws -> LayerMoments {
  try answers.layerMoments(
    fanIn: input.fanIn, inputMean: input.inputMean, inputVariance: input.inputVariance,
    weightVariance: input.weightVariance)
}

private func drawnWeights(_ input: SamplingInput, by answers: any InitializersQuestions) throws -> DrawnWeights {
  try input.report { generator in
    try answers.sampleHeNormal(inputs: input.inputs, outputs: input.outputs, using: &generator)
  }
}

private func distinctUnits(_ input: HiddenLayerInput, by answers: any InitializersQuestions) throws -> Int {
  try answers.distinctUnits(
    firstWeights: input.firstWeights, firstBiases: input.firstBiases, secondWeights: input.secondWeights)
}

private func predictedLayers(_ input: DepthInput, by answers: any InitializersQuestions) throws -> Int {
  try answers.predictedLayers(
    width: input.width, weightVariance: input.weightVariance, activation: input.activation, share: input.share)
}
