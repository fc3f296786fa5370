import DeepLearning

/// Constant in pieces: the first rate before the first boundary, the second from that step on, and so on.
///
/// PyTorch's `MultiStepLR` changes at the same steps. TensorFlow's `piecewise_constant` changes one step later: at the
/// boundary itself it still has the earlier rate.
public struct PiecewiseConstantRate: LearningRateSchedule, Hashable {
  /// The steps at which the rate changes, in rising order.
  public let boundaries: [Int]
  /// The rates, one more than boundaries.
  public let rates: [Double]

  /// The schedule.
  ///
  /// - Parameters:
  ///   - rates: in their order, each above 0 and finite, one more than boundaries.
  ///   - boundaries: the first step of each rate but the first, 1 or more and rising.
  public init(rates: [Double], changingAt boundaries: [Int]) {
    require(
      rates.count == boundaries.count + 1,
      "\(boundaries.count) boundaries need one learning rate more than that, not \(rates.count).")
    rates.forEach(requireRate)
    let isRising = zip([0] + boundaries, boundaries).allSatisfy { $0 < $1 }
    require(isRising, "The boundaries of learning rates are 1 or more and rise; \(boundaries) don't.")
    self.boundaries = boundaries
    self.rates = rates
  }

  /// η of a step, counted from 0.
  public func learningRate(at step: Int) -> Double {
    requireStep(step)
    return rates[boundaries.count { $0 <= step }]
  }
}
