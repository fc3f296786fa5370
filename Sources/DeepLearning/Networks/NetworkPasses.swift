import NumericCore

/// What a forward pass is for.
public enum PassMode: Hashable, Sendable {
  /// To use the network: nothing is dropped, and running averages normalize.
  case inference
  /// To train it: backward may follow. Masks of dropout draw from streams of this generator, one a layer, so the same
  /// generator gives the same masks; take another for each step, such as `run.stream("step", 7)`.
  case training(Philox4x32x10)
}

extension Network {
  /// Computes the outputs of some samples; they are in the workspace then.
  ///
  /// - Parameters:
  ///   - samples: shape [samples, inputs].
  ///   - rows: which of them; one at least, and not more than the workspace has room for.
  ///   - workspace: the memory of a batch; it holds the outputs then.
  ///   - mode: training, in which dropout draws its masks, or inference.
  ///   - team: who computes; the numbers are the same with any team.
  public func forward(
    _ samples: Matrix<Scalar>, rows: Range<Int>, in workspace: inout Workspace<Scalar>, mode: PassMode,
    team: Team = .alone
  ) {
    require(samples, rows, order: nil, workspace)
    workspace.samples = rows.count
    workspace.isReadyForBackward = mode != .inference
    let parts = batchParts(rows.count)
    withMemory(samples, rows, order: nil, &workspace) { memory in
      sumFirstLayer(memory, team)
      team.perform(ForwardWork(memory: memory, kernels: kernels, parts: parts, mode: mode), parts: parts)
    }
  }

  /// Computes the gradient of the parameters from the gradient with respect to the outputs, after a forward pass of the
  /// same samples in training; it is in the workspace then.
  ///
  /// - Parameters:
  ///   - samples: those of the forward pass, shape [samples, inputs].
  ///   - rows: those of the forward pass.
  ///   - outputGradient: shape [rows.count, outputs].
  ///   - workspace: that of the forward pass; it holds the gradient then.
  ///   - team: who computes; the numbers are the same with any team.
  public func backward(
    _ samples: Matrix<Scalar>, rows: Range<Int>, outputGradient: Matrix<Scalar>, in workspace: inout Workspace<Scalar>,
    team: Team = .alone
  ) {
    require(samples, rows, order: nil, workspace)
    if !workspace.isReadyForBackward || workspace.samples != rows.count {
      fatalError("Backward needs a forward pass of the same \(rows.count) samples in training before it.")
    }
    if outputGradient.rows != rows.count || outputGradient.columns != outputs {
      fatalError("\(outputGradient.shapeDescription) is no gradient of \(rows.count) × \(outputs) outputs.")
    }
    let parts = batchParts(rows.count)
    withMemory(samples, rows, order: nil, &workspace) { memory in
      outputGradient.withUnsafeElements { numbers in
        guard let first = numbers.baseAddress, let last = memory.places.last else { return }
        (memory.workspace + last.delta).update(from: first, count: numbers.count)
      }
      team.perform(BackwardWork(memory: memory, kernels: kernels, parts: parts), parts: parts)
      finishGradient(memory, parts, team)
    }
  }

  /// Computes the loss of a batch and its gradient with respect to the parameters, which is in the workspace then.
  ///
  /// - Parameters:
  ///   - loss: a mean over the samples of the batch.
  ///   - samples: shape [samples, inputs].
  ///   - targets: of all samples.
  ///   - rows: the batch; one at least, and not more than the workspace has room for.
  ///   - order: where the batch is shuffled, a list of rows of the samples; `rows` are places in it then, and the
  ///     workspace needs room to gather them.
  ///   - workspace: the memory of a batch; it holds the gradient then.
  ///   - draws: what dropout draws from in this step.
  ///   - team: who computes; the numbers are the same with any team.
  /// - Returns: the loss before the step.
  @discardableResult
  public func gradient(
    of loss: Loss, _ samples: Matrix<Scalar>, _ targets: Targets<Scalar>, rows: Range<Int>, order: [Int]? = nil,
    in workspace: inout Workspace<Scalar>, draws: Philox4x32x10, team: Team = .alone
  ) -> Double {
    require(samples, rows, order: order, workspace)
    loss.requireTargets(targets, rows: rows, order: order, outputs: outputs)
    workspace.samples = rows.count
    workspace.isReadyForBackward = true
    let parts = batchParts(rows.count)
    return withMemory(samples, rows, order: order, &workspace) { memory in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: BatchPart.maximumCount) { shares in
        guard let first = shares.baseAddress else { return 0 }
        let work = LossWork(
          memory: memory, kernels: kernels, parts: parts, draws: draws, loss: loss, targets: targets, width: outputs,
          shares: first)
        sumFirstLayer(memory, team)
        team.perform(work, parts: parts)
        finishGradient(memory, parts, team)
        return (0..<parts).reduce(0) { $0 + first[$1] }
      }
    }
  }

  private func sumFirstLayer(_ memory: NetworkMemory<Scalar>, _ team: Team) {
    if memory.sumParts > 1 { team.perform(SumWork(memory: memory, kernel: kernels[0]), parts: memory.sumParts) }
  }

  private func finishGradient(_ memory: NetworkMemory<Scalar>, _ batchParts: Int, _ team: Team) {
    let work = GradientWork(memory: memory, kernels: kernels, batchParts: batchParts, parts: gradientParts)
    team.perform(work, parts: gradientParts.count)
  }

  /// In how many parts a batch goes through the layers: one where a layer joins its samples.
  private func batchParts(_ samples: Int) -> Int { joinsSamples ? 1 : BatchPart.count(batch: samples) }

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
  public func outputs(for samples: Matrix<Scalar>, team: Team = .alone) -> Matrix<Scalar> {
    var elements: [Scalar] = []
    elements.reserveCapacity(samples.rows * outputs)
    let batch = 1024
    var workspace = workspace(maximumBatch: max(min(batch, samples.rows), 1))
    for start in stride(from: 0, to: samples.rows, by: batch) {
      forward(samples, rows: start..<min(start + batch, samples.rows), in: &workspace, mode: .inference, team: team)
      elements += workspace.outputs.elements
    }
    return Matrix(rows: samples.rows, columns: outputs, elements: elements)
  }

  private func require(
    _ samples: Matrix<Scalar>, _ rows: Range<Int>, order: [Int]?, _ workspace: Workspace<Scalar>
  ) {
    if samples.columns != inputs {
      fatalError("The samples have \(samples.columns) features, and the network takes \(inputs).")
    }
    if rows.isEmpty || rows.lowerBound < 0 || rows.upperBound > order?.count ?? samples.rows {
      fatalError("Rows \(rows) are no batch of \(order?.count ?? samples.rows) samples.")
    }
    if let order, let wrong = order[rows].first(where: { !(0..<samples.rows ~= $0) }) {
      fatalError("The order names row \(wrong), and there are \(samples.rows) samples.")
    }
    if rows.count > workspace.maximumBatch {
      fatalError("The workspace has room for \(workspace.maximumBatch) samples, not for \(rows.count).")
    }
    if order != nil, !workspace.gathers {
      fatalError("The workspace has no room to gather shuffled samples: ask for one that gathers.")
    }
    if workspace.layers != layers || workspace.gradient.count != parameters.count {
      fatalError("The workspace was made for a network with other layers.")
    }
  }
}
