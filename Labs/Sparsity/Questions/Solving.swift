import NumericCore

/// What figures ask: solutions of one regression for several penalties, by sweeps of 4.5.
public struct SolutionsInput: Codable, Sendable {
  /// X, `[samples, features]`, centred.
  public var features: Matrix<Double>
  /// y, `[samples]`, centred.
  public var targets: Vector<Double>
  /// λ of each solution, in the order in which they are found.
  public var strengths: Vector<Double>
  /// s of all of them.
  public var l1Share: Double
  /// The most sweeps for one solution.
  public var sweeps: Int

  /// A regression and its penalties.
  public init(
    features: Matrix<Double>, targets: Vector<Double>, strengths: Vector<Double>, l1Share: Double, sweeps: Int = 300
  ) {
    self.features = features
    self.targets = targets
    self.strengths = strengths
    self.l1Share = l1Share
    self.sweeps = sweeps
  }

  /// The weights for each strength, each search beginning where the last one ended. It ends when a sweep changes no
  /// weight by more than a ten-millionth of the largest.
  public func solve(by answers: any SparsityQuestions) throws -> [Vector<Double>] {
    var weights = Vector<Double>.zeros(features.columns)
    return try strengths.map { strength in
      for _ in 0..<sweeps {
        let next = try answers.coordinateDescentSweep(
          features: features, targets: targets, weights: weights, strength: strength, l1Share: l1Share)
        guard next.count == weights.count else {
          throw WrongSweep(description: "The sweep was given \(weights.count) weights and returned \(next.count).")
        }
        guard next.allFinite else { throw WrongSweep(description: "The sweep returned weights that are not finite.") }
        let change = (next - weights).maximumMagnitude
        weights = next
        if change <= 1e-7 * weights.maximumMagnitude { break }
      }
      return weights
    }
  }
}

/// A sweep that can't be followed by another.
struct WrongSweep: Error, CustomStringConvertible {
  var description: String
}
