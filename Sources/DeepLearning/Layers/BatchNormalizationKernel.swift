import NumericCore

/// Batch normalization. It keeps for each feature the mean of the batch, its variance and 1 / √(variance + epsilon), then
/// the normalized input, [samples, features].
struct BatchNormalizationKernel<Scalar: Real>: LayerKernel {
  let inputs: Int
  let momentum: Double
  let epsilon: Double

  var outputs: Int { inputs }
  var statisticsCount: Int { 2 * inputs }

  var parameters: [ParameterShape] {
    [
      ParameterShape(role: .scale, rows: 1, columns: inputs), ParameterShape(role: .shift, rows: 1, columns: inputs),
    ]
  }

  var joinsSamples: Bool { true }

  func keptCount(maximumBatch: Int) -> Int { (maximumBatch + 3) * inputs }

  func forward(_ pass: LayerPass<Scalar>) {
    let features = Features(kept: pass.kept, count: inputs)
    if pass.draws == nil {
      for feature in 0..<inputs {
        features.mean[feature] = pass.statistics[feature]
        features.variance[feature] = pass.statistics[inputs + feature]
      }
    } else {
      measure(pass.input, samples: pass.samples, features)
    }
    normalize(pass, features)
  }

  func backward(_ pass: LayerPass<Scalar>) { propagate(pass, Features(kept: pass.kept, count: inputs)) }

  /// The mean, then the variance around it: two passes, because one would cancel where the mean is large.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  private func measure(_ input: UnsafePointer<Scalar>, samples: Int, _ features: Features) {
    let count = Scalar(samples)
    features.mean.update(repeating: 0, count: 2 * inputs)
    for row in 0..<samples {
      let input = input + row * inputs
      for feature in 0..<inputs { features.mean[feature] += input[feature] }
    }
    for feature in 0..<inputs { features.mean[feature] /= count }
    for row in 0..<samples {
      let input = input + row * inputs
      for feature in 0..<inputs {
        let distance = input[feature] - features.mean[feature]
        features.variance[feature] += distance * distance
      }
    }
    for feature in 0..<inputs { features.variance[feature] /= count }
  }

  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  private func normalize(_ pass: LayerPass<Scalar>, _ features: Features) {
    let epsilon = Scalar(epsilon)
    let (scale, shift) = (pass.parameters, pass.parameters + inputs)
    for feature in 0..<inputs {
      features.inverseDeviation[feature] = 1 / (features.variance[feature] + epsilon).squareRoot()
    }
    for row in 0..<pass.samples {
      let start = row * inputs
      let (input, output, normalized) = (pass.input + start, pass.output + start, features.normalized + start)
      for feature in 0..<inputs {
        let value = (input[feature] - features.mean[feature]) * features.inverseDeviation[feature]
        normalized[feature] = value
        output[feature] = scale[feature] * value + shift[feature]
      }
    }
  }

  /// d/dx = gamma / √(variance + epsilon) · (d - mean(d) - x̂ mean(d x̂)): mean and variance depend on x as well.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  private func propagate(_ pass: LayerPass<Scalar>, _ features: Features) {
    let (scaleGradient, shiftGradient) = (pass.gradient, pass.gradient + inputs)
    scaleGradient.update(repeating: 0, count: 2 * inputs)
    for row in 0..<pass.samples {
      let (delta, normalized) = (pass.outputDelta + row * inputs, features.normalized + row * inputs)
      for feature in 0..<inputs {
        scaleGradient[feature] += delta[feature] * normalized[feature]
        shiftGradient[feature] += delta[feature]
      }
    }
    guard let inputDelta = pass.inputDelta else { return }
    let share = 1 / Scalar(pass.samples)
    for row in 0..<pass.samples {
      let start = row * inputs
      let (delta, normalized, result) = (pass.outputDelta + start, features.normalized + start, inputDelta + start)
      for feature in 0..<inputs {
        let rest = share * (shiftGradient[feature] + normalized[feature] * scaleGradient[feature])
        result[feature] = pass.parameters[feature] * features.inverseDeviation[feature] * (delta[feature] - rest)
      }
    }
  }

  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  func updateStatistics(_ statistics: UnsafeMutablePointer<Scalar>, kept: UnsafePointer<Scalar>, samples: Int) {
    let features = Features(kept: UnsafeMutablePointer(mutating: kept), count: inputs)
    let weight = Scalar(momentum)
    let unbiased = Scalar(samples) / Scalar(max(samples - 1, 1))
    for feature in 0..<inputs {
      statistics[feature] += weight * (features.mean[feature] - statistics[feature])
      let variance = features.variance[feature] * unbiased
      statistics[inputs + feature] += weight * (variance - statistics[inputs + feature])
    }
  }

  func resetStatistics(_ statistics: UnsafeMutablePointer<Scalar>) {
    statistics.update(repeating: 0, count: inputs)
    (statistics + inputs).update(repeating: 1, count: inputs)
  }

  /// Where the layer keeps what. The features come first, because the number of samples changes.
  private struct Features {
    let mean: UnsafeMutablePointer<Scalar>
    let variance: UnsafeMutablePointer<Scalar>
    let inverseDeviation: UnsafeMutablePointer<Scalar>
    let normalized: UnsafeMutablePointer<Scalar>

    init(kept: UnsafeMutablePointer<Scalar>, count: Int) {
      mean = kept
      variance = kept + count
      inverseDeviation = kept + 2 * count
      normalized = kept + 3 * count
    }
  }
}
