import NumericCore

// One pass over memory each way: forward adds the bias and applies the function, backward applies the derivative and
// sums the gradient of the bias. Each case is a loop of its own, so that the compiler can vectorize it.

extension Activation {
  /// values <- activation(values + bias), shape [rows, columns]; without a bias, activation(values).
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  func apply<Scalar: Real>(
    to values: UnsafeMutablePointer<Scalar>, bias: UnsafePointer<Scalar>?, rows: Int, columns: Int
  ) {
    let shape = (rows, columns)
    switch self {
    case .identity:
      if bias != nil { forEach(values, bias, shape) { $0 } }
    case .sigmoid: forEach(values, bias, shape) { logistic($0) }
    case .tanh: forEach(values, bias, shape) { hyperbolicTangent($0) }
    case .relu:
      if let values = values as? UnsafeMutablePointer<Float>, let bias = bias as? UnsafePointer<Float>? {
        Rectifier(rows: rows, columns: columns).apply(to: values, bias: bias)
      } else {
        forEach(values, bias, shape) { $0 < 0 ? 0 : $0 }
      }
    case .leakyRelu(let slope):
      let slope = Scalar(slope)
      forEach(values, bias, shape) { $0 < 0 ? slope * $0 : $0 }
    case .elu(let alpha):
      let alpha = Scalar(alpha)
      forEach(values, bias, shape) { $0 < 0 ? alpha * exponentialMinusOne($0) : $0 }
    case .selu:
      let (scale, low) = (Scalar(SELU.scale), Scalar(SELU.scale * SELU.alpha))
      forEach(values, bias, shape) { $0 < 0 ? low * exponentialMinusOne($0) : scale * $0 }
    case .softplus: forEach(values, bias, shape) { DeepLearning.softplus($0) }
    case .softmax:
      forEach(values, bias, shape) { $0 }
      for row in 0..<rows { normalizeExponentials(values + row * columns, columns) }
    }
  }

  /// delta <- delta * derivative(output), and the sum of its rows into `biasGradient` where there is one.
  ///
  /// `delta` holds the gradient with respect to the output before, with respect to the weighted sums after.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  func applyDerivative<Scalar: Real>(
    to delta: UnsafeMutablePointer<Scalar>, output: UnsafePointer<Scalar>,
    biasGradient: UnsafeMutablePointer<Scalar>?, rows: Int, columns: Int
  ) {
    biasGradient?.update(repeating: 0, count: columns)
    let memory = BackwardMemory(delta: delta, output: output, bias: biasGradient, rows: rows, columns: columns)
    switch self {
    case .identity:
      if biasGradient != nil { memory.forEach { d, _ in d } }
    case .sigmoid: memory.forEach { d, y in d * (y * (1 - y)) }
    case .tanh: memory.forEach { d, y in d * (1 - y * y) }
    case .relu:
      if let delta = delta as? UnsafeMutablePointer<Float>, let output = output as? UnsafePointer<Float>,
        let bias = biasGradient as? UnsafeMutablePointer<Float>?
      {
        Rectifier(rows: rows, columns: columns).applyDerivative(to: delta, output: output, sums: bias)
      } else {
        memory.forEach { d, y in y > 0 ? d : 0 }
      }
    case .leakyRelu(let slope):
      let slope = Scalar(slope)
      memory.forEach { d, y in y > 0 ? d : slope * d }
    case .elu(let alpha):
      let alpha = Scalar(alpha)
      memory.forEach { d, y in y > 0 ? d : d * (y + alpha) }
    case .selu:
      let (scale, low) = (Scalar(SELU.scale), Scalar(SELU.scale * SELU.alpha))
      memory.forEach { d, y in y > 0 ? d * scale : d * (y + low) }
    case .softplus: memory.forEach { d, y in d * -exponentialMinusOne(-y) }
    case .softmax:
      for row in 0..<rows { joinDerivatives(delta + row * columns, output + row * columns, columns) }
      if biasGradient != nil { memory.forEach { d, _ in d } }
    }
  }
}

/// Replaces each value by a function of it, the bias of its column added first.
@inline(__always)
private func forEach<Scalar: Real>(
  _ values: UnsafeMutablePointer<Scalar>, _ bias: UnsafePointer<Scalar>?, _ shape: (rows: Int, columns: Int),
  _ function: (Scalar) -> Scalar
) {
  guard let bias else {
    for index in 0..<shape.rows * shape.columns { values[index] = function(values[index]) }
    return
  }
  for row in 0..<shape.rows {
    let values = values + row * shape.columns
    for column in 0..<shape.columns { values[column] = function(values[column] + bias[column]) }
  }
}

/// The memory of a backward pass through an activation.
private struct BackwardMemory<Scalar: Real> {
  let delta: UnsafeMutablePointer<Scalar>
  let output: UnsafePointer<Scalar>
  let bias: UnsafeMutablePointer<Scalar>?
  let rows: Int
  let columns: Int

  /// Replaces each delta by a function of it and the output, and adds it to the gradient of its column's bias.
  @inline(__always)
  func forEach(_ function: (Scalar, Scalar) -> Scalar) {
    guard let bias else {
      for index in 0..<rows * columns { delta[index] = function(delta[index], output[index]) }
      return
    }
    for row in 0..<rows {
      let (delta, output) = (delta + row * columns, output + row * columns)
      for column in 0..<columns {
        let result = function(delta[column], output[column])
        delta[column] = result
        bias[column] += result
      }
    }
  }
}

/// Softmax of one sample in place; the largest is subtracted first, so nothing overflows.
@inline(__always)
func normalizeExponentials<Scalar: Real>(_ values: UnsafeMutablePointer<Scalar>, _ count: Int) {
  var largest = values[0]
  for index in 1..<max(count, 1) where values[index] > largest { largest = values[index] }
  var total: Scalar = 0
  for index in 0..<count {
    values[index] = exponential(values[index] - largest)
    total += values[index]
  }
  for index in 0..<count { values[index] /= total }
}

/// The derivative of softmax for one sample: d_j <- y_j (d_j - Σ d_k y_k).
@inline(__always)
private func joinDerivatives<Scalar: Real>(
  _ delta: UnsafeMutablePointer<Scalar>, _ output: UnsafePointer<Scalar>, _ count: Int
) {
  var total: Scalar = 0
  for index in 0..<count { total += delta[index] * output[index] }
  for index in 0..<count { delta[index] = output[index] * (delta[index] - total) }
}
