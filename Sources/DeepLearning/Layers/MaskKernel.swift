import NumericCore

/// Inverted dropout. It keeps its mask: 1 / keepProbability for what stays, 0 for what is dropped.
struct DropoutKernel<Scalar: Real>: LayerKernel {
  let inputs: Int
  let keepProbability: Double

  var outputs: Int { inputs }

  func keptCount(maximumBatch: Int) -> Int { maximumBatch * inputs }

  func forward(_ pass: LayerPass<Scalar>) {
    let count = pass.samples * inputs
    let first = pass.part.samples.lowerBound * inputs
    if let draws = pass.draws {
      drawMask(pass.kept + first, from: first, count: count, using: draws)
      multiplyElements(pass.input, pass.kept + first, into: pass.output, count: count)
    } else {
      pass.output.update(from: pass.input, count: count)
    }
  }

  func backward(_ pass: LayerPass<Scalar>) {
    guard let inputDelta = pass.inputDelta else { return }
    let first = pass.part.samples.lowerBound * inputs
    multiplyElements(pass.outputDelta, pass.kept + first, into: inputDelta, count: pass.samples * inputs)
  }

  /// Each number is decided on by 32 random bits of its own, so the probability is met to 2^-33, and a part of the batch
  /// draws what it would within the whole.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  private func drawMask(
    _ mask: UnsafeMutablePointer<Scalar>, from first: Int, count: Int, using draws: Philox4x32x10
  ) {
    let factor = Scalar(1 / keepProbability)
    let bound = UInt64((keepProbability * 0x1p32).rounded())
    // 1 KiB, which is as much as lies on the stack.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { words in
      for start in stride(from: 0, to: count, by: words.count) {
        let chunk = UnsafeMutableBufferPointer(rebasing: words[..<min(words.count, count - start)])
        draws.writeWords(from: first + start, into: chunk)
        for index in chunk.indices { mask[start + index] = UInt64(chunk[index]) < bound ? factor : 0 }
      }
    }
  }

  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  private func multiplyElements(
    _ left: UnsafePointer<Scalar>, _ right: UnsafePointer<Scalar>, into result: UnsafeMutablePointer<Scalar>, count: Int
  ) {
    for index in 0..<count { result[index] = left[index] * right[index] }
  }
}
