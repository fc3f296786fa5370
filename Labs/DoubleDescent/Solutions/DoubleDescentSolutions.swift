import AnswerChecks
import DoubleDescentQuestions

/// The reference answers and everything known about wrong ones.
public let doubleDescentSolutions = SolutionSet<any DoubleDescentQuestions>(
  exercises: doubleDescentExercises, reference: ReferenceAnswers(), misconceptions: doubleDescentMisconceptions,
  wrong: { WrongAnswers(making: $0) })

/// Every known mistake, in the order of the exercises.
public let doubleDescentMisconceptions: [Misconception] =
  featureMisconceptions + minimumNormMisconceptions + ridgeMisconceptions + thresholdMisconceptions
  + errorMisconceptions + biasMisconceptions + conditionMisconceptions + freedomMisconceptions
  + noiseMisconceptions + suspectMisconceptions
