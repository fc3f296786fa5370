import BatchSizeQuestions
import NumericCore

extension ReferenceAnswers {
  /// The full gradient from shards (5.6).
  public func fullGradient(samples: Int, weights: Vector<Double>, workers: Workers) throws -> Vector<Double> {
    let shards = (0..<workers.count).map { samples * $0 / workers.count..<samples * ($0 + 1) / workers.count }
    // A sum has no trouble with an empty shard, as a mean has.
    let sums = try workers.sideBySide(shards) { shard in
      var sum = Vector<Double>.zeros(weights.count)
      for sample in 0..<shard.count {
        let x = shard.features.row(sample)
        sum = sum + (x.dot(weights) - shard.targets[sample]) * x
      }
      return sum
    }
    return sums.reduce(Vector<Double>.zeros(weights.count), +) / Double(samples)
  }

  /// The times to an accuracy (5.7).
  public func timeToAccuracy(first: AccuracyCurve, second: AccuracyCurve, samples: Int, target: Double) throws
    -> TimeToAccuracy
  {
    func seconds(_ curve: AccuracyCurve) throws -> Double? {
      guard let place = curve.accuracies.firstIndex(where: { $0 >= target }) else { return nil }
      let updates = try updates(samples: samples, batchSize: curve.batchSize, epochs: place + 1)
      return Double(updates) * curve.secondsPerUpdate
    }
    let (first, second) = (try seconds(first), try seconds(second))
    // Who never arrives takes longer than anybody.
    let (one, other) = (first ?? .infinity, second ?? .infinity)
    return TimeToAccuracy(
      first: first, second: second, winner: one < other ? .first : other < one ? .second : .neither)
  }

  /// Who made the run (5.9).
  public func batchSuspect(
    features: Vector<Double>, targets: Vector<Double>, orders: [[Int]], batchSize: Int, learningRate: Double,
    weights: Vector<Double>
  ) throws -> BatchSuspect {
    let input = RunInput(
      features: features, targets: targets, orders: orders, batchSize: batchSize, learningRate: learningRate,
      weights: weights)
    let distances = BatchSuspect.allCases.map { ($0, $0.distance(from: input)) }
    return distances.min { $0.1 < $1.1 }?.0 ?? .noMistake
  }
}

extension BatchSuspect {
  /// How far this suspect's run is from the one that is seen: the largest difference of weights; infinite where the
  /// number of updates differs.
  package func distance(from seen: RunInput) -> Double {
    let run = weights(of: seen)
    guard run.count == seen.weights.count else { return .infinity }
    return zip(run, seen.weights).map { abs($0 - $1) }.max() ?? .infinity
  }

  /// The weight before the first update and after each, as this suspect makes them.
  private func weights(of input: RunInput) -> [Double] {
    var weights = [input.weights[0]]
    for order in input.orders {
      let order = self == .shuffledOnce ? input.orders[0] : order
      for start in stride(from: 0, to: order.count, by: input.batchSize) {
        let places = start..<min(start + input.batchSize, order.count)
        if self == .lastBatchDropped, places.count < input.batchSize { continue }
        let w = weights[weights.count - 1]
        weights.append(w - input.learningRate * gradient(at: w, places, order, input))
      }
    }
    return weights
  }

  private func gradient(at w: Double, _ places: Range<Int>, _ order: [Int], _ input: RunInput) -> Double {
    let contributions = places.map { place in
      let x = input.features[order[place]]
      return (w * x - input.targets[self == .labelsLeftBehind ? place : order[place]]) * x
    }
    let sum = contributions.reduce(0, +)
    switch self {
    case .sumForAverage: return sum
    case .nominalDivisor: return sum / Double(input.batchSize)
    default: return sum / Double(places.count)
    }
  }
}
