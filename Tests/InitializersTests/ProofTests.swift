import AnswerChecks
import InitializersChecks
import InitializersQuestions
import InitializersSolutions
import LabProofs
import Testing

@testable import InitializersLab

/// The lab under proof.
let proof = LabProof(
  "initializers", initializersSolutions, checks: initializersChecks, texts: ("noMistake", "fanInUniform"))

@Suite("Proofs of the initializer lab")
struct ProofTests {
  @Test("What must hold of every lab", arguments: proof.trials(figures: initializerExperiments.map(\.name), quotes: 20))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }
}
