import AnswerChecks
import LabKit

/// What several seeds gave.
struct Spread: Sendable {
  let values: [Double]

  /// The mean.
  var mean: Double { values.mean }
  /// The smallest.
  var lowest: Double { values.min() ?? .nan }
  /// The largest.
  var highest: Double { values.max() ?? .nan }

  /// For the manifest: the mean, the smallest and the largest.
  var result: Value {
    .record(["mean": .number(mean), "smallest": .number(lowest), "largest": .number(highest)])
  }
}

extension [Spread] {
  var means: [Double] { map(\.mean) }
  var lowest: [Double] { map(\.lowest) }
  var highest: [Double] { map(\.highest) }
}
