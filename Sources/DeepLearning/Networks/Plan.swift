import NumericCore

/// Works out, layer by layer, what computes a network and where its numbers lie.
struct Plan<Scalar: Real> {
  /// The features that come out of the last layer so far.
  var width: Int
  /// What layers of dropout multiply by.
  let masks: (any DropoutMasks<Scalar>)?
  var kernels: [any LayerKernel<Scalar>] = []
  var starts: [(parameters: Int, statistics: Int)] = []
  var blocks: [ParameterBlock] = []
  var parameterCount = 0
  var statisticsCount = 0

  init(width: Int, masks: (any DropoutMasks<Scalar>)?) {
    self.width = width
    self.masks = masks
  }

  mutating func append(_ layer: Layer, at index: Int) {
    switch layer {
    case .dense(let outputs, let activation):
      requirePositive(outputs, "outputs", index)
      require(activation, index)
      append(DenseKernel(inputs: width, outputs: outputs, activation: activation), index)
    case .maxout(let outputs, let pieces):
      requirePositive(outputs, "outputs", index)
      requirePositive(pieces, "pieces", index)
      append(DenseKernel(inputs: width, outputs: outputs * pieces, activation: .identity), index)
      append(MaxoutKernel(outputs: outputs, pieces: pieces), index)
    case .activation(let activation):
      require(activation, index)
      append(ActivationKernel(inputs: width, activation: activation), index)
    case .dropout(let keepProbability):
      if !(keepProbability > 0 && keepProbability <= 1) {
        fatalError("Layer \(index) can't keep with probability \(keepProbability): it lies above 0 and up to 1.")
      }
      guard let masks else { fatalError("Layer \(index) drops out, and the network was given no masks.") }
      append(MaskKernel(inputs: width, keepProbability: keepProbability, masks: masks), index)
    case .batchNormalization(let momentum, let epsilon):
      if !(momentum >= 0 && momentum <= 1 && epsilon > 0) {
        fatalError("Layer \(index) needs a momentum from 0 to 1 and an epsilon above 0, not \(momentum), \(epsilon).")
      }
      append(BatchNormalizationKernel(inputs: width, momentum: momentum, epsilon: epsilon), index)
    }
  }

  private mutating func append(_ kernel: some LayerKernel<Scalar>, _ layer: Int) {
    starts.append((parameterCount, statisticsCount))
    for shape in kernel.parameters {
      let end = parameterCount + shape.rows * shape.columns
      blocks.append(
        ParameterBlock(
          layer: layer, role: shape.role, rows: shape.rows, columns: shape.columns, range: parameterCount..<end))
      parameterCount = end
    }
    statisticsCount += kernel.statisticsCount
    kernels.append(kernel)
    width = kernel.outputs
  }

  private func requirePositive(_ count: Int, _ word: String, _ layer: Int) {
    if count < 1 { fatalError("Layer \(layer) needs 1 or more \(word), not \(count).") }
  }

  /// Stops at a parameter for which the derivative can't be told from the output.
  private func require(_ activation: Activation, _ layer: Int) {
    switch activation {
    case .leakyRelu(let value) where !(value > 0), .elu(let value) where !(value > 0):
      fatalError("The activation of layer \(layer) needs a number above 0, not \(value).")
    default: break
    }
  }
}
