import InitializersQuestions
import NumericCore

extension ReferenceAnswers {
  /// How many hidden units can ever differ (2.9).
  public func distinctUnits(
    firstWeights: Matrix<Double>, firstBiases: Vector<Double>, secondWeights: Matrix<Double>
  ) throws -> Int {
    let units = firstBiases.indices.map { unit in
      firstWeights.column(unit).elements + [firstBiases[unit]] + secondWeights.row(unit).elements
    }
    return Set(units).count
  }

  /// How deep until the signal is gone (2.10).
  public func predictedLayers(width: Int, weightVariance: Double, activation: SignalActivation, share: Double) throws
    -> Int
  {
    let passed = activation == .rectifier ? 0.5 : 1
    let factor = Double(width) * weightVariance * passed
    return Int((log(share) / log(factor)).rounded(.up))
  }

  /// Who initialized the network (2.11).
  public func suspect(widths: [Int], meanSquares: Vector<Double>) throws -> InitializerSuspect {
    let distances = InitializerSuspect.allCases.map { suspect in
      let expected = suspect.meanSquares(widths: widths, first: meanSquares[0])
      return (suspect, abs(log(expected) - log(meanSquares)).max())
    }
    return distances.min { $0.1 < $1.1 }?.0 ?? .noMistake
  }
}

extension InitializerSuspect {
  /// The mean squares that this suspect's weights give: of the input, then after each layer of rectifiers.
  public func meanSquares(widths: [Int], first: Double) -> Vector<Double> {
    var meanSquares = [first]
    for (fanIn, fanOut) in zip(widths, widths.dropFirst()) {
      let passed = Double(fanIn) * variance(fanIn: Double(fanIn), fanOut: Double(fanOut)) / 2
      meanSquares.append(passed * meanSquares[meanSquares.count - 1])
    }
    return Vector(meanSquares)
  }

  private func variance(fanIn: Double, fanOut: Double) -> Double {
    switch self {
    case .noMistake: 2 / fanIn
    case .factorForgotten: 1 / fanIn
    case .fanOut: 2 / fanOut
    case .averageOfFans: 2 / (fanIn + fanOut)
    case .rootForgotten: 4 / (fanIn * fanIn)
    case .fanInUniform: 1 / (3 * fanIn)
    }
  }
}
