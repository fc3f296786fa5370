import NumericCore
import SparsityQuestions

extension ReferenceAnswers {
  /// How many weights are zero (4.12).
  public func predictedZeros(products: Vector<Double>, samples: Int, strengths: Vector<Double>, l1Share: Double) throws
    -> [Int]
  {
    let sizes = abs(products / Double(samples))
    return strengths.map { strength in sizes.count { $0 <= strength * l1Share } }
  }

  /// Who made the path (4.13).
  public func suspect(leastSquares: Vector<Double>, strengths: Vector<Double>, path: Matrix<Double>) throws -> Suspect {
    let distances = Suspect.allCases.map { suspect in
      (suspect, (suspect.path(leastSquares: leastSquares, strengths: strengths) - path).norm)
    }
    return distances.min { $0.1 < $1.1 }?.0 ?? .lasso
  }
}

extension Suspect {
  /// The path by this suspect's rule, `[strengths, features]`.
  public func path(leastSquares: Vector<Double>, strengths: Vector<Double>) -> Matrix<Double> {
    Matrix(rows: strengths.count, columns: leastSquares.count) { row, column in
      weight(leastSquares[column], strengths[row])
    }
  }

  private func weight(_ z: Double, _ strength: Double) -> Double {
    switch self {
    case .lasso: z.softened(by: strength)
    case .ridge: z / (1 + 2 * strength)
    case .ridgeWithHalf: z / (1 + strength)
    case .elasticNet: z.softened(by: strength / 2) / (1 + strength)
    case .hardThreshold: abs(z) > strength ? z : 0
    case .lossWithoutHalf: z.softened(by: strength / 2)
    case .oneSided: max(z - strength, 0)
    case .withoutStop: z - strength * sign(z)
    }
  }
}
