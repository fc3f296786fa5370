import AnswerChecks
import SparsityQuestions

/// The reference answers and everything known about wrong ones.
public let sparsitySolutions = SolutionSet<any SparsityQuestions>(
  exercises: sparsityExercises, reference: ReferenceAnswers(), misconceptions: sparsityMisconceptions,
  wrong: { WrongAnswers(making: $0) })

/// Every known mistake, in the order of the exercises.
public let sparsityMisconceptions: [Misconception] =
  l2Misconceptions + l1Misconceptions + elasticNetMisconceptions + softThresholdMisconceptions
  + sweepMisconceptions + ridgeMisconceptions + decayMisconceptions + conditioningMisconceptions
  + lambdaMaxMisconceptions + dualityGapMisconceptions + maxNormMisconceptions + zerosMisconceptions
  + suspectMisconceptions
