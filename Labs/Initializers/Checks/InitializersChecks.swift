import AnswerChecks

/// The checks of all exercises, in order.
public let initializersChecks: [Check] = formulaChecks + layerChecks + insightChecks
