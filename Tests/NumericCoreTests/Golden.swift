import Foundation
import NumericCore

/// What NumPy and SciPy answered; Golden/golden.py asked them.
struct Golden: Decodable {
  struct Factored: Decodable {
    let name: String
    let a: Matrix<Double>
    let singularValues: Vector<Double>
    let r: Matrix<Double>
    let rank: Int
  }

  struct Symmetric: Decodable {
    let a: Matrix<Double>
    let b: Vector<Double>
    let values: Vector<Double>
    let vectors: Matrix<Double>
    let cholesky: Matrix<Double>
    let solution: Vector<Double>
    let forward: Vector<Double>
    let backward: Vector<Double>
    let condition: Double
  }

  struct Statistics: Decodable {
    struct Histogram: Decodable {
      let x: Vector<Double>
      let range: [Double]
      let edges: Vector<Double>
      let counts: [Int]
      let density: Vector<Double>
    }

    let x: Vector<Double>
    let mean: Double
    let populationVariance: Double
    let sampleVariance: Double
    let sampleDeviation: Double
    let median: Double
    let evenMedian: Double
    let probabilities: Vector<Double>
    let quantiles: Vector<Double>
    let data: Matrix<Double>
    let covariance: Matrix<Double>
    let correlation: Matrix<Double>
    let histograms: [Histogram]
  }

  struct Arrays: Decodable {
    let a: Matrix<Double>
    let b: Matrix<Double>
    let product: Matrix<Double>
    let sumOverRows: Vector<Double>
    let sumOverColumns: Vector<Double>
    let meanOverRows: Vector<Double>
    let maxOverColumns: Vector<Double>
    let minOverRows: Vector<Double>
    let argMaxOverRows: [Int]
    let argMinOverColumns: [Int]
    let frobenius: Double
    let positive: Vector<Double>
    let functions: [String: Vector<Double>]
    let v: Vector<Double>
    let sum: Double
    let norm: Double
    let norm1: Double
  }

  struct Normal: Decodable {
    let probabilities: Vector<Double>
    let quantiles: Vector<Double>
  }

  let matrices: [Factored]
  let symmetric: [Symmetric]
  let statistics: Statistics
  let arrays: Arrays
  let normal: Normal

  /// The file next to this one.
  static func read(from source: String = #filePath) throws -> Golden {
    let folder = URL(filePath: source).deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Golden/golden.json"))
    return try JSONDecoder().decode(Golden.self, from: data)
  }
}
