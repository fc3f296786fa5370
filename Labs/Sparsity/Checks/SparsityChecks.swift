import AnswerChecks

/// The checks of all exercises, in order.
public let sparsityChecks: [Check] =
  penaltyChecks + solverChecks + trainingChecks + boundChecks + [maxNormCheck] + insightChecks
