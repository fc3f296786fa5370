import NumericCore

/// All memory of a network during one batch, and the passes over its layers.
struct NetworkMemory<Scalar: Real> {
  let samples: Int
  let input: UnsafePointer<Scalar>
  let parameters: UnsafePointer<Scalar>
  let statistics: UnsafePointer<Scalar>
  let gradient: UnsafeMutablePointer<Scalar>
  let workspace: UnsafeMutablePointer<Scalar>
  let places: [LayerPlace]
  let starts: [(parameters: Int, statistics: Int)]

  /// The outputs of the network.
  var outputs: UnsafePointer<Scalar>? { places.last.map { UnsafePointer(workspace + $0.output) } }
  /// The gradient with respect to them.
  var outputDelta: UnsafeMutablePointer<Scalar>? { places.last.map { workspace + $0.delta } }

  func forward(_ kernels: [any LayerKernel<Scalar>], _ mode: PassMode) {
    for index in kernels.indices {
      var draws: Philox4x32x10?
      if case .training(let step) = mode { draws = step.stream("layer", index) }
      kernels[index].forward(pass(index, draws))
    }
  }

  func backward(_ kernels: [any LayerKernel<Scalar>]) {
    for index in kernels.indices.reversed() { kernels[index].backward(pass(index, nil)) }
  }

  private func pass(_ index: Int, _ draws: Philox4x32x10?) -> LayerPass<Scalar> {
    let place = places[index]
    return LayerPass(
      samples: samples,
      input: index == 0 ? input : UnsafePointer(workspace + places[index - 1].output),
      output: workspace + place.output,
      parameters: parameters + starts[index].parameters,
      gradient: gradient + starts[index].parameters,
      outputDelta: workspace + place.delta,
      inputDelta: index == 0 ? nil : workspace + places[index - 1].delta,
      kept: workspace + place.kept,
      statistics: statistics + starts[index].statistics,
      draws: draws)
  }
}

extension Network {
  /// Opens the buffers all at once, so that layers see plain memory.
  func withMemory<Result>(
    _ samples: Matrix<Scalar>, _ rows: Range<Int>, _ workspace: inout Workspace<Scalar>,
    _ body: (NetworkMemory<Scalar>) -> Result
  ) -> Result {
    let places = workspace.places
    return samples.withUnsafeElements { input in
      parameters.withUnsafeElements { parameters in
        statistics.withUnsafeElements { statistics in
          workspace.gradient.withUnsafeMutableElements { gradient in
            workspace.memory.withUnsafeMutableElements { memory in
              guard let input = input.baseAddress, let memory = memory.baseAddress else {
                fatalError("A batch needs a sample at least.")
              }
              // A network without parameters or running averages never reads them; any address will do.
              return body(
                NetworkMemory(
                  samples: rows.count, input: input + rows.lowerBound * inputs,
                  parameters: parameters.baseAddress ?? UnsafePointer(memory),
                  statistics: statistics.baseAddress ?? UnsafePointer(memory),
                  gradient: gradient.baseAddress ?? memory, workspace: memory, places: places, starts: starts))
            }
          }
        }
      }
    }
  }
}
