/// One measurement against a bound or a peer of the same run.
struct Benchmark: Codable {
  /// As `plotting/contours`.
  let name: String
  /// The unit of value and bound.
  let unit: String
  /// The median of the repetitions.
  let value: Double
  /// What it is compared with.
  let bound: Double
  /// value / bound: below 1 is better than the bound.
  let ratio: Double

  init(_ name: String, unit: String = "ms", value: Double, bound: Double) {
    self.name = name
    self.unit = unit
    self.value = value
    self.bound = bound
    self.ratio = value / bound
  }
}

/// The median time of `body` in milliseconds, after one call to warm up.
///
/// A median, because machines are shared: single runs are now and then held up.
func medianMilliseconds(repetitions: Int = 25, _ body: () throws -> Void) rethrows -> Double {
  try body()
  let clock = ContinuousClock()
  let times = try (0..<repetitions).map { _ in
    let (seconds, attoseconds) = try clock.measure(body).components
    return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
  }
  return times.sorted()[repetitions / 2]
}
