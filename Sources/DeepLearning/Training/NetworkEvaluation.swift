import NumericCore

extension Network {
  /// How the network does on some samples, in inference.
  public func evaluation(of loss: Loss, on samples: Samples<Scalar>, team: Team = .alone) -> Evaluation {
    let outputs = outputs(for: samples.features, team: team)
    return Evaluation(
      loss: loss.value(outputs: outputs, targets: samples.targets),
      accuracy: accuracy(of: outputs, samples.targets, threshold: loss == .meanSquaredError ? 0.5 : 0))
  }

  /// The share of samples whose largest output is that of their class; where two are as large, the first counts.
  private func accuracy(of outputs: Matrix<Scalar>, _ targets: Targets<Scalar>, threshold: Scalar) -> Double? {
    guard case .classes(let classes) = targets else { return nil }
    let width = outputs.columns
    let right = outputs.withUnsafeElements { numbers in
      classes.indices.count { sample in
        let row = numbers[sample * width..<(sample + 1) * width]
        if width == 1 { return (numbers[sample] > threshold ? 1 : 0) == classes[sample] }
        var best = row.startIndex
        for index in row.indices where numbers[index] > numbers[best] { best = index }
        return best - row.startIndex == classes[sample]
      }
    }
    return Double(right) / Double(classes.count)
  }
}
