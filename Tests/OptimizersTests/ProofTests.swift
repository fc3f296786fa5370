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
  @Test("What must hold of every lab", arguments: proof.trials(figures: optimizerExperiments.map(\.name), quotes: 6))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }

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
