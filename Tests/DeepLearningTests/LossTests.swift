import DeepLearning
import Foundation
import NumericCore
import Testing

struct LossTests {
  @Test func meanSquaredErrorByHand() {
    let (value, gradient) = Loss.meanSquaredError.gradient(
      outputs: [[1, 2], [3, 5]] as Matrix<Double>, targets: .values([[0, 2], [5, 5]]))
    #expect(value == 1.25)
    #expect(gradient == [[0.5, 0], [-1, 0]])
  }

  @Test func softmaxCrossEntropyByHand() {
    let logits: Matrix<Double> = [[log(1.0), log(2.0), log(5.0)]]
    let (value, gradient) = Loss.softmaxCrossEntropy.gradient(outputs: logits, targets: .classes([1]))
    #expect(abs(value - log(4)) < 1e-15)
    #expect(gradient.isClose(to: [[0.125, -0.75, 0.625]], relative: 1e-14))
  }

  /// Shares of 1/8, 1/4 and 5/8 against targets that add up to 3/2.
  @Test func targetsNeedNotAddUpToOne() {
    let logits: Matrix<Double> = [[log(1.0), log(2.0), log(5.0)]]
    let (value, gradient) = Loss.softmaxCrossEntropy.gradient(outputs: logits, targets: .values([[0.5, 0, 1]]))
    #expect(abs(value - (0.5 * log(8.0) + log(1.6))) < 1e-15)
    #expect(gradient.isClose(to: [[-0.3125, 0.375, -0.0625]], relative: 1e-14))
  }

  @Test func binaryCrossEntropyByHand() {
    let logits: Matrix<Double> = [[log(3.0)], [-log(3.0)]]
    let (value, gradient) = Loss.binaryCrossEntropy.gradient(outputs: logits, targets: .classes([1, 1]))
    #expect(abs(value - (log(4.0 / 3) + log(4.0)) / 2) < 1e-15)
    #expect(gradient.isClose(to: [[-0.125], [-0.375]], relative: 1e-14))
  }

  @Test func classesAreOnesAtTheirOutputs() {
    let outputs: Matrix<Double> = [[0.3, -1, 2], [4, 0.1, -0.7]]
    for loss in Loss.allCases {
      let classes = loss.gradient(outputs: outputs, targets: .classes([2, 0]))
      let values = loss.gradient(outputs: outputs, targets: .values([[0, 0, 1], [1, 0, 0]]))
      #expect(classes.value == values.value && classes.gradient == values.gradient)
    }
  }

  /// log σ(1000) is 0 to any precision, and log σ(-1000) is -1000.
  @Test func hugeLogitsAreExactInBothPrecisions() {
    checkHugeLogits(Float.self)
    checkHugeLogits(Double.self)
  }

  private func checkHugeLogits<Scalar: Real>(_ type: Scalar.Type) {
    let binary = Loss.binaryCrossEntropy.gradient(
      outputs: [[1000], [-1000], [1000], [-1000]] as Matrix<Scalar>, targets: .classes([1, 0, 0, 1]))
    #expect(binary.value == 500)
    #expect(binary.gradient == [[0], [0], [0.25], [-0.25]])
    let right = Loss.softmaxCrossEntropy.gradient(
      outputs: [[1000, -1000]] as Matrix<Scalar>, targets: .classes([0]))
    #expect(right.value == 0 && right.gradient == [[0, 0]])
    let wrong = Loss.softmaxCrossEntropy.gradient(
      outputs: [[1000, -1000]] as Matrix<Scalar>, targets: .classes([1]))
    #expect(wrong.value == 2000 && wrong.gradient == [[1, -1]])
  }

  @Test func noNumberIsNotHidden() {
    for loss in Loss.allCases {
      let (value, gradient) = loss.gradient(
        outputs: [[.nan, 0]] as Matrix<Float>, targets: .values([[1, 0]]))
      #expect(value.isNaN && !gradient.allFinite)
    }
  }
}
