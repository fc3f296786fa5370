import NumericCore

/// The memory of a loss during one pass over a part of a batch, [samples, width] each.
struct LossPass<Scalar: Real> {
  let part: BatchPart
  let batch: BatchRows
  let width: Int
  let outputs: UnsafePointer<Scalar>
  let delta: UnsafeMutablePointer<Scalar>

  /// The samples of this part.
  var samples: Int { part.samples.count }
  /// The row of the targets that belongs to a sample of this part.
  func row(_ sample: Int) -> Int { batch[part.samples.lowerBound + sample] }
}

extension Loss {
  /// Writes the gradient with respect to the outputs, and returns this part's share of the mean over the batch. Losses are
  /// summed in double precision.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  func evaluate<Scalar: Real>(_ pass: LossPass<Scalar>, _ targets: Targets<Scalar>) -> Double {
    switch targets {
    case .values(let matrix):
      matrix.withUnsafeElements { numbers in
        evaluate(pass) { sample, column in numbers[pass.row(sample) * pass.width + column] }
      }
    case .classes(let classes):
      classes.withUnsafeBufferPointer { classes in
        pass.width == 1
          ? evaluate(pass) { sample, _ in Scalar(classes[pass.row(sample)]) }
          : evaluate(pass) { sample, column in classes[pass.row(sample)] == column ? 1 : 0 }
      }
    }
  }

  @inline(__always)
  private func evaluate<Scalar: Real>(_ pass: LossPass<Scalar>, _ target: (Int, Int) -> Scalar) -> Double {
    switch self {
    case .meanSquaredError:
      pass.meanOfElements(target) { output, target in
        let difference = output - target
        return (difference * difference, 2 * difference)
      }
    case .binaryCrossEntropy:
      pass.meanOfElements(target) { logit, target in
        let power = exponential(-abs(logit))
        let upper = 1 / (1 + power)
        let loss = (logit < 0 ? 0 : logit) - logit * target + logarithmOfOnePlus(power)
        return (loss, (logit < 0 ? power * upper : upper) - target)
      }
    case .softmaxCrossEntropy: pass.softmaxCrossEntropy(target)
    }
  }
}

extension LossPass {
  /// The mean over samples and outputs of a loss that treats each output alike; `term` gives it and its derivative.
  @inline(__always)
  fileprivate func meanOfElements(
    _ target: (Int, Int) -> Scalar, _ term: (Scalar, Scalar) -> (loss: Scalar, derivative: Scalar)
  ) -> Double {
    var total = 0.0
    let count = Scalar(batch.range.count * width)
    for row in 0..<samples {
      for column in 0..<width {
        let index = row * width + column
        let (loss, derivative) = term(outputs[index], target(row, column))
        total += Double(loss)
        delta[index] = derivative / count
      }
    }
    return total / Double(batch.range.count * width)
  }

  @inline(__always)
  fileprivate func softmaxCrossEntropy(_ target: (Int, Int) -> Scalar) -> Double {
    var total = 0.0
    let count = Scalar(batch.range.count)
    for row in 0..<samples {
      let (logits, delta) = (outputs + row * width, delta + row * width)
      var largest = logits[0]
      for column in 0..<width where logits[column] > largest { largest = logits[column] }
      var sum: Scalar = 0
      var targetSum: Scalar = 0
      for column in 0..<width {
        delta[column] = exponential(logits[column] - largest)
        sum += delta[column]
        targetSum += target(row, column)
      }
      let logSum = logarithm(sum)
      var loss: Scalar = 0
      for column in 0..<width {
        let target = target(row, column)
        // Without the test, 0 times an infinite logit would be no number.
        if target != 0 { loss += target * (logSum + (largest - logits[column])) }
        delta[column] = (delta[column] / sum * targetSum - target) / count
      }
      total += Double(loss)
    }
    return total / Double(batch.range.count)
  }
}
