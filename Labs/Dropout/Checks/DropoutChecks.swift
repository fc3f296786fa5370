import AnswerChecks

/// The checks of all exercises, in order.
public let dropoutChecks: [Check] = maskChecks + ensembleChecks + insightChecks
