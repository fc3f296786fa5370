/// A learning rate that changes while a network is trained.
public protocol LearningRateSchedule: Sendable {
  /// η of a step, 0 or more.
  ///
  /// - Parameter step: counted from 0 over all epochs.
  func learningRate(at step: Int) -> Double
}
