#if canImport(Techniques)
  import DeepLearning
  import DropoutQuestions
  import NumericCore
  import Techniques
  import TrainingLabs

  /// The project's own answers, in the form that is quickest for whole figures. A copy without Techniques has none.
  struct ReferenceFigureAnswers: FigureAnswers {
    let affordableImages: Int? = nil

    func credit(_ exercises: [String]) -> String { "" }

    func sizes(upTo largest: Int) -> [Int] { Array(1...largest) }

    func predictions(of ensembles: [[Matrix<Double>]]) throws -> Answered<[Probabilities]> {
      .success(
        try ensembles.sideBySide { networks in
          let sum = networks.dropFirst().reduce(softmax(networks[0])) { $0 + softmax($1) }
          return sum / Double(networks.count)
        })
    }

    func errors(of ensembles: [EnsembleErrorInput]) -> Answered<[Double]> {
      .success(
        ensembles.map { input in
          let k = Double(input.networks)
          return input.variance / k + (k - 1) / k * input.covariance
        })
    }

    func counts(of layers: [UnitsInput]) -> Answered<[ExactInteger]> {
      .success(layers.map { ExactInteger(2).power($0.unitsByLayer.reduce(0, +)) })
    }

    func masks(keeping: [Double]) -> Answered<any DropoutMasks<Float>> { .success(InvertedDropout()) }

    /// The network's own dropout does it, a part of the images at a time.
    func averages(of network: DroppedNetwork, masks: Int, setting: Setting) throws -> Answered<[ThinnedAverage]> {
      let parts = network.parts(of: 1250)
      let draws = setting.draws("monte-carlo/masks")
      let sweep = Sweep("monte-carlo: masks", steps: masks * parts.count, progress: setting.progress)
      let averages = try sweep.results(of: parts) { part, step in
        network.averages(rows: part, masks: masks, draws: draws.stream("from row", part.lowerBound), step: step)
      }
      return .success(averages.dropFirst().reduce(averages[0]) { zip($0, $1).map { $0.joined(with: $1) } })
    }

    func scaledLogits(of network: DroppedNetwork) -> Answered<Matrix<Double>> { .success(network.logits) }
  }

  extension DroppedNetwork {
    /// The averages of some samples over the first 1, 2, 4, ... masks, drawn by the engine.
    fileprivate func averages(rows: Range<Int>, masks: Int, draws: Philox4x32x10, step: () -> Void) -> [ThinnedAverage]
    {
      var workspace = rest.workspace(maximumBatch: rows.count)
      var probabilities = Probabilities.zeros(rows.count, rest.outputs)
      var logits = probabilities
      var averages: [ThinnedAverage] = []
      for index in 1...masks {
        rest.forward(activations, rows: rows, in: &workspace, mode: .training(draws.stream("mask", index)))
        let pass = Matrix<Double>(converting: workspace.outputs)
        probabilities = probabilities + softmax(pass)
        logits = logits + pass
        step()
        guard index & (index - 1) == 0 else { continue }
        averages.append(
          ThinnedAverage(masks: index, probabilities: probabilities / Double(index), logits: logits / Double(index)))
      }
      return averages
    }
  }

  extension ThinnedAverage {
    /// The same average over more samples.
    fileprivate func joined(with other: ThinnedAverage) -> ThinnedAverage {
      ThinnedAverage(
        masks: masks, probabilities: probabilities.stacked(above: other.probabilities),
        logits: logits.stacked(above: other.logits))
    }
  }
#endif
