import NumericCore

extension Training {
  /// Where numbers went wrong first, on the way of the data through the network.
  func notFinite(
    epoch: Int, step: Int, _ samples: Samples<Scalar>, _ rows: Range<Int>, _ order: [Int]?
  ) -> TrainingError {
    .notFinite(epoch: epoch + 1, step: step + 1, place: place(samples, rows.map { order?[$0] ?? $0 }))
  }

  private func place(_ samples: Samples<Scalar>, _ rows: [Int]) -> TrainingError.Place {
    for row in rows {
      if let feature = samples.features.row(row).firstIndex(where: { !$0.isFinite }) {
        return .samples(row: row, feature: feature)
      }
    }
    let parameters = network.firstBlockNotFinite
    let batch = samples.features[rows: rows]
    for count in 1...network.layers.count {
      let index = count - 1
      if let parameters, parameters.layer == index { return .parameters(layer: index, block: parameters.name) }
      if !network.prefix(count).outputs(for: batch).elements.allSatisfy(\.isFinite) {
        return .outputs(layer: index, description: network.layers[index].summary)
      }
    }
    return .loss
  }
}

extension Network {
  /// The first block of parameters with a number that isn't finite.
  var firstBlockNotFinite: ParameterBlock? {
    parameters.withUnsafeElements { numbers in
      blocks.first { block in !areFinite(UnsafeBufferPointer(rebasing: numbers[block.range])) }
    }
  }

  /// The first layers of the network as a network of their own.
  fileprivate func prefix(_ count: Int) -> Network {
    var first = Network(inputs: inputs, Array(layers.prefix(count)))
    first.parameters = Vector(parameters[..<first.parameters.count])
    first.statistics = Vector(statistics[..<first.statistics.count])
    return first
  }
}

/// Whether no number is infinite or NaN. It looks at all of them, so that the loop becomes vector code.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
private func areFinite<Scalar: Real>(_ numbers: UnsafeBufferPointer<Scalar>) -> Bool {
  var others = 0
  for index in 0..<numbers.count { others |= numbers[index].isFinite ? 0 : 1 }
  return others == 0
}

extension Layer {
  /// What it is, in a few words: "dense 200, relu".
  var summary: String {
    switch self {
    case .dense(let outputs, let activation): "dense \(outputs), \(activation)"
    case .maxout(let outputs, let pieces): "maxout \(outputs), \(pieces) pieces"
    case .activation(let activation): "\(activation)"
    case .dropout(let keepProbability): "dropout, keep \(keepProbability)"
    case .batchNormalization: "batch normalization"
    }
  }
}
