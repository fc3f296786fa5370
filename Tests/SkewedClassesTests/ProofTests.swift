import AnswerChecks
import LabProofs
import NumericCore
import SkewedClassesChecks
import SkewedClassesQuestions
import SkewedClassesSolutions
import Testing

@testable import SkewedClassesLab

/// The lab under proof.
let proof = LabProof(
  "skewed-classes", skewedClassesSolutions, checks: skewedClassesChecks, texts: ("oversampledTest", "weightedAverages"))

@Suite("Proofs of the lab on skewed classes")
struct ProofTests {
  @Test(
    "What must hold of every lab", arguments: proof.trials(figures: skewedClassesExperiments.map(\.name), quotes: 10))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }

  @Test("What 6.12 counts person by person is what the formula gives")
  func counted() throws {
    let exercise = try proof.exercise("6.12")
    let formula = try proof.outputs(of: ReferenceAnswers(), for: exercise)
    for (output, expected) in zip(formula, exercise.cases.map(\.expected)) {
      #expect(output.matches(expected, tolerance: Tolerance(relative: 1e-12, absolute: 1e-12)))
    }
  }

  @Test("Undefined metrics are among the cases, and a number in their place is wrong")
  func undefined() throws {
    for id in ["6.2", "6.3", "6.4", "6.5", "6.6", "6.7", "6.9", "6.10", "6.11", "6.12"] {
      let exercise = try proof.exercise(id)
      let place = try #require(exercise.expected.firstIndex { $0.summary.contains("nothing") }, "\(id)")
      #expect(exercise.verdict(on: proof.nudged(exercise.expected, inCase: place)).status == .wrong, "\(id)")
    }
  }
}

/// The tables of 6.13 have one answer each, and every suspect has two.
@Suite("Tables to diagnose")
struct SuspectTests {
  @Test("No other suspect comes near, in a hundred books")
  func one() throws {
    for seed in 0..<100 as Range<UInt64> {
      var generator = Philox4x32x10(seed: seed, stream: "6.13")
      for input in suspectCases(&generator) {
        let distances = try EvaluationSuspect.allCases.map { try ReferenceAnswers().distance(of: $0, from: input) }
          .sorted()
        #expect(distances[0] < 1e-12 && distances[1] > 0.01, "seed \(seed): \(distances)")
      }
    }
  }

  @Test("Every suspect has two tables", arguments: [1, 2, 17, 400] as [UInt64])
  func planned(seed: UInt64) throws {
    let exercise = try #require(try proof.book(seed: seed).exercises.first { $0.id == "6.13" })
    let counts = exercise.cases.reduce(into: [:]) { $0[$1.expected.summary, default: 0] += 1 }
    #expect(counts.count == EvaluationSuspect.allCases.count && counts.values.allSatisfy { $0 == 2 })
  }
}
