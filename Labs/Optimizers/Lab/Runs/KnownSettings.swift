import OptimizersQuestions

#if canImport(Techniques)
  import Techniques
#endif

extension OptimizerName {
  /// The best settings for eigenvalues from 1 to `conditionNumber` where a formula gives them; nothing where they must
  /// be searched. A copy without Techniques searches for all: two of the formulas are exercises.
  func knownSettings(conditionNumber: Double) -> OptimizerSettings? {
    #if canImport(Techniques)
      let best: BestSettings
      switch self {
      case .gradientDescent: best = .gradientDescent(smallest: 1, largest: conditionNumber)
      case .momentum: best = .momentum(smallest: 1, largest: conditionNumber)
      case .coupledMomentum: best = .coupledMomentum(smallest: 1, largest: conditionNumber)
      case .nesterov: best = .nesterov(smallest: 1, largest: conditionNumber)
      default: return nil
      }
      return OptimizerSettings(learningRate: best.learningRate, momentum: best.momentum)
    #else
      return nil
    #endif
  }
}
