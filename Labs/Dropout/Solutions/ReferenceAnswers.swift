import DropoutQuestions
import NumericCore

/// The reference answers: each formula as plainly as it can be written.
public struct ReferenceAnswers: DropoutQuestions {
  /// Ready to be asked.
  public init() {}

  /// A mask (3.1).
  public func dropoutMask(samples: Int, units: Int, keepProbability: Double, using generator: inout Philox4x32x10)
    throws -> Matrix<Double>
  {
    Matrix.bernoulli(rows: samples, columns: units, probability: keepProbability, using: &generator) / keepProbability
  }

  /// Forward (3.2).
  public func dropoutForward(activations: Matrix<Double>, draws: Matrix<Double>, keepProbability: Double) throws
    -> DropoutPass
  {
    let mask = draws.map { $0 < keepProbability ? 1 / keepProbability : 0 }
    return DropoutPass(outputs: mask * activations, mask: mask)
  }

  /// Backward (3.3).
  public func dropoutBackward(
    activations: Matrix<Double>, mask: Matrix<Double>, outputGradient: Matrix<Double>
  ) throws -> Matrix<Double> {
    mask * outputGradient
  }

  /// Inference without inversion (3.4).
  public func inferenceOutputs(
    inputs: Matrix<Double>, weights: Matrix<Double>, biases: Vector<Double>, keepProbability: Double
  ) throws -> Matrix<Double> {
    inputs.dot(keepProbability * weights).adding(biases, to: .rows)
  }

  /// The average of probabilities (3.5).
  public func ensemblePrediction(logits: Matrix<Double>) throws -> Vector<Double> {
    let sum = (0..<logits.rows).reduce(Vector<Double>.zeros(logits.columns)) { $0 + softmax(logits.row($1)) }
    return sum / Double(logits.rows)
  }

  /// The error of an ensemble (3.6).
  public func ensembleError(variance: Double, covariance: Double, networks: Int) throws -> Double {
    let k = Double(networks)
    return variance / k + (k - 1) / k * covariance
  }

  /// The number of thinned networks (3.7): a bit for each unit.
  public func thinnedNetworks(unitsByLayer: [Int]) throws -> ExactInteger {
    ExactInteger(2).power(unitsByLayer.reduce(0, +))
  }

  /// The variances of a mask (3.8).
  public func maskVariances(activation: Double, keepProbability: Double, grid: Vector<Double>) throws
    -> MaskVariances
  {
    func plain(_ p: Double) -> Double { activation * activation * p * (1 - p) }
    func inverted(_ p: Double) -> Double { activation * activation * (1 - p) / p }
    return MaskVariances(
      plain: plain(keepProbability), inverted: inverted(keepProbability),
      plainIsLargestAt: grid[grid.map(plain).argMax()], invertedIsLargestAt: grid[grid.map(inverted).argMax()])
  }

  /// The geometric mean of all thinned networks (3.9): the network with its inputs scaled.
  public func geometricMean(
    inputs: Vector<Double>, weights: Matrix<Double>, biases: Vector<Double>, keepProbability: Double
  ) throws -> Vector<Double> {
    softmax((keepProbability * inputs).dot(weights) + biases)
  }

  /// Max-norm (3.10).
  public func maxNorm(weights: Matrix<Double>, limit: Double) throws -> Matrix<Double> {
    Matrix(
      columns: (0..<weights.columns).map { index in
        let column = weights.column(index)
        return column.norm > limit ? column * (limit / column.norm) : column
      })
  }

  /// Whose layer it is (3.11).
  public func suspect(
    keepProbability: Double, activations: Vector<Double>, training: Matrix<Double>, inference: Matrix<Double>
  ) throws -> Suspect {
    LayerSigns(
      keepProbability: keepProbability, activations: activations, training: training, inference: inference
    ).suspect
  }
}

/// exp(zᵢ) / Σ exp(zⱼ), safe for large logits.
func softmax(_ logits: Vector<Double>) -> Vector<Double> {
  let powers = exp(logits - logits.max())
  return powers / powers.sum()
}
