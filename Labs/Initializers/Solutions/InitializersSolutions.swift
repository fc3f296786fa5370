import AnswerChecks
import InitializersQuestions

/// The reference answers and everything known about wrong ones.
public let initializersSolutions = SolutionSet<any InitializersQuestions>(
  exercises: initializersExercises, reference: ReferenceAnswers(), misconceptions: initializersMisconceptions,
  wrong: { WrongAnswers(making: $0) })

/// Every known mistake, in the order of the exercises.
public let initializersMisconceptions: [Misconception] =
  fansMisconceptions + glorotUniformMisconceptions + glorotNormalMisconceptions + heMisconceptions
  + leCunMisconceptions + orthogonalMisconceptions + momentsMisconceptions + samplingMisconceptions
  + symmetryMisconceptions + depthMisconceptions + suspectMisconceptions
