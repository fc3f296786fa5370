import AnswerChecks
import OptimizersQuestions

/// The reference answers and everything known about wrong ones.
public let optimizersSolutions = SolutionSet<any OptimizersQuestions>(
  exercises: optimizersExercises, reference: ReferenceAnswers(), misconceptions: optimizersMisconceptions,
  wrong: { WrongAnswers(making: $0) })

/// Every known mistake, in the order of the exercises.
public let optimizersMisconceptions: [Misconception] =
  quadraticMisconceptions + gradientDescentMisconceptions + learningRatesMisconceptions
  + momentumMisconceptions + coupledMomentumMisconceptions + nesterovMisconceptions
  + adagradMisconceptions + rmspropMisconceptions + adadeltaMisconceptions + adamMisconceptions
  + adaMaxMisconceptions + nadamMisconceptions + amsGradMisconceptions
  + bestMomentumMisconceptions + predictedStepsMisconceptions + suspectMisconceptions
