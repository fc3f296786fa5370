import NumericCore

/// The solutions along falling strengths, each found from the one before.
public struct RegressionPath: Sendable {
  /// λ, falling.
  public let strengths: [Double]
  /// A solution a strength.
  public let solutions: [RegressionSolution]

  /// Solves by coordinate descent with warm starts.
  ///
  /// - Parameters:
  ///   - problem: what is solved.
  ///   - strengths: in the order in which they are solved; falling ones make the best warm starts.
  ///   - l1Share: s.
  ///   - relativeGap: see `RegressionSolver.run`.
  public init(_ problem: PenalizedRegression, strengths: [Double], l1Share: Double = 1, relativeGap: Double = 1e-10) {
    self.strengths = strengths
    var solver: CoordinateDescent?
    solutions = strengths.map { strength in
      let penalty = ElasticNet(strength: strength, l1Share: l1Share)
      var next = solver.map { CoordinateDescent($0, under: penalty) } ?? CoordinateDescent(problem, penalty)
      let solution = next.run(relativeGap: relativeGap)
      solver = next
      return solution
    }
  }

  /// Strengths from λ max down, evenly spaced on a logarithmic scale.
  ///
  /// - Parameters:
  ///   - problem: what they are for.
  ///   - l1Share: s, 1 by default; λ max is that of the lasso over s.
  ///   - ratio: the last over the first; 1e-3 by default.
  ///   - count: how many, at least two; 100 by default.
  public static func strengths(
    for problem: PenalizedRegression, l1Share: Double = 1, ratio: Double = 1e-3, count: Int = 100
  ) -> [Double] {
    require(
      0 < ratio && ratio < 1 && count >= 2, "A path has two strengths or more, and its ratio lies between 0 and 1.")
    let largest = problem.largestStrength(l1Share: l1Share)
    return (0..<count).map { largest * pow(ratio, Double($0) / Double(count - 1)) }
  }
}
