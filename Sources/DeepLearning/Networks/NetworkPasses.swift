import NumericCore

/// What a forward pass is for.
public enum PassMode: Hashable, Sendable {
  /// To use the network: nothing is dropped, and running averages normalize.
  case inference
  /// To train it: backward may follow. Dropout draws from streams of this generator, one a layer, so the same generator
  /// gives the same masks; take another for each step, such as `run.stream("step", 7)`.
  case training(Philox4x32x10)
}

extension Network {
  /// Computes the outputs of some samples; they are in the workspace then.
  ///
  /// - Parameters:
  ///   - samples: shape [samples, inputs].
  ///   - rows: which of them; one at least, and not more than the workspace has room for.
  public func forward(
    _ samples: Matrix<Scalar>, rows: Range<Int>, in workspace: inout Workspace<Scalar>, mode: PassMode
  ) {
    require(samples, rows, workspace)
    workspace.samples = rows.count
    workspace.isReadyForBackward = mode != .inference
    withMemory(samples, rows, &workspace) { $0.forward(kernels, mode) }
  }

  /// Computes the gradient of the parameters from the gradient with respect to the outputs, after a forward pass of the
  /// same samples in training; it is in the workspace then.
  ///
  /// - Parameter outputGradient: shape [rows.count, outputs].
  public func backward(
    _ samples: Matrix<Scalar>, rows: Range<Int>, outputGradient: Matrix<Scalar>, in workspace: inout Workspace<Scalar>
  ) {
    require(samples, rows, workspace)
    if !workspace.isReadyForBackward || workspace.samples != rows.count {
      fatalError("Backward needs a forward pass of the same \(rows.count) samples in training before it.")
    }
    if outputGradient.rows != rows.count || outputGradient.columns != outputs {
      fatalError("\(outputGradient.shapeDescription) is no gradient of \(rows.count) × \(outputs) outputs.")
    }
    withMemory(samples, rows, &workspace) { memory in
      outputGradient.withUnsafeElements { numbers in
        guard let first = numbers.baseAddress, let delta = memory.outputDelta else { return }
        delta.update(from: first, count: numbers.count)
      }
      memory.backward(kernels)
    }
  }

  /// Computes the loss of a batch and its gradient with respect to the parameters, which is in the workspace then.
  ///
  /// - Parameters:
  ///   - loss: a mean over the samples of the batch.
  ///   - samples: shape [samples, inputs].
  ///   - targets: of all samples.
  ///   - rows: the batch; one at least, and not more than the workspace has room for.
  ///   - draws: what dropout draws from in this step.
  /// - Returns: the loss before the step.
  @discardableResult
  public func gradient(
    of loss: Loss, _ samples: Matrix<Scalar>, _ targets: Targets<Scalar>, rows: Range<Int>,
    in workspace: inout Workspace<Scalar>, draws: Philox4x32x10
  ) -> Double {
    require(samples, rows, workspace)
    loss.requireTargets(targets, rows: rows, outputs: outputs)
    workspace.samples = rows.count
    workspace.isReadyForBackward = true
    return withMemory(samples, rows, &workspace) { memory in
      memory.forward(kernels, .training(draws))
      guard let outputs = memory.outputs, let delta = memory.outputDelta else { return 0 }
      let value = loss.evaluate(
        LossPass(samples: rows.count, width: self.outputs, outputs: outputs, delta: delta), targets,
        from: rows.lowerBound)
      memory.backward(kernels)
      return value
    }
  }

  /// Moves the running averages of batch normalizations towards the last batch in training: once a step.
  public mutating func updateStatistics(from workspace: Workspace<Scalar>) {
    if statistics.isEmpty { return }
    if !workspace.isReadyForBackward || workspace.layers != layers {
      fatalError("Running averages need a forward pass of this network in training before them.")
    }
    workspace.memory.withUnsafeElements { memory in
      statistics.withUnsafeMutableElements { statistics in
        guard let memory = memory.baseAddress, let first = statistics.baseAddress else { return }
        for index in kernels.indices {
          kernels[index].updateStatistics(
            first + starts[index].statistics, kept: memory + workspace.places[index].kept, samples: workspace.samples)
        }
      }
    }
  }

  /// The outputs for all samples in inference, shape [samples, outputs], computed in batches of 1,024.
  public func outputs(for samples: Matrix<Scalar>) -> Matrix<Scalar> {
    var elements: [Scalar] = []
    elements.reserveCapacity(samples.rows * outputs)
    let batch = 1024
    var workspace = workspace(maximumBatch: max(min(batch, samples.rows), 1))
    for start in stride(from: 0, to: samples.rows, by: batch) {
      forward(samples, rows: start..<min(start + batch, samples.rows), in: &workspace, mode: .inference)
      elements += workspace.outputs.elements
    }
    return Matrix(rows: samples.rows, columns: outputs, elements: elements)
  }

  private func require(_ samples: Matrix<Scalar>, _ rows: Range<Int>, _ workspace: Workspace<Scalar>) {
    if samples.columns != inputs {
      fatalError("The samples have \(samples.columns) features, and the network takes \(inputs).")
    }
    if rows.isEmpty || rows.lowerBound < 0 || rows.upperBound > samples.rows {
      fatalError("Rows \(rows) are no batch of \(samples.rows) samples.")
    }
    if rows.count > workspace.maximumBatch {
      fatalError("The workspace has room for \(workspace.maximumBatch) samples, not for \(rows.count).")
    }
    if workspace.layers != layers || workspace.gradient.count != parameters.count {
      fatalError("The workspace was made for a network with other layers.")
    }
  }
}
