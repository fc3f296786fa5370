import NumericCore

/// Inverted dropout. It keeps its mask: 1 / keepProbability for what stays, 0 for what is dropped.
struct DropoutKernel<Scalar: Real>: LayerKernel {
  let inputs: Int
  let keepProbability: Double

  var outputs: Int { inputs }

  func keptCount(maximumBatch: Int) -> Int { maximumBatch * inputs }

  func forward(_ pass: LayerPass<Scalar>) {
    let count = pass.samples * inputs
    if var draws = pass.draws {
      drop(pass.input, into: pass.output, mask: pass.kept, count: count, using: &draws)
    } else {
      pass.output.update(from: pass.input, count: count)
    }
  }

  func backward(_ pass: LayerPass<Scalar>) {
    guard let inputDelta = pass.inputDelta else { return }
    multiplyElements(pass.outputDelta, pass.kept, into: inputDelta, count: pass.samples * inputs)
  }

  /// One random word decides on two numbers, with 32 bits each: the probability is met to 2^-33.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  private func drop(
    _ input: UnsafePointer<Scalar>, into output: UnsafeMutablePointer<Scalar>, mask: UnsafeMutablePointer<Scalar>,
    count: Int, using draws: inout Philox4x32x10
  ) {
    let factor = Scalar(1 / keepProbability)
    let bound = UInt64((keepProbability * 0x1p32).rounded())
    for index in stride(from: 0, to: count, by: 2) {
      let word = draws.next()
      mask[index] = word & 0xFFFF_FFFF < bound ? factor : 0
      if index + 1 < count { mask[index + 1] = word >> 32 < bound ? factor : 0 }
    }
    multiplyElements(input, mask, into: output, count: count)
  }

  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  private func multiplyElements(
    _ left: UnsafePointer<Scalar>, _ right: UnsafePointer<Scalar>, into result: UnsafeMutablePointer<Scalar>, count: Int
  ) {
    for index in 0..<count { result[index] = left[index] * right[index] }
  }
}
