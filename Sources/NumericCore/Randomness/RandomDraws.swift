// Draws that stay what they are: the standard library's own may change from release to release.

extension RandomNumberGenerator {
  /// A number from 0 up to, not including, 1: each multiple of 2^-53 is as likely (for `Float`, of 2^-24).
  ///
  /// Takes one 64-bit word, of which the upper 53 (24) bits count.
  @inlinable
  @specialized(where Self == Philox4x32x10, Scalar == Double)
  @specialized(where Self == Philox4x32x10, Scalar == Float)
  public mutating func uniform<Scalar: Real>(_ type: Scalar.Type = Double.self) -> Scalar {
    Scalar(next() >> UInt64(63 - Scalar.significandBitCount)) * (Scalar.ulpOfOne / 2)
  }

  /// A number between 0 and 1, never either: the middle of one of 2^52 equal parts (for `Float`, 2^23).
  @inlinable
  @specialized(where Self == Philox4x32x10, Scalar == Double)
  @specialized(where Self == Philox4x32x10, Scalar == Float)
  public mutating func uniformInside<Scalar: Real>(_ type: Scalar.Type = Double.self) -> Scalar {
    (Scalar(next() >> UInt64(64 - Scalar.significandBitCount)) + 0.5) * Scalar.ulpOfOne
  }

  /// A number of the range, its upper bound excluded. Precondition: the range is finite and not empty.
  ///
  /// It is `lower + (upper - lower) * uniform()`; where rounding would give the upper bound, it draws again.
  @inlinable
  @specialized(where Self == Philox4x32x10, Scalar == Double)
  @specialized(where Self == Philox4x32x10, Scalar == Float)
  public mutating func uniform<Scalar: Real>(in range: Range<Scalar>) -> Scalar {
    let width = range.upperBound - range.lowerBound
    if !(width > 0 && width.isFinite) { stop("Can't draw from \(range): the range needs a finite width above 0.") }
    while true {
      let draw = range.lowerBound + width * uniform(Scalar.self)
      if draw < range.upperBound { return draw }
    }
  }

  /// An integer from 0 to `bound - 1`, each exactly as likely. Precondition: `bound` is 1 or more.
  ///
  /// Takes the upper half of word * bound, and draws again in the few cases that would favour some results.
  /// Source: "Fast Random Integer Generation in an Interval" (Lemire, 2019).
  @inlinable
  @specialized(where Self == Philox4x32x10)
  public mutating func integer(below bound: Int) -> Int {
    if bound < 1 { stop("Can't draw an integer below \(bound): the bound needs to be 1 or more.") }
    let bound = UInt64(bound)
    var product = bound.multipliedFullWidth(by: next())
    if product.low < bound {
      let unfair = (0 &- bound) % bound
      while product.low < unfair { product = bound.multipliedFullWidth(by: next()) }
    }
    return Int(product.high)
  }

  /// True with this probability, from 0 to 1: whether a uniform draw lies below it.
  @inlinable
  @specialized(where Self == Philox4x32x10)
  public mutating func bernoulli(_ probability: Double) -> Bool {
    if !(0 <= probability && probability <= 1) { stop("A probability lies between 0 and 1; \(probability) doesn't.") }
    return uniform() < probability
  }

  /// A number from the normal distribution. Precondition: the standard deviation is 0 or more.
  ///
  /// The inverse of the distribution function at a uniform draw, so one 64-bit word a number: bit 0 is the sign, the
  /// other 63 choose the probability of the tail, which reaches 2^-65. So the tails are right out to 9 standard
  /// deviations, and nothing lies further than 9.2 from the mean. See `standardNormalQuantile` for the accuracy.
  @inlinable
  @specialized(where Self == Philox4x32x10)
  public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
    if !(standardDeviation >= 0) { stop("A standard deviation is 0 or more; \(standardDeviation) isn't.") }
    return mean + standardDeviation * standardNormal(word: next())
  }

  /// Puts the elements in random order, each order equally likely: Fisher and Yates' way, from the last place down.
  @inlinable
  @specialized(where Self == Philox4x32x10, Elements == [Int])
  public mutating func shuffleInPlace<Elements: MutableCollection & RandomAccessCollection>(_ elements: inout Elements)
  {
    for place in stride(from: elements.count - 1, to: 0, by: -1) {
      let other = integer(below: place + 1)
      elements.swapAt(
        elements.index(elements.startIndex, offsetBy: place), elements.index(elements.startIndex, offsetBy: other))
    }
  }

  /// The integers from 0 to `count - 1` in random order.
  @inlinable
  @specialized(where Self == Philox4x32x10)
  public mutating func permutation(_ count: Int) -> [Int] {
    var result = Array(0..<count)
    shuffleInPlace(&result)
    return result
  }

  /// `count` different integers from 0 to `population - 1`, in random order.
  ///
  /// Precondition: `count` is not above `population`.
  @inlinable
  @specialized(where Self == Philox4x32x10)
  public mutating func sampleWithoutReplacement(_ count: Int, below population: Int) -> [Int] {
    if !(0 <= count && count <= population) { stop("Can't draw \(count) different integers out of \(population).") }
    var all = Array(0..<population)
    for place in 0..<count { all.swapAt(place, place + integer(below: population - place)) }
    return Array(all[..<count])
  }
}
