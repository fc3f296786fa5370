import NumericCore

/// Samples cut in parts so that equal ones stay together.
///
/// A copy of a training sample in the test set would be a question whose answer is known. So samples with the same features
/// make a group, and groups are dealt out, whatever their class: two equal rows may differ in it.
struct GroupedSplit {
  /// The samples of each group, by the first of them.
  let groups: [[Int]]
  private let isPositive: [Bool]

  /// Finds the groups.
  init(_ data: SkewedData) {
    var places: [Vector<Double>: Int] = [:]
    var groups: [[Int]] = []
    for sample in 0..<data.features.rows {
      let row = data.features.row(sample)
      if let place = places[row] {
        groups[place].append(sample)
      } else {
        places[row] = groups.count
        groups.append([sample])
      }
    }
    self.groups = groups
    isPositive = data.isPositive
  }

  /// Parts of about these shares, each with about its share of the positives.
  ///
  /// Groups with positives are dealt first, so that positives are even; then the others, so that samples are. Large groups
  /// go before small ones, which are in random order, and each goes to the part that lacks most.
  ///
  /// - Parameters:
  ///   - shares: positive, adding up to 1.
  ///   - draws: shuffles the groups.
  /// - Returns: the samples of each part, in rising order.
  func parts(_ shares: [Double], draws: Philox4x32x10) -> [[Int]] {
    var draws = draws
    var groups = groups
    draws.shuffleInPlace(&groups)
    var parts = shares.map { _ in [Int]() }
    func deal(_ groups: [[Int]], by size: ([Int]) -> Int) {
      let total = Double(groups.reduce(0) { $0 + size($1) } + parts.reduce(0) { $0 + size($1) })
      // Sorting keeps the order of equals, so that small groups stay shuffled.
      for group in groups.sorted(by: { size($0) > size($1) }) {
        let lacking = shares.indices.map { shares[$0] * total - Double(size(parts[$0])) }
        let most = lacking.indices.max { lacking[$0] < lacking[$1] } ?? 0
        parts[most] += group
      }
    }
    func positives(_ group: [Int]) -> Int { group.count { isPositive[$0] } }
    deal(groups.filter { positives($0) > 0 }, by: positives)
    deal(groups.filter { positives($0) == 0 }, by: \.count)
    return parts.map { $0.sorted() }
  }

  /// Parts of equal size, for cross-validation.
  func folds(_ count: Int, draws: Philox4x32x10) -> [[Int]] {
    parts(Array(repeating: 1 / Double(count), count: count), draws: draws)
  }
}
