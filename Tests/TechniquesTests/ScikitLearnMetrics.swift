import Foundation
import NumericCore
import Testing

/// What scikit-learn's metrics gave; scikit_learn_metrics.py asked them.
struct ScikitLearnMetrics: Decodable, Sendable {
  struct Binary: Decodable {
    let counts: [Int]
    let accuracy, precision, recall, specificity, f1, f2, fHalf: Double?
    let balancedAccuracy, matthewsCorrelation, cohensKappa: Double?
  }

  struct Ranking: Decodable {
    let rocArea, averagePrecision: Double?
  }

  struct Forecasts: Decodable {
    let logLoss, brierScore: Double?
    let shares, means: [Double]
  }

  struct Case: Decodable {
    struct Curves: Decodable {
      let falsePositiveRates, truePositiveRates: [Double?]
      let thresholds, precisions, recalls: [Double]
    }

    let name: String
    let scores: [Double]
    let actual: [Int]
    let binary: Binary
    let curves: Curves
    let ranking: Ranking
    let forecasts: Forecasts

    var isPositive: [Bool] { actual.map { $0 == 1 } }
  }

  struct SeveralClasses: Decodable {
    let actual, predicted: [Int]
    let classes: Int
    let counts: [[Int]]
    let averages: [String: Double]
    let accuracy, balancedAccuracy, matthewsCorrelation, cohensKappa: Double?
  }

  struct Million: Decodable {
    let levels: Int
    let binary: Binary
    let ranking: Ranking
    let forecasts: Forecasts
  }

  struct ClassWeights: Decodable {
    let labels: [Int]
    let weights: [Double]
  }

  let cases: [Case]
  let multiclass: [SeveralClasses]
  let millions: [Million]
  let classWeights: ClassWeights

  static let names = [
    "random", "rare", "tied", "constant", "no positives", "no negatives", "none found", "certain", "perfect",
  ]

  static func read() throws -> ScikitLearnMetrics {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "scikit_learn_metrics.json")
    return try JSONDecoder().decode(ScikitLearnMetrics.self, from: Data(contentsOf: file))
  }

  func test(_ name: String) throws -> Case { try #require(cases.first { $0.name == name }) }
}
