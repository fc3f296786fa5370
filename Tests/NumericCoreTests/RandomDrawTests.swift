import Foundation
import NumericCore
import Testing

/// Whether draws have the distribution they claim. Seeds are fixed, so the tests always give the same answer; were a seed
/// drawn anew, each would raise a false alarm with a probability below 1e-9: six and a half standard errors, or a distance
/// of 3.3 / sqrt(n) between distribution functions (2 exp(-2 * 3.3^2), the bound of Dvoretzky, Kiefer and Wolfowitz).
@Suite struct RandomDrawTests {
  let count = 100_000

  @Test func uniformNumbersAreUniform() {
    var generator = Philox4x32x10(seed: 1, stream: "uniform")
    let draws = Vector<Double>.uniform(count, using: &generator)
    #expect(draws.allSatisfy { 0 <= $0 && $0 < 1 })
    #expect(distance(draws) { $0 } < limit)
    let next = Vector(draws.dropFirst())
    let correlation = 12 * ((next - 0.5).dot(Vector(draws.dropLast()) - 0.5)) / Double(count - 1)
    #expect(abs(correlation) < 6.5 / Double(count).squareRoot())
  }

  @Test func floatsAreUniformBelowOne() {
    var generator = Philox4x32x10(seed: 2)
    let draws = Vector<Float>.uniform(count, using: &generator)
    #expect(draws.allSatisfy { 0 <= $0 && $0 < 1 })
    #expect(distance(Vector<Double>(converting: draws)) { $0 } < limit)
    var top = Words([.max])
    #expect(top.uniform(Float.self) == 1 - 0x1p-24)
    #expect(top.uniform() == 1 - 0x1p-53)
    var bottom = Words([0])
    #expect(bottom.uniform() == 0)
  }

  @Test func openUniformsAvoidBothEnds() {
    var (bottom, top) = (Words([0]), Words([.max]))
    #expect(bottom.uniformInside() == 0x1p-53)
    #expect(top.uniformInside() == 1 - 0x1p-53)
    #expect(bottom.uniformInside(Float.self) == 0x1p-24)
    #expect(top.uniformInside(Float.self) == 1 - 0x1p-24)
  }

  @Test func rangesExcludeTheirUpperBound() {
    var generator = Words([.max, 0])
    let tight = 1..<1.0.nextUp
    #expect(generator.uniform(in: tight) == 1)
    var other = Philox4x32x10(seed: 3)
    let draws = Vector<Double>.uniform(count, in: -2..<3, using: &other)
    #expect(distance(draws) { ($0 + 2) / 5 } < limit)
  }

  @Test func integersAreFair() {
    var generator = Philox4x32x10(seed: 4)
    for bound in [1, 2, 3, 10, 1000] {
      var counts = [Int](repeating: 0, count: bound)
      for _ in 0..<count { counts[generator.integer(below: bound)] += 1 }
      #expect(isFair(counts), "below \(bound)")
    }
  }

  @Test func integersDrawAgainWhereTheyWouldBeUnfair() {
    // With a bound of 3, 2^64 mod 3 = 1 word is unfair: the one whose product with 3 has a lower half of 0.
    var generator = Words([0, 1 << 63])
    #expect(generator.integer(below: 3) == 1)
    #expect(generator.drawn == 2)
  }

  @Test func normalNumbersAreNormal() {
    var generator = Philox4x32x10(seed: 5, stream: "normal")
    let draws = Vector<Double>.normal(count, using: &generator)
    #expect(distance(draws) { erfc(-$0 / 2.0.squareRoot()) / 2 } < limit)
    #expect(abs(draws.mean()) < 6.5 / Double(count).squareRoot())
    #expect(abs(variance(draws, .population) - 1) < 6.5 * (2 / Double(count)).squareRoot())
    let scaled = Vector<Double>.normal(count, mean: 3, standardDeviation: 0.5, using: &generator)
    #expect(distance(scaled) { erfc(-($0 - 3) / 0.5 / 2.0.squareRoot()) / 2 } < limit)
  }

  @Test func normalTailsReachNineDeviations() {
    var extremes = Words([0, 1, .max, .max - 1])
    #expect(isClose(extremes.normal(), -9.155293772686074, 1e-12))
    #expect(isClose(extremes.normal(), 9.155293772686074, 1e-12))
    #expect(extremes.normal() == 0)
    #expect(extremes.normal() == 0)
  }

  @Test func normalQuantilesAgreeWithSciPy() throws {
    let known = try Golden.read().normal
    for (probability, quantile) in zip(known.probabilities, known.quantiles) {
      #expect(isClose(standardNormalQuantile(probability), quantile, 2e-15 * abs(quantile)), "\(probability)")
    }
    #expect(standardNormalQuantile(0) == -.infinity)
    #expect(standardNormalQuantile(1) == .infinity)
    #expect(standardNormalQuantile(-0.1).isNaN && standardNormalQuantile(.nan).isNaN)
  }

  @Test func floatAndDoubleDrawTheSameNormals() {
    var first = Philox4x32x10(seed: 6)
    var second = first
    let doubles = Vector<Double>.normal(100, using: &first)
    #expect(Vector<Float>.normal(100, using: &second) == Vector<Float>(converting: doubles))
  }

  @Test func coinsHaveTheirProbability() {
    var generator = Philox4x32x10(seed: 7)
    for probability in [0, 0.1, 0.5, 1] {
      let share = Vector<Double>.bernoulli(count, probability: probability, using: &generator).mean()
      let error = (probability * (1 - probability) / Double(count)).squareRoot()
      #expect(abs(share - probability) <= 6.5 * error)
    }
  }

  @Test func ordersAreEquallyLikely() {
    var generator = Philox4x32x10(seed: 8)
    var counts = [Int](repeating: 0, count: 256)
    for _ in 0..<count {
      let order = generator.permutation(4)
      #expect(order.sorted() == [0, 1, 2, 3])
      counts[order.reduce(0) { 4 * $0 + $1 }] += 1
    }
    let seen = counts.filter { $0 > 0 }
    #expect(seen.count == 24)
    #expect(isFair(seen))
  }

  @Test func samplesWithoutReplacementHoldNothingTwice() {
    var generator = Philox4x32x10(seed: 9)
    var counts = [Int](repeating: 0, count: 10)
    for _ in 0..<count / 10 {
      let sample = generator.sampleWithoutReplacement(3, below: 10)
      #expect(Set(sample).count == 3)
      for index in sample { counts[index] += 1 }
    }
    #expect(isFair(counts))
    #expect(generator.sampleWithoutReplacement(5, below: 5).sorted() == [0, 1, 2, 3, 4])
  }

  @Test func shufflesKeepTheElements() {
    var generator = Philox4x32x10(seed: 10)
    var vector = Vector<Double>(count: 50) { Double($0) }
    generator.shuffleInPlace(&vector)
    #expect(vector.sorted() == (0..<50).map { Double($0) })
    #expect(vector.elements != (0..<50).map { Double($0) })
  }

  @Test func streamsAreUncorrelated() {
    let root = Philox4x32x10(seed: 11)
    var (first, second) = (root.stream("run", 0), root.stream("run", 1))
    let left = Vector<Double>.normal(count, using: &first)
    let right = Vector<Double>.normal(count, using: &second)
    #expect(abs(left.dot(right) / Double(count)) < 6.5 / Double(count).squareRoot())
  }

  private var limit: Double { 3.3 / Double(count).squareRoot() }

  /// The largest distance between the share of draws up to x and what the distribution says.
  private func distance(_ draws: Vector<Double>, _ distribution: (Double) -> Double) -> Double {
    var largest = 0.0
    for (index, draw) in draws.sorted().enumerated() {
      let expected = distribution(draw)
      let share = Double(index) / Double(draws.count)
      largest = max(largest, expected - share, share + 1 / Double(draws.count) - expected)
    }
    return largest
  }

  /// Whether Pearson's statistic lies less than 6.5 deviations above its mean (Wilson and Hilferty's approximation).
  private func isFair(_ counts: [Int]) -> Bool {
    let degrees = Double(counts.count - 1)
    if degrees == 0 { return true }
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    let statistic = counts.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    let spread = 2 / (9 * degrees)
    return (cbrt(statistic / degrees) - (1 - spread)) / spread.squareRoot() < 6.5
  }

  private func isClose(_ left: Double, _ right: Double, _ tolerance: Double) -> Bool {
    abs(left - right) <= tolerance
  }
}

/// A generator that gives these words, again and again.
private struct Words: RandomNumberGenerator {
  let words: [UInt64]
  var drawn = 0

  init(_ words: [UInt64]) {
    self.words = words
  }

  mutating func next() -> UInt64 {
    defer { drawn += 1 }
    return words[drawn % words.count]
  }
}
