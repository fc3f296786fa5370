// ReLU in single precision, sixteen numbers at once, written out. From `x < 0 ? 0 : x` the compiler makes a jump, which
// the processor can't foresee where signs are random: that took a fifth of a training step.

/// The memory of a pass through ReLU, shape [rows, columns].
struct Rectifier {
  let rows: Int
  let columns: Int

  private typealias Sixteen = SIMD16<Float>

  /// values <- max(values + bias, 0); a NaN stays one.
  func apply(to values: UnsafeMutablePointer<Float>, bias: UnsafePointer<Float>?) {
    let whole = columns - columns % Sixteen.scalarCount
    for row in 0..<rows {
      let values = values + row * columns
      for column in stride(from: 0, to: whole, by: Sixteen.scalarCount) {
        var sum = load(values, column)
        if let bias { sum += load(bias, column) }
        sum.replace(with: 0, where: sum .< 0)
        store(sum, values, column)
      }
      for column in whole..<columns {
        let sum = values[column] + (bias?[column] ?? 0)
        values[column] = sum < 0 ? 0 : sum
      }
    }
  }

  /// delta <- delta where output > 0, and 0 elsewhere; adds its rows to `sums` where there are any.
  func applyDerivative(
    to delta: UnsafeMutablePointer<Float>, output: UnsafePointer<Float>, sums: UnsafeMutablePointer<Float>?
  ) {
    let whole = columns - columns % Sixteen.scalarCount
    for row in 0..<rows {
      let (delta, output) = (delta + row * columns, output + row * columns)
      for column in stride(from: 0, to: whole, by: Sixteen.scalarCount) {
        let result = Sixteen.zero.replacing(with: load(delta, column), where: load(output, column) .> 0)
        store(result, delta, column)
        if let sums { store(load(sums, column) + result, sums, column) }
      }
      for column in whole..<columns {
        delta[column] = output[column] > 0 ? delta[column] : 0
        sums?[column] += delta[column]
      }
    }
  }

  @inline(__always)
  private func load(_ numbers: UnsafePointer<Float>, _ index: Int) -> Sixteen {
    UnsafeRawPointer(numbers + index).loadUnaligned(as: Sixteen.self)
  }

  @inline(__always)
  private func store(_ value: Sixteen, _ numbers: UnsafeMutablePointer<Float>, _ index: Int) {
    UnsafeMutableRawPointer(numbers + index).storeBytes(of: value, as: Sixteen.self)
  }
}
