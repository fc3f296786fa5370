import AnswerChecks
import BatchSizeChecks
import BatchSizeQuestions
import BatchSizeSolutions
import LabProofs
import NumericCore
import Testing

@testable import BatchSizeLab

/// The lab under proof.
let proof = LabProof(
  "batch-size", batchSizeSolutions, checks: batchSizeChecks, texts: ("noMistake", "sumForAverage"))

@Suite("Proofs of the lab on the batch size")
struct ProofTests {
  @Test("What must hold of every lab", arguments: proof.trials(figures: batchSizeExperiments.map(\.name), quotes: 15))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }

  @Test("What 5.8 counts over all batches is what the formula gives")
  func counted() throws {
    let exercise = try proof.exercise("5.8")
    let formula = try proof.outputs(of: ReferenceAnswers(), for: exercise)
    for (output, expected) in zip(formula, exercise.cases.map(\.expected)) {
      #expect(output.matches(expected, tolerance: Tolerance(relative: 1e-12, absolute: 1e-12)))
    }
  }
}

/// The runs of 5.9 have one answer each, and every suspect has runs.
@Suite("Runs to diagnose")
struct SuspectTests {
  @Test("No other suspect comes near, in three hundred books")
  func one() throws {
    for seed in 0..<300 as Range<UInt64> {
      var generator = Philox4x32x10(seed: seed, stream: "5.9")
      for input in batchSuspectCases(&generator) {
        let distances = BatchSuspect.allCases.map { $0.distance(from: input) }.sorted()
        #expect(distances[0] < 1e-9 && distances[1] > 1e-4, "seed \(seed): \(distances)")
      }
    }
  }

  @Test("Every suspect has as many runs as planned", arguments: [1, 2, 17, 400] as [UInt64])
  func planned(seed: UInt64) throws {
    let exercise = try #require(try proof.book(seed: seed).exercises.first { $0.id == "5.9" })
    let counts = exercise.cases.reduce(into: [:]) { $0[$1.expected.summary, default: 0] += 1 }
    #expect(
      counts == [
        "\"noMistake\"": 3, "\"sumForAverage\"": 2, "\"nominalDivisor\"": 3, "\"lastBatchDropped\"": 2,
        "\"shuffledOnce\"": 3, "\"labelsLeftBehind\"": 3,
      ])
  }
}
