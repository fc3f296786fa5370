import DeepLearning
import NumericCore
import Techniques
import Testing

/// What a mistake in settings or shapes says before the program ends.
struct MessageTests {
  @Test func weightsThatFitNoGradient() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      print(L2Penalty<Double>(strength: 1).gradient(of: [1, 2, 3], addedTo: [1, 2]))
    }
    expect(ends, says: "A gradient of 2 doesn't fit weights of 3.")
  }

  @Test func aNegativePenalty() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      print(L1Penalty<Float>(strength: -0.5))
    }
    expect(ends, says: "The strength of a penalty is 0 or more and finite; -0.5 isn't.")
  }

  @Test func aShareAboveOne() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      print(ElasticNet<Double>(strength: 1, l1Share: 1.5))
    }
    expect(ends, says: "The share of L1 in an elastic net lies between 0 and 1; 1.5 doesn't.")
  }

  @Test func aShapeThatTheWeightsHaveNot() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var weights: [Double] = [1, 2, 3]
      var span = weights.mutableSpan
      MaxNorm(limit: 1).restore(&span, inputs: 2, outputs: 2)
    }
    expect(ends, says: "3 weights aren't 2 × 2.")
  }

  @Test func aLimitOfZero() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      print(ClippingByNorm<Double>(limit: 0))
    }
    expect(ends, says: "The limit of a gradient is above 0 and finite; 0.0 isn't.")
  }

  @Test func aStepBeforeTheFirst() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      print(StepDecay(initialRate: 0.1, factor: 0.5, every: 3).learningRate(at: -1))
    }
    expect(ends, says: "Steps are counted from 0; there is no step -1.")
  }

  @Test func aFactorThatGrows() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      print(ExponentialDecay(initialRate: 0.1, factor: 1.5))
    }
    expect(ends, says: "A decay's factor lies above 0 and up to 1; 1.5 doesn't.")
  }

  @Test func boundariesThatFall() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      print(PiecewiseConstantRate(rates: [3, 2, 1], changingAt: [5, 5]))
    }
    expect(ends, says: "The boundaries of learning rates are 1 or more and rise; [5, 5] don't.")
  }

  @Test func aLowestRateAboveTheHighest() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      print(TriangularCycle(lowestRate: 0.3, highestRate: 0.1, halfCycle: 5))
    }
    expect(ends, says: "The lowest learning rate lies between 0 and 0.1; 0.3 doesn't.")
  }

  @Test func aLabelThatNamesNoClass() async {
    let weights = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      print(balancedClassWeights([0, 1, 3], classes: 3))
    }
    expect(weights, says: "Classes go from 0 to 2; 3 is none.")
    let table = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      print(ConfusionMatrix(predicted: [0, -1], actual: [0, 1], classes: 2))
    }
    expect(table, says: "Classes go from 0 to 1; -1 is none.")
  }

  @Test func aCostThatIsNoNumber() async {
    let chosen = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      print(try RankedScores([1], isPositive: [true]).cheapestThreshold(falsePositive: 1, falseNegative: .nan))
    }
    expect(chosen, says: "A cost is finite, and 0 or more; nan isn't.")
    let theory = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      print(costThreshold(costOfFalsePositive: 1, costOfFalseNegative: .nan))
    }
    expect(theory, says: "A cost or a weight is finite, and above 0; nan isn't.")
  }

  @Test func aLayerWithoutInputs() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = Philox4x32x10(seed: 1)
      print(He.normal.weights(inputs: 0, outputs: 3, using: &generator))
    }
    expect(ends, says: "Weights of 0 × 3 can't be drawn: a layer has 1 or more of each.")
  }

  private func expect(_ result: ExitTest.Result?, says sentence: String, _ location: SourceLocation = #_sourceLocation)
  {
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains(sentence), "\(said.prefix(300))", sourceLocation: location)
  }
}
