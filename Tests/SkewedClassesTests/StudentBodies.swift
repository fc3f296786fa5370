/// What a student may write.
enum StudentBodies {
  /// Answers that are right.
  static let right = [
    "6.1": """
    var counts = FourCounts(truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
    for (score, isPositive) in zip(scores, isPositive) {
      switch (score >= threshold, isPositive) {
      case (true, true): counts.truePositives += 1
      case (true, false): counts.falsePositives += 1
      case (false, true): counts.falseNegatives += 1
      case (false, false): counts.trueNegatives += 1
      }
    }
    return counts
    """,
    "6.2": """
    let positives = counts.truePositives + counts.falseNegatives
    let negatives = counts.trueNegatives + counts.falsePositives
    let all = Double(positives + negatives)
    let balanced =
      (Double(counts.truePositives) / Double(positives) + Double(counts.trueNegatives) / Double(negatives)) / 2
    return Accuracies(
      accuracy: all == 0 ? nil : Double(counts.truePositives + counts.trueNegatives) / all,
      baseline: all == 0 ? nil : Double(max(positives, negatives)) / all,
      balanced: positives == 0 || negatives == 0 ? nil : balanced)
    """,
    "6.3": """
    func share(_ whole: Int) -> Double? { whole == 0 ? nil : Double(counts.truePositives) / Double(whole) }
    return PrecisionAndRecall(
      precision: share(counts.truePositives + counts.falsePositives),
      recall: share(counts.truePositives + counts.falseNegatives))
    """,
    "6.4": """
    let square = beta * beta
    let found = (1 + square) * Double(counts.truePositives)
    let whole = found + square * Double(counts.falseNegatives) + Double(counts.falsePositives)
    return whole == 0 ? nil : found / whole
    """,
    "6.5": """
    let ranked = zip(scores, isPositive).sorted { $0.0 > $1.0 }
    let (positives, negatives) = (isPositive.filter { $0 }.count, isPositive.filter { !$0 }.count)
    if positives == 0 || negatives == 0 { return nil }
    var points = [ROCPoint(falsePositiveRate: 0, truePositiveRate: 0)]
    var (found, mistaken) = (0, 0)
    for (place, sample) in ranked.enumerated() {
      if sample.1 { found += 1 } else { mistaken += 1 }
      if place + 1 < ranked.count, ranked[place + 1].0 == sample.0 { continue }
      points.append(
        ROCPoint(
          falsePositiveRate: Double(mistaken) / Double(negatives), truePositiveRate: Double(found) / Double(positives)))
    }
    return points
    """,
    "6.6": """
    let pairs = Array(zip(scores, isPositive))
    let (positives, negatives) = (pairs.filter { $0.1 }.map { $0.0 }, pairs.filter { !$0.1 }.map { $0.0 })
    if positives.isEmpty || negatives.isEmpty { return nil }
    var sum = 0.0
    for p in positives { for n in negatives { sum += p > n ? 1 : p == n ? 0.5 : 0 } }
    return sum / Double(positives.count * negatives.count)
    """,
    "6.7": """
    let ranked = zip(scores, isPositive).sorted { $0.0 > $1.0 }
    let positives = Double(isPositive.filter { $0 }.count)
    if positives == 0 { return nil }
    var (sum, found, before) = (0.0, 0.0, 0.0)
    for (place, sample) in ranked.enumerated() {
      if sample.1 { found += 1 }
      if place + 1 < ranked.count, ranked[place + 1].0 == sample.0 { continue }
      sum += (found - before) / positives * found / Double(place + 1)
      before = found
    }
    return sum
    """,
    "6.8": """
    let odds = positiveWeight * costOfFalsePositive / costOfFalseNegative
    return odds / (1 + odds)
    """,
    "6.9": """
    var best = CheapestThreshold(cost: costOfFalseNegative * Double(isPositive.filter { $0 }.count), threshold: nil)
    for threshold in Set(scores).sorted(by: >) {
      var cost = 0.0
      for (score, isPositive) in zip(scores, isPositive) {
        if score >= threshold && !isPositive { cost += costOfFalsePositive }
        if score < threshold && isPositive { cost += costOfFalseNegative }
      }
      if cost < best.cost { best = CheapestThreshold(cost: cost, threshold: threshold) }
    }
    return best
    """,
    "6.10": """
    return (0..<classes).map { aClass in
      let count = labels.filter { $0 == aClass }.count
      return count == 0 ? nil : Double(labels.count) / Double(classes * count)
    }
    """,
    "6.12": """
    let (found, mistaken) = (recall * prevalence, falsePositiveRate * (1 - prevalence))
    return found + mistaken == 0 ? nil : found / (found + mistaken)
    """,
  ]
}
