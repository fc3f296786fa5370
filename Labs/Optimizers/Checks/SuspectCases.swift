import NumericCore
import OptimizersQuestions

/// Trajectories of all suspects in an order that the seed decides.
///
/// Rates and momenta are short binary fractions: every weight is exact, however it is computed.
func suspectCases(_ generator: inout Philox4x32x10) -> [TrajectoryInput] {
  // Products of rate and curvature: slow, without overshoot; lively; beyond the minimum at once; beyond stability.
  let (slow, lively, long, wild) = ([0.125, 0.25], [0.5, 0.75], [1.25, 1.5], [4.0, 4.5])
  let (high, middle, low) = ([0.75, 0.875], [0.625, 0.75], [0.125, 0.25])
  let plans: [(Suspect, [Double], [Double])] = [
    (.noMistake, lively, high), (.noMistake, slow, low), (.noMistake, wild, middle),
    (.velocityForgotten, lively, high), (.velocityForgotten, slow, high), (.velocityForgotten, long, middle),
    (.velocityForgotten, wild, middle),
    (.coupled, lively, high), (.coupled, slow, high), (.coupled, wild, middle),
    (.lookAhead, lively, high), (.lookAhead, slow, high), (.lookAhead, slow, middle), (.lookAhead, long, middle),
    (.wrongSign, slow, high), (.momentumOnStep, long, high),
  ]
  var cases = plans.map { suspect, products, momenta -> TrajectoryInput in
    let (product, momentum) = (generator.pick(products), generator.pick(momenta))
    let (curvature, start) = (generator.pick([0.5, 1, 2, 4]), generator.pick([1.0, -1, 2, -2]))
    return TrajectoryInput(
      curvature: curvature, learningRate: product / curvature, momentum: momentum,
      trajectory: weights(suspect.recurrence(product, momentum), start: start))
  }
  generator.shuffleInPlace(&cases)
  return cases
}

private func weights(_ rule: Recurrence, start: Double) -> Vector<Double> {
  var weights = [start, rule.first * start]
  for _ in 2...5 { weights.append(rule.last * weights[weights.count - 1] + rule.before * weights[weights.count - 2]) }
  return Vector(weights)
}

/// Each weight from the two before it. With a single weight on a bowl, every suspect's rule comes down to this.
private struct Recurrence {
  var first: Double
  var last: Double
  var before: Double
}

extension Suspect {
  /// The recurrence for x, the product of rate and curvature.
  fileprivate func recurrence(_ x: Double, _ a: Double) -> Recurrence {
    switch self {
    case .noMistake: Recurrence(first: 1 - x, last: 1 + a - x, before: -a)
    case .velocityForgotten: Recurrence(first: 1 - x, last: 1 - x, before: 0)
    case .coupled: Recurrence(first: 1 - (1 - a) * x, last: 1 + a - (1 - a) * x, before: -a)
    case .lookAhead: Recurrence(first: 1 - x, last: (1 + a) * (1 - x), before: -a * (1 - x))
    case .wrongSign: Recurrence(first: 1 + x, last: 1 + a + x, before: -a)
    case .momentumOnStep: Recurrence(first: 1 - a * x, last: 2 - a * x, before: -1)
    }
  }
}
