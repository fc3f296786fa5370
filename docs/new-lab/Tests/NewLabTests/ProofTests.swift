import LabProofs
import NewLabChecks
import NewLabSolutions
import Testing

@testable import NewLabLab

@Suite("Proofs of the lab on new lab")
struct ProofTests {
  private static let proof = LabProof("new-lab", newLabSolutions, checks: newLabChecks)

  @Test("What must hold of every lab", arguments: proof.trials(figures: newLabExperiments.map(\.name), quotes: 1))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }
}
