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
    multiply(
      Operand(numbers: pass.input, rows: pass.samples, columns: inputs),
      Operand(numbers: pass.parameters, rows: inputs, columns: outputs), into: pass.output)
    activation.apply(
      to: pass.output, bias: pass.parameters + inputs * outputs, rows: pass.samples, columns: outputs)
  }

  func backward(_ pass: LayerPass<Scalar>) {
    activation.applyDerivative(
      to: pass.outputDelta, output: pass.output, biasGradient: pass.gradient + inputs * outputs, rows: pass.samples,
      columns: outputs)
    let delta = Operand(numbers: UnsafePointer(pass.outputDelta), rows: pass.samples, columns: outputs)
    multiply(
      Operand(numbers: pass.input, rows: pass.samples, columns: inputs, transposed: true), delta, into: pass.gradient)
    if let inputDelta = pass.inputDelta {
      multiply(
        delta, Operand(numbers: pass.parameters, rows: inputs, columns: outputs, transposed: true), into: inputDelta)
    }
  }
}
