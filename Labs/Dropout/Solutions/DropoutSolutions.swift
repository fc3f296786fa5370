import AnswerChecks
import DropoutQuestions

/// The reference answers and everything known about wrong ones.
public let dropoutSolutions = SolutionSet<any DropoutQuestions>(
  exercises: dropoutExercises, reference: ReferenceAnswers(), misconceptions: dropoutMisconceptions,
  wrong: { WrongAnswers(making: $0) })

/// Every known mistake, in the order of the exercises.
public let dropoutMisconceptions: [Misconception] =
  maskMisconceptions + layerMisconceptions + inferenceMisconceptions + ensembleMisconceptions
  + countingMisconceptions + varianceMisconceptions + geometricMeanMisconceptions + maxNormMisconceptions
  + suspectMisconceptions
