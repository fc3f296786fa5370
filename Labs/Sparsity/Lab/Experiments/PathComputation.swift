import LabKit
import NumericCore
import SparsityQuestions

/// The weights of one penalty along λ.
struct WeightPath: Sendable {
  let kind: PenaltyKind
  /// λ over the lasso's λ max, falling.
  let shares: [Double]
  /// The weights for each.
  let weights: [Vector<Double>]

  /// How many weights aren't exactly 0, for each λ.
  var nonzero: [Int] { weights.map { $0.count { $0 != 0 } } }
}

/// Paths of all penalties over the same λ, or why one is missing.
struct WeightPaths: Sendable {
  let paths: [WeightPath]
  let missing: [(what: String, missing: MissingAnswer?)]
  /// The lasso's λ max for each data set.
  let largest: [Double]

  /// How far the lasso's solutions are above their minima, at most: the largest duality gap of every tenth, over the
  /// objective of zero weights. What is below 1e-12 is rounding. Nothing where no lasso was drawn.
  func lassoGap(_ data: RegressionData, _ answers: any FigureAnswers) throws -> (
    largest: Double?, missing: MissingAnswer?
  ) {
    guard let lasso = paths.first(where: { $0.kind == .lasso }), let bound = largest.first else { return (nil, nil) }
    let answer = try answers.dualityGaps(
      of: stride(from: 0, to: lasso.shares.count, by: 10).map { place in
        RegressionInput(
          features: data.features, targets: data.targets, weights: lasso.weights[place],
          strength: lasso.shares[place] * bound)
      })
    let zero = data.targets.dot(data.targets) / Double(2 * data.targets.count)
    return (answer.answer.map { max(Vector($0).max() / zero, 1e-12) }, answer.missing)
  }
}

extension [RegressionData] {
  /// For each data set the paths of lasso, elastic net and ridge, over λ as a share of the lasso's λ max.
  func paths(shares: [Double], _ answers: any FigureAnswers) throws -> [WeightPaths] {
    let bounds = try answers.largestStrengths(
      of: map { RegressionInput(features: $0.features, targets: $0.targets, l1Share: 1) })
    guard let largest = bounds.answer else {
      return map { _ in WeightPaths(paths: [], missing: [("paths", bounds.missing)], largest: []) }
    }
    let sparse = try [PenaltyKind.lasso, .elasticNet].map { kind in
      (
        kind,
        try answers.solutions(
          of: zip(self, largest).map { data, bound in
            SolutionsInput(
              features: data.features, targets: data.targets, strengths: Vector(shares.map { $0 * bound }),
              l1Share: kind.l1Share)
          })
      )
    }
    let ridge = try answers.ridge(
      zip(self, largest).flatMap { data, bound in
        shares.map { RegressionInput(features: data.features, targets: data.targets, strength: $0 * bound) }
      })
    return indices.map { index in
      var paths = sparse.compactMap { kind, answer in
        answer.answer.map { WeightPath(kind: kind, shares: shares, weights: $0[index]) }
      }
      if let models = ridge.answer {
        let own = models[index * shares.count..<(index + 1) * shares.count]
        paths.append(WeightPath(kind: .ridge, shares: shares, weights: own.map(\.weights)))
      }
      return WeightPaths(
        paths: paths, missing: sparse.map { ($0.0.title, $0.1.missing) } + [(PenaltyKind.ridge.title, ridge.missing)],
        largest: largest)
    }
  }
}

/// So many numbers from the first down to the last, evenly spaced on a logarithmic scale.
func logarithmic(from first: Double, to last: Double, count: Int) -> [Double] {
  (0..<count).map { first * pow(last / first, Double($0) / Double(count - 1)) }
}
