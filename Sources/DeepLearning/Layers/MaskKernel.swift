import NumericCore

/// Multiplies by a mask, drawn anew in each pass of training, and keeps it for the way back.
struct MaskKernel<Scalar: Real>: LayerKernel {
  let inputs: Int
  let keepProbability: Double
  let masks: any DropoutMasks<Scalar>

  var outputs: Int { inputs }

  func keptCount(maximumBatch: Int) -> Int { maximumBatch * inputs }

  func forward(_ pass: LayerPass<Scalar>) {
    let count = pass.samples * inputs
    let first = pass.part.samples.lowerBound * inputs
    if let draws = pass.draws {
      var mask = UnsafeMutableBufferPointer(start: pass.kept + first, count: count).mutableSpan
      masks.write(&mask, from: first, keepProbability: keepProbability, using: draws)
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

  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  private func multiplyElements(
    _ left: UnsafePointer<Scalar>, _ right: UnsafePointer<Scalar>, into result: UnsafeMutablePointer<Scalar>, count: Int
  ) {
    for index in 0..<count { result[index] = left[index] * right[index] }
  }
}
