import AnswerChecks
import NumericCore
import SparsityQuestions

let insightChecks = [
  Check(
    predicting: "4.12", "How many weights are zero?", points: 2, file: "Exercises/Exercise12PredictedZeros.swift",
    hints: [
      "The columns don't see each other, so every weight has a problem of its own. What is its least-squares value?",
      "A weight stays at 0 as long as the slope of the loss there is no larger than that of the penalty.",
      "Which part of the penalty has a slope at w = 0 at all?",
    ],
    cases: { generator in
      [
        OrthogonalInput(products: [4, -2, 1], samples: 4, strengths: [0.4, 0.8, 1.6, 2.4], l1Share: 0.5),
        generator.orthogonal(samples: 8, count: 5), generator.orthogonal(samples: 16, count: 9),
        generator.orthogonal(samples: 16, count: 12),
      ]
    },
    run: zerosOfCoordinateDescent),
  Check(
    "4.13", "Which rule made this path?", kind: .diagnose, points: 3, file: "Exercises/Exercise13Suspect.swift",
    hints: [
      "Write down what each suspect makes of one z and one λ, by hand.",
      "Then compare all weights and all λ: some suspects agree on positive weights, some while λ is small.",
      "Let the program do it: compute every suspect's path and see whose is nearest.",
    ]
  ) { generator in pathCases(&generator) },
]

extension Philox4x32x10 {
  /// A regression for which no rounding decides: every product is clearly above or below every threshold.
  fileprivate mutating func orthogonal(samples: Int, count: Int) -> OrthogonalInput {
    let share = pick([0.25, 0.5, 0.75])
    let strengths = Vector((1...5).map { 0.4 * Double($0) + decimal(in: 0..<0.3, places: 2) })
    let products = Vector(count: count) { _ in
      while true {
        let product = signed(in: 0.1..<2) * Double(samples)
        let size = abs(product) / Double(samples)
        if strengths.allSatisfy({ abs(size - $0 * share) > 0.01 }) { return (product * 100).rounded() / 100 }
      }
    }
    return OrthogonalInput(products: products, samples: samples, strengths: strengths, l1Share: share)
  }
}

/// Runs coordinate descent to its end for each strength, on columns of a Hadamard matrix, and counts the zeros.
private func zerosOfCoordinateDescent(_ input: OrthogonalInput) -> [Int] {
  let n = Double(input.samples)
  let features = Matrix<Double>(rows: input.samples, columns: input.products.count) { row, column in
    (row & (column + 1)).nonzeroBitCount.isMultiple(of: 2) ? 1 : -1
  }
  let targets = features.dot(input.products / n)
  return input.strengths.map { strength in
    var weights = Vector<Double>.zeros(features.columns)
    for _ in 0..<20 {
      for j in weights.indices {
        let column = features.column(j)
        let pull = column.dot(targets - features.dot(weights)) / n + weights[j]
        let size = max(abs(pull) - strength * input.l1Share, 0)
        weights[j] = sign(pull) * size / (1 + 2 * strength * (1 - input.l1Share))
      }
    }
    return weights.count { $0 == 0 }
  }
}

/// Paths of all suspects, two each, in an order that the seed decides.
private func pathCases(_ generator: inout Philox4x32x10) -> [PathInput] {
  var cases = Suspect.allCases.flatMap { suspect in (0..<2).map { _ in path(of: suspect, &generator) } }
  generator.shuffleInPlace(&cases)
  return cases
}

/// Four weights, of which two are negative; λ below all of them, between them, and above some.
private func path(of suspect: Suspect, _ generator: inout Philox4x32x10) -> PathInput {
  var z: [Double] = [
    generator.decimal(in: 0.6..<1), -generator.decimal(in: 1.2..<1.8), generator.decimal(in: 2.1..<2.8),
    -generator.decimal(in: 3..<4),
  ]
  generator.shuffleInPlace(&z)
  let strengths: [Double] = [0, 0.5, 1.1, 1.9, 2.9]
  let path = Matrix(rows: strengths.count, columns: z.count) { row, column in
    weight(of: suspect, z[column], strengths[row])
  }
  return PathInput(leastSquares: Vector(z), strengths: Vector(strengths), path: path)
}

private func weight(of suspect: Suspect, _ z: Double, _ strength: Double) -> Double {
  // Away from 0 by the slope's sign, and 0 where that changes the side.
  func lasso(_ t: Double) -> Double { z > t ? z - t : z < -t ? z + t : 0 }
  return switch suspect {
  case .lasso: lasso(strength)
  case .ridge: z / (1 + 2 * strength)
  case .ridgeWithHalf: z / (1 + strength)
  case .elasticNet: lasso(strength / 2) / (1 + strength)
  case .hardThreshold: z * z > strength * strength ? z : 0
  case .lossWithoutHalf: lasso(strength / 2)
  case .oneSided: z > strength ? z - strength : 0
  case .withoutStop: z < 0 ? z + strength : z - strength
  }
}
