import LabKit
import NumericCore

extension SkewedData {
  /// Samples for when no real ones are at hand: six normal features, of which positives have others. One in fifty is
  /// positive.
  ///
  /// Positives have mean 1.1 in two features and deviation 1.5 in two others, so no straight border separates them well.
  static func generated(samples: Int = 8000, seed: UInt64) -> SkewedData {
    let (features, positives) = (6, samples / 50)
    var draws = Philox4x32x10(seed: seed, stream: "generated")
    var isPositive = (0..<samples).map { $0 < positives }
    draws.shuffleInPlace(&isPositive)
    let normal = Matrix<Double>.normal(rows: samples, columns: features, mean: 0, standardDeviation: 1, using: &draws)
    return SkewedData(
      title: "generated points",
      features: Matrix(rows: samples, columns: features) { row, column in
        let draw = normal[row, column]
        guard isPositive[row] else { return draw }
        return column < 2 ? draw + 1.1 : column < 4 ? 1.5 * draw : draw
      },
      isPositive: isPositive, dataset: Manifest.Dataset(name: "generated"))
  }
}
