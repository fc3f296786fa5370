import DeepLearning
import NumericCore

/// Max-norm: the weights into each output, a column, have a Euclidean norm of at most c.
///
/// A column that is longer is multiplied by c / ‖w‖, which is the nearest that meets the condition; one that isn't stays as
/// it is, bit for bit. So it is a ball, not a scale: rescaling every column after every step would be another method, and a
/// penalty would pull at short columns too. Norms are computed in double precision; after rounding, a restored column may be
/// longer than c in the last place. A column with an infinite number or none stays untouched, for the training to see.
///
/// Source: "Dropout: A simple way to prevent neural networks from overfitting" (Srivastava, Hinton, Krizhevsky, Sutskever,
/// Salakhutdinov, 2014), section 5.1; its appendix finds 3 to 4 usual for c.
public struct MaxNorm<Scalar: Real>: WeightConstraint, Hashable {
  /// c, above 0.
  public let limit: Scalar

  /// The constraint.
  ///
  /// - Parameter limit: c, above 0 and finite.
  public init(limit: Scalar) {
    require(limit > 0 && limit.isFinite, "The largest norm of weights is above 0 and finite; \(limit) isn't.")
    self.limit = limit
  }

  /// Shortens each column that is longer than c.
  ///
  /// - Parameter weights: shape [inputs, outputs], row after row.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func restore(_ weights: inout MutableSpan<Scalar>, inputs: Int, outputs: Int) {
    let count = weights.count
    require(count == inputs * outputs, "\(count) weights aren't \(inputs) × \(outputs).")
    weights.withUnsafeMutableBufferPointer { weights in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: outputs) { factors in
        factors.initialize(repeating: 0)
        if writeFactors(of: UnsafeBufferPointer(weights), inputs: inputs, into: factors) {
          multiplyRows(of: weights, inputs: inputs, by: factors)
        }
      }
    }
  }

  /// Writes what each column must be multiplied by, 1 where it stays, into the memory that is given filled with 0, and
  /// returns whether any must change.
  @inline(__always)
  private func writeFactors(
    of weights: UnsafeBufferPointer<Scalar>, inputs: Int, into factors: UnsafeMutableBufferPointer<Double>
  ) -> Bool {
    let outputs = factors.count
    for row in 0..<inputs {
      for column in 0..<outputs {
        let weight = Double(weights[row * outputs + column])
        factors[column] += weight * weight
      }
    }
    var isAnyLonger = false
    for column in 0..<outputs {
      let norm = EuclideanNorm(sumOfSquares: factors[column], count: inputs) { row in
        Double(weights[row * outputs + column])
      }
      let factor = norm.factor(downTo: Double(limit))
      factors[column] = factor ?? 1
      if factor != nil { isAnyLonger = true }
    }
    return isAnyLonger
  }

  @inline(__always)
  private func multiplyRows(
    of weights: UnsafeMutableBufferPointer<Scalar>, inputs: Int, by factors: UnsafeMutableBufferPointer<Double>
  ) {
    let outputs = factors.count
    for row in 0..<inputs {
      for column in 0..<outputs {
        let index = row * outputs + column
        weights[index] = Scalar(Double(weights[index]) * factors[column])
      }
    }
  }
}
