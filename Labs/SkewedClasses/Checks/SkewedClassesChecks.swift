import AnswerChecks

/// The checks of all exercises, in order.
public let skewedClassesChecks: [Check] = countChecks + rankingChecks + remedyChecks + insightChecks
