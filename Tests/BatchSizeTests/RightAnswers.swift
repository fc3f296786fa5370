import LabProofs

/// The lab's stubs, to be filled in.
let studentFiles = StudentFiles("batch-size", root: proof.root)

/// What a student may write.
enum StudentBodies {
  /// Answers that are right, as a student might write them.
  static let right = [
    "5.1": "return epochs * Int((Double(samples) / Double(batchSize)).rounded(.up))",
    "5.2": """
    return (0..<epochs).map { _ in
      var rest = generator.permutation(samples)[...]
      var batches: [[Int]] = []
      while !rest.isEmpty {
        batches.append(Array(rest.prefix(batchSize)))
        rest = rest.dropFirst(batchSize)
      }
      return batches
    }
    """,
    "5.3": """
    let x = features[rows: batch]
    let errors = Vector(batch.indices.map { x.row($0).dot(weights) - targets[batch[$0]] })
    return x.transposed.dot(errors) / Double(batch.count)
    """,
    "5.4": """
    let (n, m) = (Double(gradients.count), Double(batchSize))
    return GradientVariance(
      withReplacement: variance(gradients, .population) / m,
      withoutReplacement: variance(gradients, .sample) / m * (1 - m / n))
    """,
    "5.5": """
    let last = baseRate * Double(batchSize) / Double(baseBatchSize)
    if update >= warmUpUpdates { return last }
    return baseRate + (last - baseRate) * Double(update) / Double(warmUpUpdates)
    """,
    "5.6": """
    let borders = (0...workers.count).map { samples * $0 / workers.count }
    let sums = try workers.sideBySide(zip(borders, borders.dropFirst()).map { $0..<$1 }) { shard in
      (0..<shard.count).reduce(Vector<Double>.zeros(weights.count)) { sum, sample in
        let x = shard.features.row(sample)
        return sum + (x.dot(weights) - shard.targets[sample]) * x
      }
    }
    return sums.reduce(Vector<Double>.zeros(weights.count), +) / Double(samples)
    """,
    "5.7": """
    let times = [first, second].map { curve -> Double? in
      guard let epoch = curve.accuracies.firstIndex(where: { $0 >= target }) else { return nil }
      let updates = (samples + curve.batchSize - 1) / curve.batchSize
      return Double((epoch + 1) * updates) * curve.secondsPerUpdate
    }
    let (a, b) = (times[0] ?? .infinity, times[1] ?? .infinity)
    let winner: TimeToAccuracy.Winner = a < b ? .first : b < a ? .second : .neither
    return TimeToAccuracy(first: times[0], second: times[1], winner: winner)
    """,
  ]
}
