import AnswerChecks
import LabProofs
import SparsityChecks
import SparsityQuestions
import SparsitySolutions
import Testing

@testable import SparsityLab

/// The lab under proof.
let proof = LabProof("sparsity", sparsitySolutions, checks: sparsityChecks, texts: ("lasso", "oneSided"))

@Suite("Proofs of the sparsity lab")
struct ProofTests {
  @Test("What must hold of every lab", arguments: proof.trials(figures: sparsityExperiments.map(\.name), quotes: 30))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }

  @Test("Thirteen exercises in order, in a file that travels well")
  func exercises() throws {
    #expect(proof.ids == (1...13).map { "4.\($0)" })
    #expect(try proof.size() < 1_500_000)
  }
}

extension RecordedExercise {
  /// What a set of answers returns for the cases.
  func outputs(of answers: any SparsityQuestions) throws -> [Value] { try proof.outputs(of: answers, for: self) }
}
