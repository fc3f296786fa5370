import NumericCore

/// How far a batch of outputs is from what it should be: a mean over the samples.
///
/// The cross-entropies take logits, the weighted sums before sigmoid or softmax. So nothing overflows, and no logarithm of
/// a rounded 0 or 1 is taken, whatever their size.
public enum Loss: String, Hashable, Codable, Sendable, CaseIterable {
  /// The mean of (y - t)² over samples and outputs, without a factor one half; gradient 2 (y - t) / (samples · outputs).
  case meanSquaredError
  /// The mean of max(z, 0) - z t + log(1 + e^-|z|) over samples and outputs, which is -t log σ(z) - (1 - t) log(1 - σ(z));
  /// gradient (σ(z) - t) / (samples · outputs). Targets lie in 0...1.
  case binaryCrossEntropy
  /// The mean over samples of -Σ t_j log softmax(z)_j; gradient (softmax(z) Σ t_k - t) / samples.
  case softmaxCrossEntropy

  /// The loss of a batch.
  ///
  /// - Parameters:
  ///   - outputs: logits for the cross-entropies, shape [samples, outputs].
  ///   - targets: as many samples as the outputs have rows.
  /// - Precondition: there is a sample at least, and the shapes fit.
  public func value<Scalar: Real>(outputs: Matrix<Scalar>, targets: Targets<Scalar>) -> Double {
    gradient(outputs: outputs, targets: targets).value
  }

  /// The loss of a batch and its gradient with respect to the outputs, shape [samples, outputs].
  ///
  /// - Precondition: there is a sample at least, and the shapes fit.
  public func gradient<Scalar: Real>(
    outputs: Matrix<Scalar>, targets: Targets<Scalar>
  ) -> (value: Double, gradient: Matrix<Scalar>) {
    var gradient = Matrix<Scalar>.zeros(outputs.rows, outputs.columns)
    requireTargets(targets, rows: 0..<outputs.rows, order: nil, outputs: outputs.columns)
    let value = outputs.withUnsafeElements { numbers in
      gradient.withUnsafeMutableElements { delta in
        guard let numbers = numbers.baseAddress, let delta = delta.baseAddress else { return 0.0 }
        return evaluate(
          LossPass(
            part: BatchPart(wholeBatchOf: outputs.rows, cutIn: 1),
            batch: BatchRows(range: 0..<outputs.rows, order: nil),
            width: outputs.columns, outputs: numbers, delta: delta), targets)
      }
    }
    return (value, gradient)
  }

  /// Stops unless the targets have these rows and fit as many outputs.
  func requireTargets<Scalar: Real>(_ targets: Targets<Scalar>, rows: Range<Int>, order: [Int]?, outputs: Int) {
    if rows.isEmpty { fatalError("The loss of an empty batch isn't defined.") }
    if !(0 <= rows.lowerBound && rows.upperBound <= order?.count ?? targets.count) {
      fatalError("The batch is rows \(rows), and there are targets for \(targets.count) samples only.")
    }
    if let order, let wrong = order[rows].first(where: { !(0..<targets.count ~= $0) }) {
      fatalError("The batch has row \(wrong), and there are targets for \(targets.count) samples only.")
    }
    if case .values(let values) = targets, values.columns != outputs {
      fatalError("The targets have \(values.columns) columns, and the network has \(outputs) outputs.")
    }
    guard case .classes(let classes) = targets else { return }
    for row in rows where !(0..<max(outputs, 2) ~= classes[order?[row] ?? row]) {
      let wrong = classes[order?[row] ?? row]
      fatalError("Class \(wrong) is outside 0..<\(max(outputs, 2)), which is what \(outputs) outputs can tell apart.")
    }
  }
}
