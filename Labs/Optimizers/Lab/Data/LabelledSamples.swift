import LabKit
import NumericCore

/// Measurements with a label of two: what `feature-scales` learns from.
struct LabelledSamples: Sendable {
  /// As the manifest names it.
  var dataset: Manifest.Dataset
  /// One sentence on what it is, for the caption.
  var description: String
  /// Raw measurements, `[samples, features]`, without an intercept.
  var features: Matrix<Double>
  /// -1 or +1, `[samples]`.
  var labels: Vector<Double>

  /// The Wisconsin breast cancer data where they are found, else made-up footballers.
  ///
  /// - Throws: `LabError` where the data are found and damaged.
  static func wisconsinOrFootballers(seed: UInt64) throws(LabError) -> LabelledSamples {
    if let file = WisconsinData.file() { return try WisconsinData.samples(at: file) }
    return footballers(count: 500, seed: seed)
  }
}
