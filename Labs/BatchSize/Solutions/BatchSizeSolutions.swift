import AnswerChecks
import BatchSizeQuestions

/// The reference answers and everything known about wrong ones.
public let batchSizeSolutions = SolutionSet<any BatchSizeQuestions>(
  exercises: batchSizeExercises, reference: ReferenceAnswers(), misconceptions: batchSizeMisconceptions,
  wrong: { WrongAnswers(making: $0) })

/// Every known mistake, in the order of the exercises.
public let batchSizeMisconceptions: [Misconception] =
  updatesMisconceptions + minibatchesMisconceptions + minibatchGradientMisconceptions
  + gradientVarianceMisconceptions + linearScalingMisconceptions + shardsMisconceptions
  + timeToAccuracyMisconceptions + noiseRatioMisconceptions + batchSuspectMisconceptions
