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
  /// - Parameters:
  ///   - weights: shape [inputs, outputs], row after row.
  ///   - inputs: how many rows.
  ///   - outputs: how many columns.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func restore(_ weights: inout MutableSpan<Scalar>, inputs: Int, outputs: Int) {
    let count = weights.count
    require(count == inputs * outputs, "\(count) weights aren't \(inputs) × \(outputs).")
    weights.withUnsafeMutableBufferPointer { weights in
      // 1 KiB of factors at a time, which is as much as lies on the stack.
      withUnsafeTemporaryAllocation(of: Double.self, capacity: 128) { factors in
        for first in stride(from: 0, to: outputs, by: factors.count) {
          let columns = ColumnsOfWeights(
            weights: weights, inputs: inputs, outputs: outputs, range: first..<min(first + factors.count, outputs))
          if columns.writeFactors(downTo: Double(limit), into: factors) { columns.multiply(by: factors) }
        }
      }
    }
  }
}

/// Some columns of a layer's weights.
private struct ColumnsOfWeights<Scalar: Real> {
  let weights: UnsafeMutableBufferPointer<Scalar>
  let inputs: Int
  let outputs: Int
  let range: Range<Int>

  /// Writes what each column must be multiplied by, 1 where it stays, and returns whether any must change.
  @inline(__always)
  func writeFactors(downTo limit: Double, into factors: UnsafeMutableBufferPointer<Double>) -> Bool {
    factors.initialize(repeating: 0)
    for row in 0..<inputs {
      let start = row * outputs + range.lowerBound
      for column in 0..<range.count {
        let weight = Double(weights[start + column])
        factors[column] += weight * weight
      }
    }
    var isAnyLonger = false
    for column in 0..<range.count {
      let norm = EuclideanNorm(sumOfSquares: factors[column], count: inputs) { row in
        Double(weights[row * outputs + range.lowerBound + column])
      }
      let factor = norm.factor(downTo: limit)
      factors[column] = factor ?? 1
      if factor != nil { isAnyLonger = true }
    }
    return isAnyLonger
  }

  @inline(__always)
  func multiply(by factors: UnsafeMutableBufferPointer<Double>) {
    for row in 0..<inputs {
      let start = row * outputs + range.lowerBound
      for column in 0..<range.count {
        weights[start + column] = Scalar(Double(weights[start + column]) * factors[column])
      }
    }
  }
}
