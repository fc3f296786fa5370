import DoubleDescentQuestions
import NumericCore

/// A made-up regression: 30 independent normal inputs, and a target that is linear in them with variance 1, and noise.
///
/// Test targets are without noise, so that a test error is all the model's own; predicting 0 has an error of 1.
struct LinearProblem: Sendable {
  static let inputs = 30

  /// How many samples there are to learn from.
  var samples = 100
  /// The deviation of the noise in the targets to learn from.
  var noise = 0.3

  /// Data to learn from and to test with.
  struct Data: Sendable {
    var samples: Matrix<Double>
    var targets: Matrix<Double>
    var testSamples: Matrix<Double>
    var truth: Vector<Double>
    /// The weights of the target, `[inputs]`.
    var weights: Vector<Double>
  }

  /// Draws data; equal draws have equal test samples, and the first training samples in common.
  func data(testSamples: Int, draws: Philox4x32x10) -> Data {
    var (target, training, test, errors) = (
      draws.stream("target"), draws.stream("samples"), draws.stream("test"), draws.stream("noise")
    )
    let direction = Matrix<Double>.normal(rows: Self.inputs, columns: 1, using: &target)
    let weights = direction / direction.norm
    let x = Matrix<Double>.normal(rows: samples, columns: Self.inputs, using: &training)
    let testX = Matrix<Double>.normal(rows: testSamples, columns: Self.inputs, using: &test)
    let y = x.dot(weights) + noise * Matrix<Double>.normal(rows: samples, columns: 1, using: &errors)
    return Data(
      samples: x, targets: y, testSamples: testX, truth: testX.dot(weights).column(0), weights: weights.column(0))
  }
}

/// The minimum-norm or penalized fits of several draws of a problem, with their errors.
struct Fits: Sendable {
  /// The numbers of features.
  var widths: [Int]
  /// The test error of each draw, a list of widths each.
  var test: [[Double]]
  /// The training error likewise.
  var training: [[Double]]
  /// |W| likewise.
  var norms: [[Double]]
}

extension Setting {
  /// Fits of several draws of a generated problem, for each strength.
  ///
  /// - Parameter bandwidth: of Fourier features, in median distances between samples; nothing for rectifiers.
  func fits(
    _ problem: LinearProblem, stream: String, draws count: Int, widths: [Int], strengths: [Double] = [0],
    testSamples: Int = 500, bandwidth: Double? = nil
  ) throws -> Answered<[Fits]> {
    let data = (0..<count).map { problem.data(testSamples: testSamples, draws: draws("problem").stream(stream, $0)) }
    let inputs = data.indices.map { index in
      CurveInput(
        samples: data[index].samples, targets: data[index].targets, testSamples: data[index].testSamples,
        widths: widths, strengths: strengths, seed: seed, stream: "double-descent/features/\(stream)/\(index)",
        bandwidth: bandwidth.map { $0 * medianDistance(data[index].samples) })
    }
    return try answers.curves(of: inputs).map { found in
      strengths.indices.map { strength in
        func each(_ value: (CurveFit, LinearProblem.Data) -> Double) -> [[Double]] {
          data.indices.map { draw in
            widths.indices.map { value(found[draw][$0 * strengths.count + strength], data[draw]) }
          }
        }
        return Fits(
          widths: widths, test: each { square($0.test.column(0) - $1.truth).mean() },
          training: each { square($0.training - $1.targets).column(0).mean() }, norms: each { fit, _ in fit.norm })
      }
    }
  }
}

/// The median over all neighbouring rows of their distance: for rows in random order, that between any two.
func medianDistance(_ rows: Matrix<Double>) -> Double {
  median(Vector((1..<rows.rows).map { (rows.row($0) - rows.row($0 - 1)).norm }))
}

/// Widths from one feature to twenty times as many as samples, close together at the threshold.
func widths(around samples: Int, upTo most: Double = 20) -> [Int] {
  let shares: [Double] = [
    0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.2, 1.35, 1.5, 2, 3, 5, 10, 20,
  ]
  return shares.filter { $0 <= most }.map { Int(($0 * Double(samples)).rounded()) }
}
