import DeepLearning
import Foundation
import NumericCore
import Testing

/// Scalers, imputers, splits and folds.
@Suite struct DataPreparationTests {
  /// Against NumPy: `(x - x.mean(0)) / x.std(0)`.
  @Test func standardizing() {
    let data: Matrix<Double> = [[1, 10, 0.1], [2, 20, 0.1], [3, 60, 0.1]]
    let scaler = Standardizer(fitting: data)
    #expect(scaler.means.isClose(to: [2, 30, 0.1]))
    #expect(scaler.deviations.isClose(to: [0.816496580927726, 21.602468994692867, 1]))
    let scaled = scaler.transform(data)
    #expect(
      scaled.isClose(
        to: [
          [-1.224744871391589, -0.9258200997725514, 0], [0, -0.4629100498862757, 0],
          [1.224744871391589, 1.3887301496588271, 0],
        ], relative: 1e-14))
    #expect(scaler.inverse(scaled).isClose(to: data, relative: 1e-14))
    #expect(scaler.transform([[4, 30, 0.6]]).isClose(to: [[2.449489742783178, 0, 0.5]], relative: 1e-14))
  }

  /// Ten times 0.1 add up to less than 1: the mean of a constant column must not be taken from the sum.
  @Test func constantColumnsBecomeZero() {
    let data = Matrix<Double>(rows: 10, columns: 2) { row, column in column == 0 ? 0.1 : 1e9 + 0.1 }
    #expect(Standardizer(fitting: data).transform(data) == .zeros(10, 2))
    #expect(MinMaxScaler(fitting: data, to: -1...1).transform(data) == Matrix(rows: 10, columns: 2, repeating: -1))
    #expect(Standardizer(fitting: data).inverse(.zeros(10, 2)) == data)
    let single = Matrix<Float>(converting: data)
    #expect(Standardizer(fitting: single).transform(single) == .zeros(10, 2))
  }

  @Test func largeMeansDontHurt() {
    let data: Matrix<Double> = [[1e9 + 1], [1e9 + 2], [1e9 + 3]]
    #expect(Standardizer(fitting: data).deviations.isClose(to: [0.816496580927726], relative: 1e-12))
  }

  @Test func missingEntriesAreLeftOut() {
    let data: Matrix<Double> = [[1, .nan], [.nan, .nan], [3, .nan]]
    let scaler = Standardizer(fitting: data)
    #expect(scaler.means == [2, 0])
    #expect(scaler.deviations == [1, 1])
    #expect(scaler.transform(data)[1, 0].isNaN)
    #expect(scaler.transform(data)[2, 0] == 1)
    let range = MinMaxScaler(fitting: data)
    #expect(range.minima == [1, 0])
    #expect(range.maxima == [3, 0])
    #expect(Imputer(fitting: data).transform(data) == [[1, 0], [2, 0], [3, 0]])
  }

  @Test func scalingToARange() {
    let data: Matrix<Float> = [[1, -4], [3, 4], [2, 0]]
    let scaler = MinMaxScaler(fitting: data)
    #expect(scaler.transform(data) == [[0, 0], [1, 1], [0.5, 0.5]])
    #expect(scaler.transform([[5, -8]]) == [[2, -0.5]])
    let wide = MinMaxScaler(fitting: data, to: -1...3)
    #expect(wide.transform(data) == [[-1, -1], [3, 3], [1, 1]])
    #expect(wide.inverse(wide.transform(data)) == data)
  }

  @Test func imputing() {
    let data: Matrix<Double> = [[1, 5], [.nan, 1], [2, .nan], [6, 2]]
    #expect(Imputer(fitting: data).values.isClose(to: [3, 8.0 / 3]))
    #expect(Imputer(fitting: data, strategy: .median).values == [2, 2])
    #expect(Imputer(fitting: data, strategy: .median).transform([[.nan, 7], [0, .nan]]) == [[2, 7], [0, 2]])
  }

  @Test func labelsBecomeColumns() {
    #expect(oneHot([2, 0], classes: 3) == [[0, 0, 1], [1, 0, 0]])
    #expect(oneHot([1], classes: 2, as: Float.self) == [[0, 1]])
    let rows: Matrix<Double> = [[1, 2], [.nan, 0], [1, 2], [.nan, -0.0], [1, 3]]
    #expect(groupsOfEqualRows(rows) == [0, 1, 0, 1, 2])
  }

  @Test func aSplitHoldsEachSampleOnce() {
    var generator = Philox4x32x10(seed: 1)
    for (count, fraction, tests) in [(10, 0.25, 3), (7, 0.5, 4), (1, 0.2, 0), (5, 0, 0), (5, 1, 5), (0, 0.5, 0)] {
      let split = Split.random(count, testFraction: fraction, using: &generator)
      #expect(split.test.count == tests)
      #expect((split.training + split.test).sorted() == Array(0..<count))
      #expect(split.test == split.test.sorted() && split.training == split.training.sorted())
    }
  }

  /// Each sample's chance to be tested is the fraction: 4000 splits, the count within 6 standard deviations (false
  /// alarm for any of 20 samples below 1e-7).
  @Test func aSplitIsRandom() {
    var generator = Philox4x32x10(seed: 2)
    var counts = Array(repeating: 0, count: 20)
    for _ in 0..<4000 {
      for sample in Split.random(20, testFraction: 0.3, using: &generator).test { counts[sample] += 1 }
    }
    let deviation = (4000 * 0.3 * 0.7).squareRoot()
    for count in counts { #expect(Swift.abs(Double(count) - 1200) < 6 * deviation) }
    var again = Philox4x32x10(seed: 2)
    var other = Philox4x32x10(seed: 3)
    let first = Split.random(20, testFraction: 0.3, using: &again)
    var copy = Philox4x32x10(seed: 2)
    #expect(first == Split.random(20, testFraction: 0.3, using: &copy))
    #expect(first != Split.random(20, testFraction: 0.3, using: &other))
  }

  /// Classes of 5, 3 and 2 by 30 %: shares 1.5, 0.9, 0.6, rounded down 1, 0, 0; the two left go to the second and the
  /// third. By 50 %: 2.5, 1.5, 1, and the one left goes to the lower of the two that lost a half.
  @Test func aStratifiedSplitHasTheLargestRemainders() {
    let labels = [7, 7, 7, 7, 7, 8, 8, 8, 9, 9]
    var generator = Philox4x32x10(seed: 4)
    func counts(_ fraction: Double) -> [Int] {
      let test = Split.stratified(by: labels, testFraction: fraction, using: &generator).test
      return [7, 8, 9].map { label in test.count { labels[$0] == label } }
    }
    #expect(counts(0.3) == [1, 1, 1])
    #expect(counts(0.5) == [3, 1, 1])
    #expect(counts(0.2) == [1, 1, 0])
    #expect(counts(1) == [5, 3, 2])
  }

  @Test func groupsStayOnOneSide() {
    var generator = Philox4x32x10(seed: 5)
    let groups = (0..<300).map { _ in generator.integer(below: 120) }
    let labels = groups.map { $0 % 10 == 0 ? 1 : 0 }
    let thrice = Split.random(9, testFraction: 0.4, groups: [0, 0, 0, 1, 1, 1, 2, 2, 2], using: &generator)
    #expect(thrice.test.count == 3, "four were asked for, and whole groups must not exceed them")
    let split = Split.stratified(by: labels, testFraction: 0.3, groups: groups, using: &generator)
    #expect(Set(split.test.map { groups[$0] }).isDisjoint(with: split.training.map { groups[$0] }))
    #expect((85...90).contains(split.test.count))
    for fold in Folds.stratified(by: labels, folds: 5, groups: groups, using: &generator) {
      #expect(Set(fold.test.map { groups[$0] }).isDisjoint(with: fold.training.map { groups[$0] }))
      #expect((55...65).contains(fold.test.count))
    }
  }

  @Test func foldsHoldEachSampleOnceAndAreEven() {
    var generator = Philox4x32x10(seed: 6)
    for _ in 0..<100 {
      let labels = (0..<20 + generator.integer(below: 50)).map { _ in generator.integer(below: 4) }
      let k = 2 + generator.integer(below: 7)
      for folds in [
        Folds.random(labels.count, folds: k, using: &generator),
        Folds.stratified(by: labels, folds: k, using: &generator),
      ] {
        #expect(folds.count == k)
        #expect(folds.flatMap(\.test).sorted() == Array(labels.indices))
        #expect(folds.allSatisfy { ($0.training + $0.test).sorted() == Array(labels.indices) })
        #expect(spread(folds.map(\.test.count)) <= 1)
      }
      let folds = Folds.stratified(by: labels, folds: k, using: &generator)
      for label in 0..<4 { #expect(spread(folds.map { $0.test.count { labels[$0] == label } }) <= 1) }
    }
  }

  /// Without shuffling, the folds of two seeds would be the same.
  @Test func foldsAreRandom() {
    var (one, two) = (Philox4x32x10(seed: 7), Philox4x32x10(seed: 8))
    #expect(Folds.random(40, folds: 4, using: &one) != Folds.random(40, folds: 4, using: &two))
  }

  private func spread(_ counts: [Int]) -> Int { (counts.max() ?? 0) - (counts.min() ?? 0) }
}
