import DeepLearning

/// A linear warm-up, then another schedule: (f + (1 - f) t / n) η(0) at steps t below n, and η(t - n) from step n on, where
/// η is the other schedule.
///
/// The other schedule starts when the warm-up is over: it loses no step to it. Large batches want large rates, at which the
/// first steps, from random weights, would diverge.
///
/// Source: "Accurate, large minibatch SGD: Training ImageNet in 1 hour" (Goyal et al., 2017), section 2.2. Its other schedule
/// counts from the start of the training instead.
public struct LinearWarmUp<Following: LearningRateSchedule>: LearningRateSchedule {
  /// n, 0 or more.
  public let steps: Int
  /// f, above 0 and up to 1.
  public let startFactor: Double
  /// What comes after.
  public let following: Following

  /// The schedule.
  ///
  /// - Parameters:
  ///   - steps: n, how long the rate rises, 0 or more.
  ///   - startFactor: f, above 0 and up to 1: with which share of the following schedule's first rate step 0 starts.
  ///   - following: the schedule from step n on, which counts its own steps from 0.
  public init(steps: Int, startFactor: Double, then following: Following) {
    require(steps >= 0, "A warm-up takes 0 or more steps, not \(steps).")
    require(
      startFactor > 0 && startFactor <= 1, "A warm-up starts at a share above 0 and up to 1; \(startFactor) isn't one.")
    self.steps = steps
    self.startFactor = startFactor
    self.following = following
  }

  /// η of a step, counted from 0.
  public func learningRate(at step: Int) -> Double {
    requireStep(step)
    if step >= steps { return following.learningRate(at: step - steps) }
    let share = startFactor + (1 - startFactor) * Double(step) / Double(steps)
    return share * following.learningRate(at: 0)
  }
}

extension LinearWarmUp: Equatable where Following: Equatable {}
extension LinearWarmUp: Hashable where Following: Hashable {}
