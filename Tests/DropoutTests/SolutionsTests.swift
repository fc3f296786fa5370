import AnswerChecks
import AnswerWire
import DropoutQuestions
import DropoutSolutions
import Foundation
import LabProofs
import NumericCore
import Testing

@Suite("Solutions of the dropout lab")
struct SolutionsTests {
  @Test("Eleven exercises in order")
  func exercises() { #expect(proof.ids == (1...11).map { "3.\($0)" }) }

  @Test("The prediction of 3.9 is what a run over all masks gives, for several seeds")
  func prediction() throws {
    for seed in [1, 5, 77] as [UInt64] {
      let exercise = try #require(try proof.book(seed: seed).exercises.first { $0.id == "3.9" })
      #expect(exercise.kind == .predict)
      #expect(exercise.verdict(on: try exercise.outputs(of: ReferenceAnswers())).status == .passed)
    }
  }

  @Test("Every suspect is at work somewhere, and is found for other seeds too")
  func suspects() throws {
    for seed in [1, 2, 3, 4] as [UInt64] {
      let exercise = try #require(try proof.book(seed: seed).exercises.first { $0.id == "3.11" })
      let expected = exercise.expected
      #expect(Suspect.allCases.allSatisfy { expected.contains(.text($0.rawValue)) })
      #expect(try exercise.outputs(of: ReferenceAnswers()) == expected)
    }
  }
}

/// Answers worked out by hand.
@Suite("Known answers of the dropout lab")
struct SolutionsKnownAnswersTests {
  private let answers = ReferenceAnswers()

  @Test("Kept units are divided by p, on the way there and back")
  func layer() throws {
    let pass = try answers.dropoutForward(activations: [[1, -2]], draws: [[0.1, 0.9]], keepProbability: 0.8)
    #expect(pass.outputs == [[1.25, 0]])
    #expect(pass.mask == [[1.25, 0]])
    let gradient = try answers.dropoutBackward(
      activations: [[0, 3]], mask: [[1.25, 0]], outputGradient: [[4, 4]])
    #expect(gradient == [[5, 0]])
  }

  @Test("A draw of exactly p drops: the unit is kept below p")
  func boundary() throws {
    let pass = try answers.dropoutForward(activations: [[1, 1]], draws: [[0.5, 0]], keepProbability: 0.5)
    #expect(pass.outputs == [[0, 2]])
  }

  @Test("Weights are scaled, biases aren't: (1 + 2 · 3) / 2 + 1")
  func inference() throws {
    let outputs = try answers.inferenceOutputs(
      inputs: [[1, 2]], weights: [[1], [3]], biases: [1], keepProbability: 0.5)
    #expect(outputs == [[4.5]])
  }

  @Test("Two sure networks of different minds are undecided together; averaged logits would not be")
  func ensemble() throws {
    let prediction = try answers.ensemblePrediction(logits: [[0, 50], [30, 0]])
    #expect(abs(prediction - [0.5, 0.5]).max() < 1e-12)
  }

  @Test("Two networks with v = 1: c = 0 halves the error, c = v leaves it")
  func errors() throws {
    #expect(try answers.ensembleError(variance: 1, covariance: 0, networks: 2) == 0.5)
    #expect(try answers.ensembleError(variance: 1, covariance: 1, networks: 2) == 1)
    #expect(try answers.ensembleError(variance: 3, covariance: 1, networks: 1) == 3)
  }

  @Test("Half of the units of two layers of four: 16 squared networks")
  func counting() throws {
    #expect(try answers.thinnedNetworks(unitsByLayer: [4, 4]).description == "256")
  }

  @Test("Variances of a unit of 2 at p = 0.8: 0.64 and 1; plain noise peaks at 1/2, inverted at the smallest p")
  func variances() throws {
    let variances = try answers.maskVariances(activation: 2, keepProbability: 0.8, grid: [0.1, 0.5, 0.9])
    #expect(abs(variances.plain - 0.64) < 1e-12)
    #expect(abs(variances.inverted - 1) < 1e-12)
    #expect(variances.plainIsLargestAt == 0.5)
    #expect(variances.invertedIsLargestAt == 0.1)
  }

  @Test("A column of length 5 is shortened to 2, one of 0.5 stays")
  func maxNorm() throws {
    let limited = try answers.maxNorm(weights: [[3, 0.3], [4, 0.4]], limit: 2)
    #expect(abs(limited - [[1.2, 0.3], [1.6, 0.4]]).max() < 1e-15)
  }
}
