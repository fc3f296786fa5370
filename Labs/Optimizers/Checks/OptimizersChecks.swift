import AnswerChecks
import NumericCore
import OptimizersQuestions

/// The checks of all exercises, in order.
public let optimizersChecks: [Check] =
  quadraticChecks + momentumChecks + adaptiveChecks + adamChecks + insightChecks
