import AnswerChecks
import LabProofs
import OptimizersChecks
import OptimizersQuestions
import OptimizersSolutions
import Testing

@testable import OptimizersLab

/// The lab under proof.
let proof = LabProof(
  "optimizers", optimizersSolutions, checks: optimizersChecks, texts: ("noMistake", "coupled"))

@Suite("Proofs of the optimizer lab")
struct ProofTests {
  @Test("Each mistake is caught, named exactly and alone, and explained", arguments: proof.mistakes)
  func mistake(_ mistake: Mistake) throws { #expect(try proof.problems(with: mistake) == []) }

  @Test("What must hold of an exercise holds", arguments: proof.ids)
  func exercise(_ id: String) throws { #expect(try proof.problems(withExercise: id) == []) }

  @Test("An exercise is put well", arguments: proof.ids)
  func form(_ id: String) throws { #expect(try proof.flaws(inExercise: id) == []) }

  @Test("It holds for other seeds too", arguments: otherSeeds)
  func seed(_ seed: UInt64) throws { #expect(try proof.problems(withSeed: seed) == []) }

  @Test("A planted fault is seen", arguments: proof.ids)
  func fault(_ id: String) throws { #expect(try proof.unseenFaults(inExercise: id) == []) }

  @Test("The recorded answers are those that the solutions give, but for the last bits of products")
  func answersFile() throws { #expect(try proof.problemsWithAnswersFile() == []) }

  @Test("The handout is complete, and quotes the manifest of the lecture's figures")
  func handout() throws {
    #expect(try proof.problemsWithHandout(figures: optimizerExperiments.map(\.name), quotes: 6) == [])
  }

  @Test("Without its later cases, the family of Adam is no longer told apart")
  func needed() throws {
    var exercise = try proof.exercise("1.11")
    #expect(exercise.misconceptions.count >= 6)
    exercise.cases = Array(exercise.cases.prefix(1))
    for index in exercise.misconceptions.indices { exercise.misconceptions[index].outputs.removeLast(5) }
    #expect(!proof.guarantees(exercise).mistakesAreNamed.isEmpty)
  }
}

extension RecordedExercise {
  /// What a set of answers returns for the cases.
  func outputs(of answers: any OptimizersQuestions) throws -> [Value] { try proof.outputs(of: answers, for: self) }
}
