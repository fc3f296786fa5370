import NumericCore

/// A term that is added to the loss and keeps weights small. It applies to weights, not to biases, scales and shifts.
public protocol Penalty<Scalar>: Sendable {
  /// `Double` in the mathematics, `Float` in network training.
  associatedtype Scalar: Real

  /// The penalty of some weights, summed in double precision. That of a network is the sum over its weights.
  func value(of weights: Span<Scalar>) -> Double

  /// Adds the penalty's gradient to that of the loss.
  ///
  /// - Parameters:
  ///   - weights: those of one layer, or all.
  ///   - gradient: as many elements as the weights.
  func addGradient(of weights: Span<Scalar>, to gradient: inout MutableSpan<Scalar>)
}

/// A condition to which weights are brought back after each step, as a largest norm.
public protocol WeightConstraint<Scalar>: Sendable {
  /// `Double` in the mathematics, `Float` in network training.
  associatedtype Scalar: Real

  /// Moves one layer's weights to the nearest that meet the condition.
  ///
  /// - Parameters:
  ///   - weights: shape [inputs, outputs], row after row; the weights into an output are a column.
  ///   - inputs: how many rows.
  ///   - outputs: how many columns.
  func restore(_ weights: inout MutableSpan<Scalar>, inputs: Int, outputs: Int)
}

extension Network {
  /// Brings each layer's weights back to a condition.
  mutating func restore(_ constraint: any WeightConstraint<Scalar>) {
    let blocks = blocks
    parameters.withUnsafeMutableElements { numbers in
      for block in blocks where block.role == .weights {
        var span = UnsafeMutableBufferPointer(rebasing: numbers[block.range]).mutableSpan
        constraint.restore(&span, inputs: block.rows, outputs: block.columns)
      }
    }
  }

  /// The sum of the penalties of all weights.
  public func penalty(_ penalties: [any Penalty<Scalar>]) -> Double {
    parameters.withUnsafeElements { numbers in
      var total = 0.0
      for block in blocks where block.role == .weights {
        let weights = UnsafeBufferPointer(rebasing: numbers[block.range])
        for penalty in penalties { total += penalty.value(of: weights.span) }
      }
      return total
    }
  }
}
