import AnswerChecks
import LabKit
import OptimizersQuestions

/// The runner of the chosen answers.
func trajectoryRunner(for answers: AnswersSource, optimizers: [OptimizerName]) throws -> any TrajectoryRunner {
  switch answers {
  case .mine: return try StudentTrajectories.ofMyAnswers(optimizers)
  case .reference:
    #if canImport(Techniques)
      return ReferenceTrajectories()
    #else
      throw LabError.usage("This copy of the course holds no reference answers. Use --answers mine.")
    #endif
  }
}
