import AnswerChecks
import NumericCore
import OptimizersQuestions

/// Answers that make the named mistakes and are otherwise right. Without a mistake they equal the reference.
///
/// A mistake is a branch in the method that it belongs to, so two mistakes can be made at once.
public struct WrongAnswers: OptimizersQuestions {
  let mistakes: Set<String>

  /// Answers that make these mistakes.
  public init(making mistakes: Set<String>) { self.mistakes = mistakes }

  func makes(_ mistake: String) -> Bool { mistakes.contains(mistake) }

  /// The last line of a step, with the slips that every method knows.
  func moved(_ weights: Vector<Double>, down step: Vector<Double>) -> Vector<Double> {
    if makes("weights-unchanged") { return weights }
    return makes("ascent") ? weights + step : weights - step
  }
}

/// The step goes up instead of down.
func ascent(_ exercise: String, section: String) -> Misconception {
  Misconception(
    exercise, "ascent",
    """
    Your step goes uphill: a sign is wrong, and the loss grows. The gradient points to where f grows, so the step is \
    subtracted.
    """,
    source: Origin.common("the sign of the step; maximizing uses the plus"), section: section)
}

/// What came in is returned.
func weightsUnchanged(_ exercise: String) -> Misconception {
  Misconception(
    exercise, "weights-unchanged",
    "You return the weights as they came in: nothing moves. Return the weights after the step.",
    source: Origin.common("the new weights are computed and the old ones returned"), section: Section.descent)
}
