import LabKit
import NumericCore

/// Made-up footballers, for when the medical data are not at hand: six measurements on very different scales, each
/// evenly spread over its range, and whether the player is among the best shots.
///
/// The label is the sign of a linear score of the measurements, each scaled to -1...1, plus normal noise of deviation
/// 0.5.
func footballers(count: Int, seed: UInt64) -> LabelledSamples {
  let ranges: [ClosedRange<Double>] = [
    1.5...2,  // height in metres
    50...100,  // weight in kilograms
    120...180,  // shot speed in kilometres an hour
    0...10,  // shot curve in degrees
    20...35,  // age in years
    5_000...20_000,  // minutes played
  ]
  let importance: Vector<Double> = [0.3, -0.4, 1, 0.6, -0.5, 0.7]
  var draws = Philox4x32x10(seed: seed, stream: "footballers")
  let units = Matrix<Double>.uniform(rows: count, columns: ranges.count, in: -1..<1, using: &draws)
  let noise = Vector<Double>.normal(count, mean: 0, standardDeviation: 0.5, using: &draws)
  let features = Matrix<Double>(rows: count, columns: ranges.count) { player, feature in
    let range = ranges[feature]
    return range.lowerBound + (units[player, feature] + 1) / 2 * (range.upperBound - range.lowerBound)
  }
  let scores = units.dot(importance) + noise
  return LabelledSamples(
    dataset: Manifest.Dataset(name: "footballers"),
    description: "\(count) made-up footballers, because the Wisconsin breast cancer data were not found",
    features: features, labels: scores.map { $0 > 0 ? 1 : -1 })
}
