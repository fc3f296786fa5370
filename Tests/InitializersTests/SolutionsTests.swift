import AnswerChecks
import DeepLearning
import Foundation
import InitializersQuestions
import InitializersSolutions
import LabProofs
import NumericCore
import Techniques
import Testing

@Suite("Reference answers of the initializer lab")
struct SolutionsTests {
  private let answers = ReferenceAnswers()

  @Test("Eleven exercises in order, and small answers")
  func exercises() throws {
    #expect(proof.ids == (1...11).map { "2.\($0)" })
    #expect(try proof.size() < 500_000)
  }

  @Test("Spreads are those of the techniques", arguments: [(784, 200), (200, 10), (3, 50)])
  func spreads(_ fanIn: Int, _ fanOut: Int) throws {
    func isRoot(_ deviation: Double, of variance: Double) -> Bool { abs(deviation * deviation / variance - 1) < 1e-12 }
    #expect(
      isRoot(
        try answers.glorotNormal(fanIn: fanIn, fanOut: fanOut),
        of: Glorot.normal.variance(inputs: fanIn, outputs: fanOut)))
    #expect(
      isRoot(try answers.heNormal(fanIn: fanIn, fanOut: fanOut), of: He.normal.variance(inputs: fanIn, outputs: fanOut))
    )
    #expect(
      isRoot(
        try answers.leCunNormal(fanIn: fanIn, fanOut: fanOut), of: LeCun.normal.variance(inputs: fanIn, outputs: fanOut)
      ))
    let range = try answers.glorotUniform(fanIn: fanIn, fanOut: fanOut)
    #expect(range.low == -range.high)
    #expect(isRoot(range.high / 3.0.squareRoot(), of: Glorot.uniform.variance(inputs: fanIn, outputs: fanOut)))
  }

  @Test("The orthogonal answer equals the technique on the same Gaussian matrix", arguments: [(6, 4), (4, 6), (5, 5)])
  func orthogonal(_ inputs: Int, _ outputs: Int) throws {
    let fresh = Philox4x32x10(seed: 3, stream: "weights")
    var (first, second) = (fresh, fresh)
    let (long, short) = (max(inputs, outputs), min(inputs, outputs))
    let gaussian = Matrix<Double>.normal(rows: long, columns: short, using: &first)
    let answer = try answers.orthogonal(gaussian: inputs >= outputs ? gaussian : gaussian.transposed)
    #expect(abs(answer - Orthogonal().weights(inputs: inputs, outputs: outputs, using: &second)).max() < 1e-12)
  }

  @Test("Any order of draws passes, as does any way to a normal number")
  func freedom() throws {
    struct Backwards: InitializersQuestionsByReference {
      func sampleHeNormal(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) throws -> Matrix<Double> {
        var weights = Matrix<Double>.zeros(inputs, outputs)
        for column in (0..<outputs).reversed() {
          for row in 0..<inputs {
            let radius = (-2 * log(generator.uniformInside())).squareRoot()
            let angle: Double = 2 * .pi * generator.uniform()
            weights[row, column] = (2 / Double(inputs)).squareRoot() * radius * cos(angle)
          }
        }
        return weights
      }
    }
    let exercise = try proof.exercise("2.8")
    #expect(exercise.verdict(on: try proof.outputs(of: Backwards(), for: exercise)).status == .passed)
  }
}

/// All answers but the drawing of weights are the reference's.
private protocol InitializersQuestionsByReference: InitializersQuestions {}

extension InitializersQuestionsByReference {
  func fans(weights: Matrix<Double>) throws -> Fans { try ReferenceAnswers().fans(weights: weights) }
  func glorotUniform(fanIn: Int, fanOut: Int) throws -> UniformRange {
    try ReferenceAnswers().glorotUniform(fanIn: fanIn, fanOut: fanOut)
  }
  func glorotNormal(fanIn: Int, fanOut: Int) throws -> Double {
    try ReferenceAnswers().glorotNormal(fanIn: fanIn, fanOut: fanOut)
  }
  func heNormal(fanIn: Int, fanOut: Int) throws -> Double {
    try ReferenceAnswers().heNormal(fanIn: fanIn, fanOut: fanOut)
  }
  func leCunNormal(fanIn: Int, fanOut: Int) throws -> Double {
    try ReferenceAnswers().leCunNormal(fanIn: fanIn, fanOut: fanOut)
  }
  func orthogonal(gaussian: Matrix<Double>) throws -> Matrix<Double> {
    try ReferenceAnswers().orthogonal(gaussian: gaussian)
  }
  func layerMoments(fanIn: Int, inputMean: Double, inputVariance: Double, weightVariance: Double) throws
    -> LayerMoments
  {
    try ReferenceAnswers().layerMoments(
      fanIn: fanIn, inputMean: inputMean, inputVariance: inputVariance, weightVariance: weightVariance)
  }
  func distinctUnits(firstWeights: Matrix<Double>, firstBiases: Vector<Double>, secondWeights: Matrix<Double>) throws
    -> Int
  {
    try ReferenceAnswers().distinctUnits(
      firstWeights: firstWeights, firstBiases: firstBiases, secondWeights: secondWeights)
  }
  func predictedLayers(width: Int, weightVariance: Double, activation: SignalActivation, share: Double) throws -> Int {
    try ReferenceAnswers().predictedLayers(
      width: width, weightVariance: weightVariance, activation: activation, share: share)
  }
  func suspect(widths: [Int], meanSquares: Vector<Double>) throws -> InitializerSuspect {
    try ReferenceAnswers().suspect(widths: widths, meanSquares: meanSquares)
  }
}
