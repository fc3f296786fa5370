import AnswerChecks
import DropoutChecks
import DropoutQuestions
import DropoutSolutions
import LabProofs
import Testing

@testable import DropoutLab

/// The lab under proof.
let proof = LabProof(
  "dropout", dropoutSolutions, checks: dropoutChecks, texts: ("inverted", "plain"))

@Suite("Proofs of the dropout lab")
struct ProofTests {
  @Test("What must hold of every lab", arguments: proof.trials(figures: dropoutExperiments.map(\.name), quotes: 30))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }
}

extension RecordedExercise {
  /// What a set of answers returns for the cases.
  func outputs(of answers: any DropoutQuestions) throws -> [Value] { try proof.outputs(of: answers, for: self) }
}
