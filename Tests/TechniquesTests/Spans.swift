import DeepLearning
import NumericCore

// Whole vectors and matrices for what works on spans.

extension Penalty {
  func value(of weights: Vector<Scalar>) -> Double {
    weights.withUnsafeElements { value(of: $0.span) }
  }

  /// The gradient of the loss with the penalty's added.
  func gradient(of weights: Vector<Scalar>, addedTo loss: Vector<Scalar>) -> Vector<Scalar> {
    var gradient = loss
    weights.withUnsafeElements { weights in
      gradient.withUnsafeMutableElements { gradient in
        var span = gradient.mutableSpan
        addGradient(of: weights.span, to: &span)
      }
    }
    return gradient
  }

  func gradient(of weights: Vector<Scalar>) -> Vector<Scalar> {
    gradient(of: weights, addedTo: .zeros(weights.count))
  }
}

extension WeightConstraint {
  func restored(_ weights: Matrix<Scalar>) -> Matrix<Scalar> {
    var result = weights
    result.withUnsafeMutableElements { elements in
      var span = elements.mutableSpan
      restore(&span, inputs: weights.rows, outputs: weights.columns)
    }
    return result
  }
}

extension GradientClipping {
  func clipped(_ gradient: Vector<Scalar>, blocks: [Range<Int>]? = nil) -> Vector<Scalar> {
    var result = gradient
    result.withUnsafeMutableElements { elements in
      var span = elements.mutableSpan
      clip(&span, blocks: blocks ?? [0..<gradient.count])
    }
    return result
  }
}

extension Vector {
  /// Bit for bit, which tells 0 from -0 and holds for what is no number.
  func isIdentical(to other: Vector) -> Bool {
    count == other.count
      && Swift.zip(self, other).allSatisfy { $0 == $1 && $0.sign == $1.sign || $0.isNaN && $1.isNaN }
  }
}
