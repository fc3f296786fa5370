import DeepLearning
import NumericCore
import Techniques
import Testing

struct InvertedDropoutTests {
  private func dropped(
    _ keepProbability: Double, _ samples: Matrix<Double>, _ draws: Philox4x32x10
  ) -> Matrix<Double> {
    let layers = [Layer.dropout(keepProbability: keepProbability)]
    let network = Network<Double>(inputs: samples.columns, layers, masks: InvertedDropout())
    var workspace = network.workspace(maximumBatch: samples.rows)
    network.forward(samples, rows: 0..<samples.rows, in: &workspace, mode: .training(draws))
    return workspace.outputs
  }

  /// Each count is binomial. Six standard deviations are passed with probability 2e-9 at most, and the seed is fixed.
  @Test(arguments: [0.2, 0.5, 0.8]) func itKeepsItsShare(_ keepProbability: Double) {
    let samples = Matrix<Double>.ones(301, 333)
    let outputs = dropped(keepProbability, samples, Philox4x32x10(seed: 9))
    #expect(outputs.elements.allSatisfy { $0 == 0 || $0 == 1 / keepProbability })
    let count = Double(outputs.elementCount)
    let deviation = (keepProbability * (1 - keepProbability) * count).squareRoot()
    let kept = Double(outputs.elements.count { $0 != 0 })
    #expect(abs(kept - keepProbability * count) < 6 * deviation)
  }

  @Test func masksRepeatWithTheStreamAndDifferBetweenStepsAndLayers() {
    let samples = Matrix<Double>.ones(20, 30)
    let run = Philox4x32x10(seed: 9, stream: "run")
    let first = dropped(0.5, samples, run.stream("step", 0))
    #expect(dropped(0.5, samples, run.stream("step", 0)) == first)
    #expect(dropped(0.5, samples, run.stream("step", 1)) != first)
    let twice = Network<Double>(
      inputs: 30, [.dropout(keepProbability: 0.5), .dropout(keepProbability: 0.5)], masks: InvertedDropout())
    var workspace = twice.workspace(maximumBatch: 20)
    twice.forward(samples, rows: 0..<20, in: &workspace, mode: .training(run.stream("step", 0)))
    let share = Double(workspace.outputs.elements.count { $0 != 0 }) / 600
    #expect(abs(share - 0.25) < 0.1)
  }

  @Test func itDoesNothingWhenAllIsKept() {
    let samples: Matrix<Double> = [[1, 2, 3], [4, 5, 6]]
    #expect(dropped(1, samples, Philox4x32x10(seed: 1)) == samples)
  }
}
