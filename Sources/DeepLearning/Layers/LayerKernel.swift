import NumericCore

/// What computes a layer. It owns no numbers: parameters, activations and deltas lie in memory that a pass points at.
protocol LayerKernel<Scalar>: Sendable {
  associatedtype Scalar: Real

  /// Features in.
  var inputs: Int { get }
  /// Features out.
  var outputs: Int { get }
  /// The parameters, in the order in which they lie in the buffer.
  var parameters: [ParameterShape] { get }
  /// How many running averages the layer keeps for inference.
  var statisticsCount: Int { get }

  /// Whether a sample's output depends on the other samples of the batch, which then can't be cut in parts.
  var joinsSamples: Bool { get }
  /// In how many parts the gradient of the parameters is computed; fixed by the layer's size.
  var gradientParts: Int { get }
  /// In how many parts the weighted sums of a first layer are computed; 1 where samples alone are cut in parts.
  func sumParts(batch: Int) -> Int

  /// How many numbers the forward pass keeps for the backward pass, besides its output.
  func keptCount(maximumBatch: Int) -> Int

  /// Before `forward`, where there are several such parts: writes a part of the weighted sums of all samples.
  func addUp(_ pass: LayerPass<Scalar>, part: Int)

  /// Computes the output of some samples.
  func forward(_ pass: LayerPass<Scalar>)

  /// From the gradient with respect to the output of some samples: writes that of the input where it is wanted. May
  /// change the gradient with respect to the output.
  func backward(_ pass: LayerPass<Scalar>)

  /// After `backward` of all samples: writes a part of the gradient of the parameters.
  func gradient(_ pass: LayerPass<Scalar>, part: Int)

  /// Moves the running averages towards what the last forward pass in training saw.
  func updateStatistics(_ statistics: UnsafeMutablePointer<Scalar>, kept: UnsafePointer<Scalar>, samples: Int)

  /// Sets the running averages to what they are before any batch.
  func resetStatistics(_ statistics: UnsafeMutablePointer<Scalar>)
}

extension LayerKernel {
  var parameters: [ParameterShape] { [] }
  var statisticsCount: Int { 0 }
  var joinsSamples: Bool { false }
  var gradientParts: Int { 0 }
  func keptCount(maximumBatch: Int) -> Int { 0 }
  func sumParts(batch: Int) -> Int { 1 }
  func addUp(_ pass: LayerPass<Scalar>, part: Int) {}
  func gradient(_ pass: LayerPass<Scalar>, part: Int) {}
  func updateStatistics(_ statistics: UnsafeMutablePointer<Scalar>, kept: UnsafePointer<Scalar>, samples: Int) {}
  func resetStatistics(_ statistics: UnsafeMutablePointer<Scalar>) {}
}

/// One kind of parameters of a layer and their shape; a vector is a single row.
struct ParameterShape {
  let role: ParameterBlock.Role
  let rows: Int
  let columns: Int
}

/// The memory of one layer during one pass over a part of a batch. All matrices are row-major.
struct LayerPass<Scalar: Real> {
  /// Which part of the batch, and of how many; of all samples where there is no part.
  let part: BatchPart
  /// The samples of this part.
  var samples: Int { part.samples.count }
  /// [samples, inputs]
  let input: UnsafePointer<Scalar>
  /// [samples, outputs]
  let output: UnsafeMutablePointer<Scalar>
  /// The layer's part of the parameters.
  let parameters: UnsafePointer<Scalar>
  /// The layer's part of the gradient.
  let gradient: UnsafeMutablePointer<Scalar>
  /// The gradient with respect to the output, [samples, outputs].
  let outputDelta: UnsafeMutablePointer<Scalar>
  /// The gradient with respect to the input, [samples, inputs]; the first layer needs none.
  let inputDelta: UnsafeMutablePointer<Scalar>?
  /// What the forward pass keeps for the backward pass, of the whole batch.
  let kept: UnsafeMutablePointer<Scalar>
  /// The layer's running averages.
  let statistics: UnsafePointer<Scalar>
  /// In how many parts the weighted sums have been computed already; 1 where they haven't.
  let sumParts: Int
  /// The layer's own random numbers in training; nothing in inference.
  let draws: Philox4x32x10?
}
