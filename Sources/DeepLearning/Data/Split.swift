import NumericCore

/// Which samples are learned from, and which are kept to judge the result: two lists of indices, each ascending.
///
/// With `groups`, a number a sample, samples of one group are never parted. The counts are then as close as whole
/// groups, taken in random order where they still fit, bring them from below.
public struct Split: Equatable, Sendable {
  /// The samples to learn from.
  public let training: [Int]
  /// The samples to judge by.
  public let test: [Int]

  /// The samples that are not in `test` are to learn from.
  init(count: Int, test: [Int]) {
    let isTest = Set(test)
    training = (0..<count).filter { !isTest.contains($0) }
    self.test = test.sorted()
  }

  /// A random part of the samples for testing: `testFraction` (from 0 to 1) of them, rounded to the nearest count.
  public static func random<Generator: RandomNumberGenerator>(
    _ count: Int, testFraction: Double, groups: [Int]? = nil, using generator: inout Generator
  ) -> Split {
    stratified(
      by: Array(repeating: 0, count: count), testFraction: testFraction, groups: groups, using: &generator)
  }

  /// A random part of each class for testing.
  ///
  /// `testFraction` (from 0 to 1) of all samples, rounded to the nearest count, is shared out over the classes by the
  /// largest remainders, exactly: T n_c / n samples of class c, rounded down, and one more for the classes that lost
  /// most by it (the lower class first where they lost the same). A group counts with the class of its first sample.
  public static func stratified<Generator: RandomNumberGenerator>(
    by labels: [Int], testFraction: Double, groups: [Int]? = nil, using generator: inout Generator
  ) -> Split {
    if !(0 <= testFraction && testFraction <= 1) { fatalError("A test fraction of \(testFraction) is outside 0...1.") }
    let classes = SampleGroups.byClass(labels, groups: groups, using: &generator)
    let testCount = Int((testFraction * Double(labels.count)).rounded())
    let quotas = largestRemainders(of: testCount, over: classes.map { $0.reduce(0) { $0 + $1.count } })
    var test: [Int] = []
    for (groups, quota) in zip(classes, quotas) {
      var left = quota
      for group in groups where group.count <= left {
        test += group
        left -= group.count
      }
    }
    return Split(count: labels.count, test: test)
  }

  /// Shares `total` out in proportion to the weights, in whole numbers that add up to it.
  private static func largestRemainders(of total: Int, over weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    if sum == 0 { return weights }
    var shares = weights.map { total * $0 / sum }
    let remainders = weights.map { total * $0 % sum }
    let order = weights.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    for index in order.prefix(total - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }
}

/// Cutting samples into k parts, each of which is the test part of one split.
public enum Folds {
  /// k splits whose test parts are disjoint, hold all samples, and differ by at most one in size.
  ///
  /// Preconditions: `folds` is from 2 to the number of samples (of groups, where they are given).
  public static func random<Generator: RandomNumberGenerator>(
    _ count: Int, folds: Int, groups: [Int]? = nil, using generator: inout Generator
  ) -> [Split] {
    stratified(by: Array(repeating: 0, count: count), folds: folds, groups: groups, using: &generator)
  }

  /// k splits whose test parts are disjoint and hold all samples; sizes and the counts of each class differ by at most
  /// one.
  ///
  /// Each class is dealt out in random order, always to the part that has fewest of it (the smaller part, then the
  /// lower number, where they have the same). With `groups`, the largest are dealt first, and counts may differ by as
  /// much as a group. Preconditions: `folds` is from 2 to the number of samples (of groups, where they are given).
  public static func stratified<Generator: RandomNumberGenerator>(
    by labels: [Int], folds: Int, groups: [Int]? = nil, using generator: inout Generator
  ) -> [Split] {
    let classes = SampleGroups.byClass(labels, groups: groups, using: &generator)
    let groupCount = classes.reduce(0) { $0 + $1.count }
    if !(2 <= folds && folds <= groupCount) { fatalError("\(groupCount) samples or groups can't make \(folds) folds.") }
    var parts: [[Int]] = Array(repeating: [], count: folds)
    for groups in classes {
      var counts = Array(repeating: 0, count: folds)
      // Sorting by size keeps the random order among equals.
      for group in groups.enumerated().sorted(by: { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }) {
        let part = (0..<folds).min { (counts[$0], parts[$0].count, $0) < (counts[$1], parts[$1].count, $1) } ?? 0
        parts[part] += group.element
        counts[part] += group.element.count
      }
    }
    return parts.map { Split(count: labels.count, test: $0) }
  }
}

/// Samples that stay together.
enum SampleGroups {
  /// For each class, in ascending order, its groups in random order; without groups each sample is one.
  static func byClass<Generator: RandomNumberGenerator>(
    _ labels: [Int], groups: [Int]?, using generator: inout Generator
  ) -> [[[Int]]] {
    if let groups, groups.count != labels.count {
      fatalError("\(labels.count) samples need as many group numbers, not \(groups.count).")
    }
    var members: [[Int]] = []
    var places: [Int: Int] = [:]
    for sample in labels.indices {
      let group = groups?[sample] ?? sample
      if let place = places[group] {
        members[place].append(sample)
      } else {
        places[group] = members.count
        members.append([sample])
      }
    }
    let levels = Set(members.map { labels[$0[0]] }).sorted()
    let classOfLevel = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
    var classes: [[[Int]]] = Array(repeating: [], count: levels.count)
    for group in members {
      if let level = classOfLevel[labels[group[0]]] { classes[level].append(group) }
    }
    for index in classes.indices { generator.shuffleInPlace(&classes[index]) }
    return classes
  }
}
