import NumericCore

/// A feed-forward network: layers one after another, and all their parameters in one vector.
///
/// ```swift
/// var network = Network<Float>(inputs: 784, [.dense(200, .relu), .dense(10)])
/// network.initialize(draws: Philox4x32x10(seed: 1, stream: "weights"))
/// var workspace = network.workspace(maximumBatch: 128)
/// let loss = network.gradient(
///   of: .softmaxCrossEntropy, samples, .classes(labels), rows: 0..<128, in: &workspace, draws: step)
/// optimizer.step(&network.parameters, gradient: workspace.gradient)
/// ```
///
/// A network doesn't change while it computes; what it computes goes into a workspace. So several workspaces can take
/// parts of one batch side by side.
public struct Network<Scalar: Real>: Sendable {
  /// The number of features of a sample.
  public let inputs: Int
  /// The number of outputs.
  public let outputs: Int
  /// The layers, as asked for.
  public let layers: [Layer]
  /// Where each layer's parameters lie in `parameters`.
  public let blocks: [ParameterBlock]
  /// All parameters, layer after layer and block after block; see `blocks`. Keep the count.
  public var parameters: Vector<Scalar>
  /// The running averages of the batch normalizations: for each the means, then the variances. Keep the count.
  public var statistics: Vector<Scalar>

  /// What computes the layers; a maxout layer takes two.
  let kernels: [any LayerKernel<Scalar>]
  /// The parts in which the gradient of the parameters is computed.
  let gradientParts: [GradientPart]
  /// Whether a sample's output depends on the other samples of its batch in training.
  let joinsSamples: Bool
  /// For each kernel, where its parameters and its running averages start.
  let starts: [(parameters: Int, statistics: Int)]

  /// A network whose parameters are zero, scales one, until it is initialized.
  ///
  /// - Parameters:
  ///   - inputs: the number of features of a sample, 1 or more.
  ///   - layers: one at least, each with 1 or more outputs.
  ///   - masks: what layers of dropout multiply by; without such layers none are needed.
  public init(inputs: Int, _ layers: [Layer], masks: (any DropoutMasks<Scalar>)? = nil) {
    if inputs < 1 { fatalError("A network needs 1 or more inputs, not \(inputs).") }
    if layers.isEmpty { fatalError("A network needs a layer at least.") }
    var plan = Plan<Scalar>(width: inputs, masks: masks)
    for (index, layer) in layers.enumerated() { plan.append(layer, at: index) }
    self.inputs = inputs
    self.layers = layers
    outputs = plan.width
    kernels = plan.kernels
    gradientParts = plan.kernels.enumerated().flatMap { index, kernel in
      (0..<kernel.gradientParts).map { GradientPart(kernel: index, part: $0) }
    }
    joinsSamples = plan.kernels.contains(where: \.joinsSamples)
    starts = plan.starts
    blocks = plan.blocks
    parameters = .zeros(plan.parameterCount)
    statistics = .zeros(plan.statisticsCount)
    resetScalesAndStatistics()
  }

  /// Sets scales to one and running averages to what they are before any batch.
  mutating func resetScalesAndStatistics() {
    statistics.fill(with: 0)
    for block in blocks where block.role == .scale {
      for index in block.range { parameters[index] = 1 }
    }
    statistics.withUnsafeMutableElements { numbers in
      guard let first = numbers.baseAddress else { return }
      for (kernel, start) in zip(kernels, starts) { kernel.resetStatistics(first + start.statistics) }
    }
  }
}
