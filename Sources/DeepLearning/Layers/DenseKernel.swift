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

  /// A part has 75,000 numbers or more: each part packs the deltas of the whole batch anew, which takes its time.
  var gradientParts: Int { min(max(inputs * outputs / 75_000, 1), 4) }

  /// Below 512 samples, the sums over the inputs are cut as the gradient of the weights is. A thread then reads those weights
  /// only that it moved itself, and adding up the parts costs less than fetching the others from its neighbour's cache.
  func sumParts(batch: Int) -> Int { batch <= Self.largestSummedBatch ? gradientParts : 1 }

  private static var largestSummedBatch: Int { 511 }

  /// Each part of the batch keeps its sum of the bias gradient; behind them, all but the first part of the sums over the
  /// inputs.
  func keptCount(maximumBatch: Int) -> Int {
    (BatchPart.maximumCount + (gradientParts - 1) * min(maximumBatch, Self.largestSummedBatch)) * outputs
  }

  func addUp(_ pass: LayerPass<Scalar>, part: Int) {
    let rows = rows(of: part)
    MatrixMemory(pass.input + rows.lowerBound, rows: pass.samples, columns: rows.count, stride: inputs)
      .multiply(
        MatrixMemory(pass.parameters + rows.lowerBound * outputs, rows: rows.count, columns: outputs),
        into: part == 0 ? pass.output : sums(pass, part))
  }

  func forward(_ pass: LayerPass<Scalar>) {
    if pass.sumParts > 1 {
      let first = pass.part.samples.lowerBound * outputs
      for part in 1..<pass.sumParts {
        add(sums(pass, part) + first, to: pass.output, count: pass.samples * outputs)
      }
    } else {
      let weights = MatrixMemory(pass.parameters, rows: inputs, columns: outputs)
      MatrixMemory(pass.input, rows: pass.samples, columns: inputs).multiply(weights, into: pass.output)
    }
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
    let rows = rows(of: part)
    MatrixMemory(
      pass.input + rows.lowerBound, rows: pass.samples, columns: rows.count, stride: inputs, transposed: true
    )
    .multiply(
      MatrixMemory(UnsafePointer(pass.outputDelta), rows: pass.samples, columns: outputs),
      into: pass.gradient + rows.lowerBound * outputs)
    if part == 0 { addPartialSums(pass.kept, parts: pass.part.count, into: pass.gradient + inputs * outputs) }
  }

  /// The rows of the weights that belong to a part.
  private func rows(of part: Int) -> Range<Int> {
    inputs * part / gradientParts..<inputs * (part + 1) / gradientParts
  }

  /// Where a part of the sums over the inputs lies, but for the first, which lies in the output.
  private func sums(_ pass: LayerPass<Scalar>, _ part: Int) -> UnsafeMutablePointer<Scalar> {
    pass.kept + (BatchPart.maximumCount + (part - 1) * pass.part.batch) * outputs
  }

  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  private func add(_ numbers: UnsafePointer<Scalar>, to sums: UnsafeMutablePointer<Scalar>, count: Int) {
    for index in 0..<count { sums[index] += numbers[index] }
  }

  private func addPartialSums(_ sums: UnsafePointer<Scalar>, parts: Int, into bias: UnsafeMutablePointer<Scalar>) {
    bias.update(from: sums, count: outputs)
    for part in 1..<max(parts, 1) { add(sums + part * outputs, to: bias, count: outputs) }
  }
}
