import NumericCore

/// The weighted sums of the first layer: a part is some inputs.
struct SumWork<Scalar: Real>: SharedWork {
  let memory: NetworkMemory<Scalar>
  let kernel: any LayerKernel<Scalar>

  func perform(part: Int) {
    let whole = BatchPart(wholeBatchOf: memory.rows.range.count, cutIn: 1)
    let features = memory.inputs * part / memory.sumParts..<memory.inputs * (part + 1) / memory.sumParts
    memory.gather(whole.samples, features: features)
    kernel.addUp(memory.layerPass(0, kernel, whole, nil), part: part)
  }
}

/// Forward through all layers: a part is some samples.
struct ForwardWork<Scalar: Real>: SharedWork {
  let memory: NetworkMemory<Scalar>
  let kernels: [any LayerKernel<Scalar>]
  let parts: Int
  let mode: PassMode

  func perform(part index: Int) {
    let part = BatchPart(index, of: parts, batch: memory.rows.range.count)
    memory.forward(kernels, part, mode)
  }
}

/// Forward, loss, and the deltas backward through all layers: a part is some samples. It leaves its share of the loss.
struct LossWork<Scalar: Real>: SharedWork {
  let memory: NetworkMemory<Scalar>
  let kernels: [any LayerKernel<Scalar>]
  let parts: Int
  let draws: Philox4x32x10
  let loss: Loss
  let targets: Targets<Scalar>
  let width: Int
  let shares: UnsafeMutablePointer<Double>

  func perform(part index: Int) {
    let part = BatchPart(index, of: parts, batch: memory.rows.range.count)
    memory.forward(kernels, part, .training(draws))
    if let pass = memory.lossPass(part, width: width) { shares[index] = loss.evaluate(pass, targets) }
    memory.backward(kernels, part)
  }
}

/// The deltas backward alone, from those of the outputs: a part is some samples.
struct BackwardWork<Scalar: Real>: SharedWork {
  let memory: NetworkMemory<Scalar>
  let kernels: [any LayerKernel<Scalar>]
  let parts: Int

  func perform(part index: Int) {
    memory.backward(kernels, BatchPart(index, of: parts, batch: memory.rows.range.count))
  }
}

/// The gradient of the parameters from the deltas of all samples: a part is some rows of a layer's weights.
struct GradientWork<Scalar: Real>: SharedWork {
  let memory: NetworkMemory<Scalar>
  let kernels: [any LayerKernel<Scalar>]
  let batchParts: Int
  let parts: [GradientPart]

  func perform(part index: Int) {
    let (kernel, part) = (kernels[parts[index].kernel], parts[index].part)
    let whole = BatchPart(wholeBatchOf: memory.rows.range.count, cutIn: batchParts)
    kernel.gradient(memory.layerPass(parts[index].kernel, kernel, whole, nil), part: part)
  }
}

/// A part of the gradient: which kernel's, and which of its parts.
struct GradientPart {
  let kernel: Int
  let part: Int
}

extension NetworkMemory {
  fileprivate func forward(_ kernels: [any LayerKernel<Scalar>], _ part: BatchPart, _ mode: PassMode) {
    if sumParts == 1 { gather(part.samples, features: 0..<inputs) }
    for index in kernels.indices {
      var draws: Philox4x32x10?
      if case .training(let step) = mode { draws = step.stream("layer", index) }
      kernels[index].forward(layerPass(index, kernels[index], part, draws))
    }
  }

  fileprivate func backward(_ kernels: [any LayerKernel<Scalar>], _ part: BatchPart) {
    for index in kernels.indices.reversed() { kernels[index].backward(layerPass(index, kernels[index], part, nil)) }
  }
}
