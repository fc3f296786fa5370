import BatchSizeQuestions
import NumericCore

/// Runs of all suspects in an order that the seed decides: gentle ones, and some that diverge.
package func batchSuspectCases(_ generator: inout Philox4x32x10) -> [RunInput] {
  let (gentle, wild) = (0.1..<0.2, 1.6..<1.9)
  let plans: [(BatchSuspect, Range<Double>)] = [
    (.noMistake, gentle), (.noMistake, gentle), (.noMistake, wild), (.sumForAverage, gentle), (.sumForAverage, wild),
    (.nominalDivisor, gentle), (.nominalDivisor, gentle), (.nominalDivisor, wild), (.lastBatchDropped, gentle),
    (.lastBatchDropped, wild), (.shuffledOnce, gentle), (.shuffledOnce, gentle), (.shuffledOnce, wild),
    (.labelsLeftBehind, gentle), (.labelsLeftBehind, gentle), (.labelsLeftBehind, wild),
  ]
  var cases = plans.map { suspect, rates in
    var input = problem(&generator, rates: rates)
    input.weights = run(suspect, input)
    return input
  }
  generator.shuffleInPlace(&cases)
  return cases
}

/// Seven samples, batches of three or four, two epochs in different orders.
private func problem(_ generator: inout Philox4x32x10, rates: Range<Double>) -> RunInput {
  let samples = 7
  let first = generator.permutation(samples)
  // The second order begins where the first ended, so its batches are others.
  let second = Array(first.suffix(2) + first.prefix(samples - 2))
  let start = generator.signed(in: 0.5..<1.5)
  return RunInput(
    features: Vector(count: samples) { _ in generator.signed(in: 1..<2) }, targets: generator.vector(samples),
    orders: [first, second], batchSize: generator.pick([3, 4]),
    learningRate: generator.decimal(in: rates, places: 2), weights: [start])
}

/// The weights of a suspect's run. In 1, ..., n samples with features x and targets t, a step is
/// w ← w (1 - η a) + η b with a = Σ x² / n and b = Σ x t / n, whatever n is divided by.
private func run(_ suspect: BatchSuspect, _ input: RunInput) -> Vector<Double> {
  var weights = [input.weights[0]]
  for epoch in input.orders.indices {
    let order = input.orders[suspect == .shuffledOnce ? 0 : epoch]
    let ends = order.indices.filter { ($0 + 1) % input.batchSize == 0 } + [order.count - 1]
    var start = 0
    for end in ends {
      let places = start...end
      start = end + 1
      let isFull = places.count == input.batchSize
      if suspect == .lastBatchDropped, !isFull { continue }
      let divisor = suspect == .sumForAverage ? 1 : suspect == .nominalDivisor ? input.batchSize : places.count
      let x = places.map { input.features[order[$0]] }
      let t = places.map { input.targets[suspect == .labelsLeftBehind ? $0 : order[$0]] }
      let share = input.learningRate / Double(divisor)
      let a = zip(x, x).reduce(0) { $0 + $1.0 * $1.1 }
      let b = zip(x, t).reduce(0) { $0 + $1.0 * $1.1 }
      weights.append(weights[weights.count - 1] * (1 - share * a) + share * b)
    }
  }
  return Vector(weights)
}
