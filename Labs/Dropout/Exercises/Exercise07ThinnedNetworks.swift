import DropoutQuestions
import NumericCore

extension MyAnswers {
  /// **3.7 How many thinned networks?** (2 points).
  ///
  /// Dropout keeps any subset of the units of each layer; none and all of them count too. How many different thinned
  /// networks is that? Exactly, with all digits: `ExactInteger` adds and multiplies integers of any size.
  ///
  /// - Parameter unitsByLayer: the number of units of each layer with dropout, each 1 or more.
  /// - Returns: the number of thinned networks.
  public func thinnedNetworks(unitsByLayer: [Int]) throws -> ExactInteger {
    throw NotAttempted("3.7")
  }
}
