import NumericCore

extension GradientCheck {
  /// Checks backward through a network: the function is the sum of outputs times given numbers, so that no output's
  /// gradient is 1.
  ///
  /// - Parameters:
  ///   - network: its parameters away from zeros and ones.
  ///   - samples: shape [samples, inputs].
  ///   - outputGradient: shape [samples, outputs].
  ///   - draws: what dropout draws from, the same at each evaluation.
  public func check(
    _ network: Network<Double>, samples: Matrix<Double>, outputGradient: Matrix<Double>, draws: Philox4x32x10
  ) -> GradientReport {
    let rows = 0..<samples.rows
    var workspace = network.workspace(maximumBatch: samples.rows)
    network.forward(samples, rows: rows, in: &workspace, mode: .training(draws))
    network.backward(samples, rows: rows, outputGradient: outputGradient, in: &workspace)
    return compare(workspace.gradient, at: network.parameters, blocks: network.checkedBlocks) { parameters in
      var network = network
      network.parameters = parameters
      network.forward(samples, rows: rows, in: &workspace, mode: .training(draws))
      return (workspace.outputs * outputGradient).sum()
    }
  }

  /// Checks the gradient of a loss through a network.
  ///
  /// - Parameters:
  ///   - network: its parameters away from zeros and ones.
  ///   - loss: what is differentiated, a mean over the samples.
  ///   - samples: shape [samples, inputs].
  ///   - targets: one a sample.
  ///   - draws: what dropout draws from, the same at each evaluation.
  public func check(
    _ network: Network<Double>, loss: Loss, samples: Matrix<Double>, targets: Targets<Double>, draws: Philox4x32x10
  ) -> GradientReport {
    let rows = 0..<samples.rows
    var workspace = network.workspace(maximumBatch: samples.rows)
    network.gradient(of: loss, samples, targets, rows: rows, in: &workspace, draws: draws)
    return compare(workspace.gradient, at: network.parameters, blocks: network.checkedBlocks) { parameters in
      var network = network
      network.parameters = parameters
      network.forward(samples, rows: rows, in: &workspace, mode: .training(draws))
      return loss.value(outputs: workspace.outputs, targets: targets)
    }
  }
}

extension Network<Double> {
  /// The blocks of parameters as a gradient check names them.
  public var checkedBlocks: [GradientCheck.Block] {
    blocks.map { GradientCheck.Block(name: $0.name, rows: $0.rows, columns: $0.columns, range: $0.range) }
  }
}
