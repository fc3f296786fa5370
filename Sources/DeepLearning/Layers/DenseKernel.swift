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

  /// A part has 40,000 numbers or so: with less, packing its matrices takes longer than multiplying them.
  var gradientParts: Int { min(max(inputs * outputs / 40_000, 1), 4) }

  /// Each part of the batch keeps its sum of the bias gradient.
  func keptCount(maximumBatch: Int) -> Int { BatchPart.maximumCount * outputs }

  func forward(_ pass: LayerPass<Scalar>) {
    let weights = MatrixMemory(pass.parameters, rows: inputs, columns: outputs)
    MatrixMemory(pass.input, rows: pass.samples, columns: inputs).multiply(weights, into: pass.output)
    activation.apply(
      to: pass.output, bias: pass.parameters + inputs * outputs, rows: pass.samples, columns: outputs)
  }

  func backward(_ pass: LayerPass<Scalar>) {
    activation.applyDerivative(
      to: pass.outputDelta, output: pass.output, biasGradient: pass.kept + pass.part.index * outputs,
      rows: pass.samples, columns: outputs)
    if let inputDelta = pass.inputDelta {
      MatrixMemory(UnsafePointer(pass.outputDelta), rows: pass.samples, columns: outputs).multiply(
        MatrixMemory(pass.parameters, rows: inputs, columns: outputs, transposed: true), into: inputDelta)
    }
  }

  /// Some rows of xᵀ delta; the first part adds the sums for the bias too.
  func gradient(_ pass: LayerPass<Scalar>, part: Int) {
    let rows = inputs * part / gradientParts..<inputs * (part + 1) / gradientParts
    MatrixMemory(
      pass.input + rows.lowerBound, rows: pass.samples, columns: rows.count, stride: inputs, transposed: true
    )
    .multiply(
      MatrixMemory(UnsafePointer(pass.outputDelta), rows: pass.samples, columns: outputs),
      into: pass.gradient + rows.lowerBound * outputs)
    if part == 0 { addPartialSums(pass.kept, parts: pass.part.count, into: pass.gradient + inputs * outputs) }
  }

  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  private func addPartialSums(_ sums: UnsafePointer<Scalar>, parts: Int, into bias: UnsafeMutablePointer<Scalar>) {
    bias.update(from: sums, count: outputs)
    for part in 1..<max(parts, 1) {
      let sums = sums + part * outputs
      for output in 0..<outputs { bias[output] += sums[output] }
    }
  }
}
