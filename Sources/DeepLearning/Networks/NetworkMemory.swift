import NumericCore

/// All memory of a network during one batch.
struct NetworkMemory<Scalar: Real> {
  /// The samples of the batch, and where they lie.
  let rows: BatchRows
  /// All samples, [samples, inputs], of which the batch takes some.
  let allSamples: UnsafePointer<Scalar>
  let inputs: Int
  let parameters: UnsafePointer<Scalar>
  let statistics: UnsafePointer<Scalar>
  let gradient: UnsafeMutablePointer<Scalar>
  let workspace: UnsafeMutablePointer<Scalar>
  let places: [LayerPlace]
  /// Where a shuffled batch is gathered.
  let gathered: Int
  let starts: [(parameters: Int, statistics: Int)]
  /// In how many parts the sums of the first layer are computed before the forward pass; 1 where they aren't.
  let sumParts: Int

  /// The samples of the batch one after another, [batch, inputs].
  var input: UnsafePointer<Scalar> {
    rows.order == nil ? allSamples + rows.range.lowerBound * inputs : UnsafePointer(workspace + gathered)
  }

  /// Copies some features of some samples to where the first layer reads them, if they lie elsewhere.
  func gather(_ samples: Range<Int>, features: Range<Int>) {
    guard rows.order != nil else { return }
    for sample in samples {
      (workspace + gathered + sample * inputs + features.lowerBound)
        .update(from: allSamples + rows[sample] * inputs + features.lowerBound, count: features.count)
    }
  }

  /// The outputs of some samples, and where the gradient with respect to them goes.
  func lossPass(_ part: BatchPart, width: Int) -> LossPass<Scalar>? {
    guard let last = places.last else { return nil }
    let first = part.samples.lowerBound * width
    return LossPass(
      part: part, batch: rows, width: width, outputs: UnsafePointer(workspace + last.output + first),
      delta: workspace + last.delta + first)
  }

  /// What one layer sees of a part of the batch. `draws` is there in training.
  func layerPass(
    _ index: Int, _ kernel: any LayerKernel<Scalar>, _ part: BatchPart, _ draws: Philox4x32x10?
  ) -> LayerPass<Scalar> {
    let place = places[index]
    let (input, output) = (part.samples.lowerBound * kernel.inputs, part.samples.lowerBound * kernel.outputs)
    return LayerPass(
      part: part,
      input: (index == 0 ? self.input : UnsafePointer(workspace + places[index - 1].output)) + input,
      output: workspace + place.output + output,
      parameters: parameters + starts[index].parameters,
      gradient: gradient + starts[index].parameters,
      outputDelta: workspace + place.delta + output,
      inputDelta: index == 0 ? nil : workspace + places[index - 1].delta + input,
      kept: workspace + place.kept,
      statistics: statistics + starts[index].statistics,
      sumParts: index == 0 ? sumParts : 1,
      draws: draws)
  }
}

/// The samples of a batch: some in a row, or some places of an order.
struct BatchRows {
  /// The places in the order, or the rows themselves.
  let range: Range<Int>
  /// The row at each place, where there is an order.
  let order: UnsafePointer<Int>?

  /// The row of a sample of the batch, counted from 0.
  subscript(sample: Int) -> Int {
    let place = range.lowerBound + sample
    return order.map { $0[place] } ?? place
  }
}

extension Network {
  /// Opens the buffers all at once, so that layers see plain memory.
  func withMemory<Result>(
    _ samples: Matrix<Scalar>, _ rows: Range<Int>, order: [Int]?, _ workspace: inout Workspace<Scalar>,
    _ body: (NetworkMemory<Scalar>) -> Result
  ) -> Result {
    let (places, gathered) = (workspace.places, workspace.gathered)
    return samples.withUnsafeElements { input in
      parameters.withUnsafeElements { parameters in
        statistics.withUnsafeElements { statistics in
          workspace.gradient.withUnsafeMutableElements { gradient in
            workspace.memory.withUnsafeMutableElements { memory in
              withUnsafeOrder(order) { order in
                guard let input = input.baseAddress, let memory = memory.baseAddress else {
                  fatalError("A batch needs a sample at least.")
                }
                // A network without parameters or running averages never reads them; any address will do.
                return body(
                  NetworkMemory(
                    rows: BatchRows(range: rows, order: order), allSamples: input, inputs: inputs,
                    parameters: parameters.baseAddress ?? UnsafePointer(memory),
                    statistics: statistics.baseAddress ?? UnsafePointer(memory),
                    gradient: gradient.baseAddress ?? memory, workspace: memory, places: places, gathered: gathered,
                    starts: starts, sumParts: kernels[0].sumParts(batch: rows.count)))
              }
            }
          }
        }
      }
    }
  }
}

private func withUnsafeOrder<Result>(_ order: [Int]?, _ body: (UnsafePointer<Int>?) -> Result) -> Result {
  guard let order else { return body(nil) }
  return order.withUnsafeBufferPointer { body($0.baseAddress) }
}
