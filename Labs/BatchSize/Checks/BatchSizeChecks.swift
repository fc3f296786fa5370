import AnswerChecks

/// The checks of all exercises, in order.
public let batchSizeChecks: [Check] =
  batchChecks + noiseChecks + runChecks
  + insightChecks
