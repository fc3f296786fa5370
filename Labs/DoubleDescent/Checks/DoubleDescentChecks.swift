import AnswerChecks

/// The checks of all exercises, in order.
public let doubleDescentChecks: [Check] =
  [mapCheck] + fittingChecks + [thresholdCheck] + errorChecks + [conditionCheck, freedomCheck] + insightChecks
