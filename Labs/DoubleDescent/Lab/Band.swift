import AnswerChecks
import NumericCore
import Plotting

/// Several draws' curves as one: the median, and the middle half as a band.
struct Band: Sendable {
  let x: [Double]
  let median: [Double]
  let lower: [Double]
  let upper: [Double]

  /// - Parameters:
  ///   - x: the places.
  ///   - draws: a curve each.
  init(_ x: [Int], _ draws: [[Double]]) {
    self.x = x.map(Double.init)
    let columns = x.indices.map { place in Vector(draws.map { $0[place] }) }
    median = columns.map { NumericCore.median($0) }
    lower = columns.map { quantile($0, 0.25) }
    upper = columns.map { quantile($0, 0.75) }
  }

  /// The line with its band, where the median is above a bound: on a logarithmic axis 0 has no place.
  func marks(_ name: String, above bound: Double = 1e-9, hasBand: Bool = true) -> [any Mark] {
    let kept = x.indices.filter { median[$0] > bound }
    guard !kept.isEmpty else { return [] }
    func pick(_ values: [Double]) -> [Double] { kept.map { max(values[$0], bound) } }
    let line: [any Mark] = [LineMark(x: pick(x), y: pick(median)).foregroundStyle(by: name)]
    guard hasBand else { return line }
    return [AreaMark(x: pick(x), lower: pick(lower), upper: pick(upper)).foregroundStyle(by: name).opacity(0.2)] + line
  }
}

/// What a risk curve does: down, up to the threshold, and down again.
struct Descent: Sendable {
  /// Where the error is smallest below the threshold.
  let first: (width: Double, error: Double)
  /// Where it is largest.
  let peak: (width: Double, error: Double)
  /// Where it is smallest beyond.
  let second: (width: Double, error: Double)

  /// Nothing where there are no widths on one of the sides.
  init?(_ band: Band, threshold: Int) {
    let points = zip(band.x, band.median).map { (width: $0, error: $1) }
    guard let first = points.filter({ $0.width < Double(threshold) }).min(by: { $0.error < $1.error }),
      let second = points.filter({ $0.width > Double(threshold) }).min(by: { $0.error < $1.error }),
      let peak = points.filter({ $0.width >= first.width }).max(by: { $0.error < $1.error })
    else { return nil }
    (self.first, self.peak, self.second) = (first, peak, second)
  }

  /// Whether the second descent ends lower than the first.
  var goesBelow: Bool { second.error < first.error }

  var result: Value {
    func record(_ point: (width: Double, error: Double)) -> Value {
      .record(["width": .number(point.width), "error": .number(point.error)])
    }
    return .record([
      "first-minimum": record(first), "peak": record(peak), "second-minimum": record(second),
      "goes-below": .truth(goesBelow),
    ])
  }
}
