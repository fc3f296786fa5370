import AnswerChecks
import NumericCore
import OptimizersQuestions

/// The checks of all exercises, in order.
public let optimizersChecks: [Check] = adaptiveChecks
