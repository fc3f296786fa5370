import NumericCore

extension SkewedData {
  /// The weight of each sample, by its class.
  func weights(_ classes: (negative: Double, positive: Double)) -> Vector<Double> {
    Vector(isPositive.map { $0 ? classes.positive : classes.negative })
  }

  /// Positives drawn with replacement until there are as many as negatives. A sample that stands there k times counts as
  /// one with weight k; all together count as the samples that there are.
  func oversampled(draws: Philox4x32x10) -> Vector<Double> {
    var draws = draws
    let places = isPositive.indices.filter { isPositive[$0] }
    var copies = isPositive.map { $0 ? 0.0 : 1.0 }
    let negatives = isPositive.count - places.count
    for _ in 0..<negatives where !places.isEmpty { copies[places[draws.integer(below: places.count)]] += 1 }
    return Vector(copies) * (Double(copies.count) / Vector(copies).sum())
  }
}
