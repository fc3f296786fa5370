import NumericCore

/// y = activation(x W + b).
struct DenseKernel<Scalar: Real>: LayerKernel {
  let inputs: Int
  let outputs: Int
  let activation: Activation

  var parameters: [ParameterShape] {
    [
      ParameterShape(role: .weights, rows: inputs, columns: outputs),
      ParameterShape(role: .bias, rows: 1, columns: outputs),
    ]
  }

  func forward(_ pass: LayerPass<Scalar>) {
    let weights = MatrixMemory(pass.parameters, rows: inputs, columns: outputs)
    MatrixMemory(pass.input, rows: pass.samples, columns: inputs).multiply(weights, into: pass.output)
    activation.apply(
      to: pass.output, bias: pass.parameters + inputs * outputs, rows: pass.samples, columns: outputs)
  }

  func backward(_ pass: LayerPass<Scalar>) {
    activation.applyDerivative(
      to: pass.outputDelta, output: pass.output, biasGradient: pass.gradient + inputs * outputs, rows: pass.samples,
      columns: outputs)
    let delta = MatrixMemory(UnsafePointer(pass.outputDelta), rows: pass.samples, columns: outputs)
    MatrixMemory(pass.input, rows: pass.samples, columns: inputs, transposed: true)
      .multiply(delta, into: pass.gradient)
    if let inputDelta = pass.inputDelta {
      delta.multiply(
        MatrixMemory(pass.parameters, rows: inputs, columns: outputs, transposed: true), into: inputDelta)
    }
  }
}
