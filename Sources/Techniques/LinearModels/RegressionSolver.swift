import NumericCore

/// A method that improves weights round by round.
public protocol RegressionSolver: Sendable {
  /// What is solved.
  var problem: PenalizedRegression { get }
  /// Its penalty.
  var penalty: ElasticNet<Double> { get }
  /// The answer so far.
  var weights: Vector<Double> { get }
  /// How far the objective of the answer is above its minimum, at most.
  var gap: Double { get }
  /// One round: a sweep over all features, or a step.
  mutating func advance()
  /// Several rounds, of which only the first has to look at all features.
  mutating func advance(by rounds: Int)
}

/// How a solver's run ended.
public struct RegressionSolution: Sendable, Equatable {
  /// The weights, one a feature.
  public var weights: Vector<Double>
  /// How far the objective is above its minimum, at most.
  public var gap: Double
  /// The rounds that it took.
  public var rounds: Int
  /// Whether the gap is as small as was asked for.
  public var isConverged: Bool
}

extension RegressionSolver {
  /// The duality gap.
  public var gap: Double { problem.dualityGap(of: weights, penalty) }

  /// As many rounds.
  public mutating func advance(by rounds: Int) {
    for _ in 0..<rounds { advance() }
  }

  /// Goes on until the duality gap is small.
  ///
  /// - Parameters:
  ///   - relativeGap: the gap over |y|²/(2n), the objective of zero weights; 1e-10 by default, where a plot can't show the rest.
  ///     Below about 1e-15 rounding decides.
  ///   - rounds: the most; 100,000 by default.
  ///   - interval: rounds between two looks at the gap; 10 by default.
  public mutating func run(
    relativeGap: Double = 1e-10, rounds: Int = 100_000, interval: Int = 10
  ) -> RegressionSolution {
    require(
      relativeGap >= 0 && rounds >= 0 && interval > 0, "A gap and rounds are 0 or more, and an interval is above 0.")
    let goal = relativeGap * problem.meanSquaredTarget / 2
    var done = 0
    var reached = gap
    while reached > goal && done < rounds {
      let next = min(interval, rounds - done)
      advance(by: next)
      done += next
      reached = gap
    }
    return RegressionSolution(weights: weights, gap: reached, rounds: done, isConverged: reached <= goal)
  }
}
