import NumericCore
import UnoptimizedCalls

/// Vector formulas over a million numbers, called from a module without optimization.
///
/// The bound is the same formula as plain loops over arrays in optimized code, measured beside it: so a ratio near 1
/// means that a student's debug build loses nothing.
func numberBenchmarks() -> [Benchmark] {
  let count = 1_000_000
  let weights = Vector<Double>(repeating: 1, count: count)
  let gradient = Vector<Double>(repeating: 0.5, count: count)
  let (arrayWeights, arrayGradient) = (weights.elements, gradient.elements)
  let step = medianMilliseconds { _ = plainStep(weights, gradient, rate: 0.1) }
  let stepLoop = medianMilliseconds {
    let scaled = arrayGradient.map { 0.1 * $0 }
    _ = combine(arrayWeights, scaled) { $0 - $1 }
  }
  let division = medianMilliseconds { _ = quotient(weights, gradient, epsilon: 1e-8) }
  let divisionLoop = medianMilliseconds {
    let roots = arrayGradient.map { $0.squareRoot() }
    let shifted = roots.map { $0 + 1e-8 }
    _ = combine(arrayWeights, shifted) { $0 / $1 }
  }
  return [
    Benchmark("numeric/step-from-unoptimized-code", value: step, bound: stepLoop),
    Benchmark("numeric/quotient-from-unoptimized-code", value: division, bound: divisionLoop),
  ]
}

private func combine(_ a: [Double], _ b: [Double], _ operation: (Double, Double) -> Double) -> [Double] {
  Array(unsafeUninitializedCapacity: a.count) { buffer, count in
    for index in a.indices { buffer[index] = operation(a[index], b[index]) }
    count = a.count
  }
}
