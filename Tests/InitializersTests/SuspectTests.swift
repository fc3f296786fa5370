import AnswerChecks
import AnswerWire
import InitializersQuestions
import InitializersSolutions
import NumericCore
import Testing

@Suite("Each network of 2.11 has one suspect")
struct SuspectTests {
  @Test(arguments: [Recorder.publicSeed, 2, 17, 90_001])
  func noTwoSuspectsGiveTheSameNumbers(seed: UInt64) throws {
    let exercise = try #require(try proof.book(seed: seed).exercises.first { $0.id == "2.11" })
    for recorded in exercise.cases {
      let input = try Wire.decode(MeanSquaresInput.self, from: Wire.encode(recorded.input))
      let near = InitializerSuspect.allCases.filter { suspect in
        let expected = suspect.meanSquares(widths: input.widths, first: input.meanSquares[0])
        return abs(log(expected) - log(input.meanSquares)).max() < 0.05
      }
      #expect(near.count == 1, "\(input.widths) may be \(near)")
      #expect(recorded.expected == near.first.map { .text($0.rawValue) })
    }
  }

  @Test func everySuspectIsAskedFor() throws {
    let expected = try proof.exercise("2.11").cases.map(\.expected)
    #expect(InitializerSuspect.allCases.allSatisfy { expected.contains(.text($0.rawValue)) })
  }
}

@Suite("The prediction of 2.10 agrees with the run")
struct PredictionTests {
  @Test func theFormulaGivesWhatTheRunGave() throws {
    let exercise = try proof.exercise("2.10")
    for recorded in exercise.cases {
      let input = try Wire.decode(DepthInput.self, from: Wire.encode(recorded.input))
      let predicted = try ReferenceAnswers().predictedLayers(
        width: input.width, weightVariance: input.weightVariance, activation: input.activation, share: input.share)
      #expect(recorded.expected == .number(Double(predicted)))
    }
  }
}
