import NumericCore

/// The largest of each group of `pieces` neighbours: the half of a maxout layer that comes after its weighted sums.
struct MaxoutKernel<Scalar: Real>: LayerKernel {
  let outputs: Int
  let pieces: Int

  var inputs: Int { outputs * pieces }

  func forward(_ pass: LayerPass<Scalar>) {
    takeLargest(from: pass.input, into: pass.output, count: pass.samples * outputs)
  }

  func backward(_ pass: LayerPass<Scalar>) {
    guard let inputDelta = pass.inputDelta else { return }
    routeToWinners(pass.outputDelta, input: pass.input, into: inputDelta, count: pass.samples * outputs)
  }

  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  private func takeLargest(
    from input: UnsafePointer<Scalar>, into output: UnsafeMutablePointer<Scalar>, count: Int
  ) {
    for group in 0..<count { output[group] = input[winner(of: group, input)] }
  }

  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  private func routeToWinners(
    _ delta: UnsafePointer<Scalar>, input: UnsafePointer<Scalar>, into inputDelta: UnsafeMutablePointer<Scalar>,
    count: Int
  ) {
    inputDelta.update(repeating: 0, count: count * pieces)
    for group in 0..<count { inputDelta[winner(of: group, input)] = delta[group] }
  }

  /// The index of the largest of a group, the first where several are; a NaN wins, so that it isn't hidden.
  @inline(__always)
  private func winner(of group: Int, _ input: UnsafePointer<Scalar>) -> Int {
    let first = group * pieces
    var best = first
    for index in first..<first + pieces where input[index] > input[best] || input[index].isNaN { best = index }
    return best
  }
}
