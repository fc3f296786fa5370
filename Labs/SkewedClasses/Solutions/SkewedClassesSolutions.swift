import AnswerChecks
import SkewedClassesQuestions

/// The reference answers and everything known about wrong ones.
public let skewedClassesSolutions = SolutionSet<any SkewedClassesQuestions>(
  exercises: skewedClassesExercises, reference: ReferenceAnswers(), misconceptions: skewedClassesMisconceptions,
  wrong: { WrongAnswers(making: $0) })

/// Every known mistake, in the order of the exercises.
public let skewedClassesMisconceptions: [Misconception] =
  countsMisconceptions + accuraciesMisconceptions + precisionAndRecallMisconceptions + fMeasureMisconceptions
  + rocPointsMisconceptions + rocAreaMisconceptions + averagePrecisionMisconceptions + costThresholdMisconceptions
  + cheapestThresholdMisconceptions + classWeightsMisconceptions + averagedF1Misconceptions
  + predictedPrecisionMisconceptions + suspectMisconceptions
