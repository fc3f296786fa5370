import NumericCore

/// The memory of a network at work: activations, their gradients and masks of a batch, and the gradient of the parameters.
///
/// It is made once, for the largest batch, and used again at each step, which then allocates nothing.
public struct Workspace<Scalar: Real>: Sendable {
  /// The most samples that a batch may have.
  public let maximumBatch: Int
  /// The gradient of the loss with respect to the network's parameters, in their order: what backward wrote last.
  public internal(set) var gradient: Vector<Scalar>
  /// The samples of the last batch.
  public internal(set) var samples = 0

  /// Activations, deltas and what the layers keep, one after another.
  var memory: Vector<Scalar>
  /// For each kernel, where its part of the memory starts.
  let places: [LayerPlace]
  /// Where a shuffled batch is gathered; behind everything else.
  let gathered: Int
  /// Whether there is room for that.
  let gathers: Bool
  /// The number of outputs of the network.
  let width: Int
  /// The layers that the memory was made for.
  let layers: [Layer]
  /// Whether the last forward pass was one in training, so that backward may follow.
  var isReadyForBackward = false

  init(network: Network<Scalar>, maximumBatch: Int, gathers: Bool) {
    if maximumBatch < 1 { fatalError("A workspace needs room for 1 or more samples, not \(maximumBatch).") }
    var size = 0
    // Parts start at multiples of 64 bytes or so, where vector instructions like them.
    func reserve(_ count: Int) -> Int {
      defer { size += (count + 15) / 16 * 16 }
      return size
    }
    places = network.kernels.map { kernel in
      LayerPlace(
        output: reserve(maximumBatch * kernel.outputs), delta: reserve(maximumBatch * kernel.outputs),
        kept: reserve(kernel.keptCount(maximumBatch: maximumBatch)))
    }
    self.maximumBatch = maximumBatch
    self.gathers = gathers
    gathered = reserve(gathers ? maximumBatch * network.inputs : 0)
    memory = .zeros(size)
    gradient = .zeros(network.parameters.count)
    width = network.outputs
    layers = network.layers
  }

  /// The outputs of the last batch, shape [samples, outputs]: a copy.
  public var outputs: Matrix<Scalar> {
    let start = places.last?.output ?? 0
    return Matrix(rows: samples, columns: width, elements: Array(memory[start..<start + samples * width]))
  }
}

/// Where a kernel's numbers lie in a workspace's memory.
struct LayerPlace {
  let output: Int
  let delta: Int
  let kept: Int
}

extension Network {
  /// A workspace for this network and others with the same layers.
  ///
  /// - Parameters:
  ///   - maximumBatch: the most samples that a batch will have, 1 or more.
  ///   - gathers: whether batches will be shuffled, which takes room for their samples; not by default.
  public func workspace(maximumBatch: Int, gathers: Bool = false) -> Workspace<Scalar> {
    Workspace(network: self, maximumBatch: maximumBatch, gathers: gathers)
  }
}
