import NumericCore
import OptimizersQuestions

extension ReferenceAnswers {
  /// The best settings of momentum (1.15).
  public func bestMomentum(smallestEigenvalue: Double, largestEigenvalue: Double) throws -> MomentumSettings {
    let (low, high) = (smallestEigenvalue.squareRoot(), largestEigenvalue.squareRoot())
    let root = (high - low) / (high + low)
    return MomentumSettings(learningRate: 4 / ((high + low) * (high + low)), momentum: root * root)
  }

  /// The steps that gradient descent needs (1.16).
  public func predictedSteps(smallestEigenvalue: Double, largestEigenvalue: Double, reduction: Double) throws -> Int {
    let distanceFactor = (largestEigenvalue - smallestEigenvalue) / (largestEigenvalue + smallestEigenvalue)
    let lossFactor = distanceFactor * distanceFactor
    return Int((log(reduction) / log(lossFactor)).rounded(.up))
  }

  /// Who made the trajectory (1.17).
  public func suspect(curvature: Double, learningRate: Double, momentum: Double, trajectory: Vector<Double>) throws
    -> Suspect
  {
    let distances = Suspect.allCases.map { suspect in
      let run = suspect.trajectory(
        curvature: curvature, learningRate: learningRate, momentum: momentum, start: trajectory[0],
        steps: trajectory.count - 1)
      return (suspect, abs(run - trajectory).max())
    }
    return distances.min { $0.1 < $1.1 }?.0 ?? .noMistake
  }
}

extension Suspect {
  /// The weight at steps 0 to `steps` when this suspect's rule runs on f(w) = 1/2 h w².
  public func trajectory(curvature: Double, learningRate: Double, momentum: Double, start: Double, steps: Int)
    -> Vector<Double>
  {
    var (weight, velocity) = (start, 0.0)
    return Vector(
      [start]
        + (0..<steps).map { _ in
          step(&weight, &velocity, curvature: curvature, learningRate: learningRate, momentum: momentum)
          return weight
        })
  }

  private func step(
    _ w: inout Double, _ v: inout Double, curvature h: Double, learningRate: Double, momentum a: Double
  ) {
    let move = learningRate * h * w
    switch self {
    case .noMistake: v = a * v - move
    case .velocityForgotten: v = -move
    case .coupled: v = a * v - (1 - a) * move
    case .lookAhead: v = a * v - learningRate * h * (w + a * v)
    case .wrongSign: v = a * v + move
    case .momentumOnStep: v -= move
    }
    w += self == .momentumOnStep ? a * v : v
  }
}
