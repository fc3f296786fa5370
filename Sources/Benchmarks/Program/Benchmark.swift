/// One measurement beside what it is compared with, both of the same run.
struct Benchmark: Codable, Sendable {
  /// What is measured, and which direction is better.
  enum Unit: String, Codable, Sendable {
    case milliseconds = "ms"
    case seconds = "s"
    case megabytes = "MB"
    case samplesPerSecond = "samples/s"

    /// Whether a larger number is better: of a rate it is, of time and memory it isn't.
    var isRate: Bool { self == .samplesPerSecond }
  }

  /// As `plotting/contours-and-lines`.
  let name: String
  /// The unit of value and bound.
  let unit: Unit
  /// What was measured: a median, where it is a time or a rate.
  let value: Double
  /// What it is compared with: a limit, or somebody else's number.
  let bound: Double
  /// value / bound.
  let ratio: Double
  /// The ratio to reach: at most this, or at least this for a rate. 1 is the bound itself; nil where none is set.
  let target: Double?
  /// What the bound is, where the name doesn't tell.
  let against: String?

  init(
    _ name: String, unit: Unit = .milliseconds, value: Double, bound: Double, target: Double? = 1,
    against: String? = nil
  ) {
    self.name = name
    self.unit = unit
    self.value = value
    self.bound = bound
    self.ratio = value / bound
    self.target = target
    self.against = against
  }

  /// Whether the ratio is on the right side of the target; nil where there is none.
  var isReached: Bool? { target.map { unit.isRate ? ratio >= $0 : ratio <= $0 } }
}
