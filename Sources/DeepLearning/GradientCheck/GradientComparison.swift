/// A gradient beside what differences of the function give, which is nothing at kinks.
struct GradientComparison {
  let got: [Double]
  let point: [Double]
  let expected: [Double?]
  /// The magnitude below which errors are no longer relative to the number.
  let floor: Double

  func report(blocks: [GradientCheck.Block], check: GradientCheck) -> GradientReport {
    let compared = expected.count { $0 != nil }
    let excluded = expected.count - compared
    let worst = worst(among: blocks)
    let isSeen = compared > 0 && Double(excluded) <= check.maximumExcludedShare * Double(expected.count)
    let isRight = worst.map { $0.place.error <= check.tolerance } ?? false
    return GradientReport(
      passes: isSeen && isRight, compared: compared, excluded: excluded, worst: worst?.place,
      pattern: isRight ? nil : worst.flatMap { pattern(of: $0.block) })
  }

  /// The error of a number; infinite where it is no number.
  private func error(_ got: Double, _ expected: Double) -> Double {
    let error = abs(got - expected) / max(abs(got), abs(expected), floor)
    return error.isFinite ? error : .infinity
  }

  private func worst(
    among blocks: [GradientCheck.Block]
  ) -> (place: GradientReport.Worst, block: GradientCheck.Block)? {
    var worst: (place: GradientReport.Worst, block: GradientCheck.Block)?
    for block in blocks {
      for index in block.range {
        guard let expected = expected[index] else { continue }
        let error = error(got[index], expected)
        if let worst, error <= worst.place.error { continue }
        let offset = index - block.range.lowerBound
        let place = GradientReport.Worst(
          block: block.name, row: offset / block.columns, column: offset % block.columns, index: index,
          expected: expected, got: got[index], error: error)
        worst = (place, block)
      }
    }
    return worst
  }

  /// One coordinate of a block.
  private struct Entry {
    let got: Double
    let expected: Double
    let parameter: Double
  }

  private func pattern(of block: GradientCheck.Block) -> GradientPattern? {
    let entries = block.range.compactMap { index in
      expected[index].map { Entry(got: got[index], expected: $0, parameter: point[index]) }
    }
    guard let telling = entries.max(by: { abs($0.expected) < abs($1.expected) }) else { return nil }
    func holds(_ prediction: (Entry) -> Double) -> Bool {
      entries.allSatisfy { error($0.got, prediction($0)) <= 1e-5 }
    }
    if !entries.allSatisfy(\.got.isFinite) { return .notFinite }
    if entries.allSatisfy({ $0.got == 0 }) { return .allZero }
    if holds({ -$0.expected }) { return .sign }
    guard entries.count > 1 else { return nil }
    let factor = telling.got / telling.expected
    if holds({ factor * $0.expected }) { return .factor(factor) }
    if isTransposed(block) { return .transposed }
    if let largest = entries.max(by: { abs($0.parameter) < abs($1.parameter) }) {
      let missing = (largest.expected - largest.got) / largest.parameter
      if holds({ $0.expected - missing * $0.parameter }) { return .missingMultipleOfParameters(missing) }
    }
    let missing = telling.expected - telling.got
    if holds({ $0.expected - missing }) { return .missingConstant(missing) }
    let wrong = entries.filter { error($0.got, $0.expected) > 1e-5 }
    return wrong.allSatisfy { $0.got == 0 } ? .someZero(wrong.count) : nil
  }

  /// Whether the block holds the rows of the transposed matrix; coordinates at kinks are left out.
  private func isTransposed(_ block: GradientCheck.Block) -> Bool {
    guard block.rows > 1, block.columns > 1 else { return false }
    let start = block.range.lowerBound
    for row in 0..<block.rows {
      for column in 0..<block.columns {
        guard let expected = expected[start + row * block.columns + column] else { continue }
        if error(got[start + column * block.rows + row], expected) > 1e-5 { return false }
      }
    }
    return true
  }
}
