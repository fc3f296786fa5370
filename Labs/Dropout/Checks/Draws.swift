import AnswerChecks
import NumericCore

extension Philox4x32x10 {
  /// A keep probability that isn't 1/2, where keeping and dropping look alike.
  mutating func keepProbability() -> Double { pick([0.2, 0.3, 0.4, 0.6, 0.7, 0.8]) }
}
