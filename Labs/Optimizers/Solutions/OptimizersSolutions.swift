import AnswerChecks
import OptimizersQuestions

/// The reference answers and everything known about wrong ones.
public let optimizersSolutions = SolutionSet<any OptimizersQuestions>(
  exercises: optimizersExercises, reference: ReferenceAnswers(), misconceptions: adamMisconceptions,
  wrong: { WrongAnswers(making: $0) })
