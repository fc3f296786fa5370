import NumericCore

/// An activation alone.
struct ActivationKernel<Scalar: Real>: LayerKernel {
  let inputs: Int
  let activation: Activation

  var outputs: Int { inputs }

  func forward(_ pass: LayerPass<Scalar>) {
    pass.output.update(from: pass.input, count: pass.samples * inputs)
    activation.apply(to: pass.output, bias: nil, rows: pass.samples, columns: inputs)
  }

  func backward(_ pass: LayerPass<Scalar>) {
    guard let inputDelta = pass.inputDelta else { return }
    inputDelta.update(from: pass.outputDelta, count: pass.samples * inputs)
    activation.applyDerivative(
      to: inputDelta, output: pass.output, biasGradient: nil, rows: pass.samples, columns: inputs)
  }
}
