import AnswerChecks
import DoubleDescentChecks
import DoubleDescentQuestions
import DoubleDescentSolutions
import LabProofs
import Testing

@testable import DoubleDescentLab

/// The lab under proof.
let proof = LabProof(
  "double-descent", doubleDescentSolutions, checks: doubleDescentChecks, texts: ("minimumNorm", "ridge"))

@Suite("Proofs of the double-descent lab")
struct ProofTests {
  @Test(
    "What must hold of every lab", arguments: proof.trials(figures: doubleDescentExperiments.map(\.name), quotes: 30))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }

  @Test("Ten exercises in order, in a file that travels well")
  func exercises() throws {
    #expect(proof.ids == (1...10).map { "7.\($0)" })
    #expect(try proof.size() < 1_000_000)
  }

  @Test("Every suspect has two curves of its own")
  func suspects() throws {
    let cases = try proof.exercise("7.10").cases
    for suspect in Suspect.allCases {
      #expect(cases.count { $0.expected == .text(suspect.rawValue) } == 2, "\(suspect)")
    }
  }
}
