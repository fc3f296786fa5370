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
  @Test("Each mistake is caught, named exactly and alone, and explained", arguments: proof.mistakes)
  func mistake(_ mistake: Mistake) throws { #expect(try proof.problems(with: mistake) == []) }

  @Test("What must hold of an exercise holds", arguments: proof.ids)
  func exercise(_ id: String) throws { #expect(try proof.problems(withExercise: id) == []) }

  @Test("An exercise is put well", arguments: proof.ids)
  func form(_ id: String) throws { #expect(try proof.flaws(inExercise: id) == []) }

  @Test("It holds for other seeds too", arguments: otherSeeds)
  func seed(_ seed: UInt64) throws { #expect(try proof.problems(withSeed: seed) == []) }

  @Test("The handout is complete, and quotes the manifest of the lecture's figures")
  func handout() throws {
    #expect(try proof.problemsWithHandout(figures: initializerExperiments.map(\.name), quotes: 20) == [])
  }

  @Test("A planted fault is seen", arguments: proof.ids)
  func fault(_ id: String) throws { #expect(try proof.unseenFaults(inExercise: id) == []) }

  @Test("The recorded answers are those that the solutions give, but for the last bits of products")
  func answersFile() throws { #expect(try proof.problemsWithAnswersFile() == []) }
}
