import DeepLearning
import Foundation
import NumericCore
import Testing

/// The real tables: shapes, counts and sums as their publishers and NumPy give them.
@Suite(.enabled(if: realData != nil, needsRealData)) struct DataRealTablesTests {
  static let adultNames = [
    "age", "workclass", "fnlwgt", "education", "education-num", "marital-status", "occupation", "relationship", "race",
    "sex", "capital-gain", "capital-loss", "hours-per-week", "native-country", "income",
  ]

  private func table(_ path: String, _ format: CSVFormat) throws -> CSVTable {
    try CSVTable(contentsOf: #require(realData).appending(path: path), format: format)
  }

  @Test func adult() throws {
    let format = CSVFormat(header: .names(Self.adultNames), comment: "|")
    let training = try table("adult/adult.data", format)
    let test = try table("adult/adult.test", format)
    #expect(training.rowCount == 32_561)
    #expect(test.rowCount == 16_281)
    #expect(test.line(ofRow: 0) == 2)
    let incomes = try training.categories(in: "income")
    #expect(incomes.levels == ["<=50K", ">50K"])
    #expect(incomes.levelCounts == [24_720, 7841])
    let testIncomes = try test.categories(in: "income", levels: incomes.levels, droppingSuffix: ".")
    #expect(testIncomes.levelCounts == [12_435, 3846])
    for (name, missing) in [("workclass", (1836, 963)), ("occupation", (1843, 966)), ("native-country", (583, 274))] {
      let column = try training.categories(in: name)
      #expect(column.missingCount == missing.0)
      #expect(try test.categories(in: name, levels: column.levels).missingCount == missing.1)
    }
    #expect(try training.categories(in: "native-country").levels.count == 41)
    let numbers = try training.numbers(
      in: ["age", "fnlwgt", "education-num", "capital-gain", "capital-loss", "hours-per-week"])
    #expect(numbers.missingCounts == [0, 0, 0, 0, 0, 0])
    #expect(
      numbers.values.sum(over: .rows).elements == [1_256_257, 6_179_373_392, 328_237, 35_089_324, 2_842_700, 1_316_684])
  }

  @Test func breastCancer() throws {
    let original = try table("breast-cancer-original/breast-cancer-wisconsin.data", CSVFormat(header: .none)).numbers()
    #expect(original.values.rows == 699)
    #expect(original.missingCounts == [0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0])
    #expect(original.values.column(10).elements.count { $0 == 4 } == 241)
    let diagnostic = try table("breast-cancer-wdbc/wdbc.data", CSVFormat(header: .none))
    #expect(diagnostic.rowCount == 569)
    #expect(try diagnostic.categories(in: "2").levelCounts == [357, 212])
    let numbers = try diagnostic.numbers(in: (3...32).map(String.init)).values
    #expect(Swift.abs(numbers.sum() - 1_056_474.4596356) < 1e-6)
  }

  @Test func digitsMammogramsAndShellfish() throws {
    let digits = try table("optdigits/optdigits.tra", CSVFormat(header: .none)).numbers().values
    #expect(digits.rows == 3823 && digits.columns == 65)
    #expect(digits.sum() == 1_221_951)
    let mammograms = try table("mammography/mammography.csv", CSVFormat(header: .none, quote: "'"))
    #expect(try mammograms.categories(in: "7").levels == ["-1", "1"])
    #expect(try mammograms.categories(in: "7").levelCounts == [10_923, 260])
    let features = try mammograms.numbers(in: (1...6).map(String.init)).values
    #expect(Set(groupsOfEqualRows(features)).count == 7848)
    let shellfish = try table("abalone/abalone.data", CSVFormat(header: .none))
    #expect(try shellfish.categories(in: "1").levelCounts == [1307, 1342, 1528])
    #expect(try shellfish.numbers(in: ["9"]).values.elements.count { $0 == 19 } == 32)
  }

  /// The mammograms have 3335 copies of other rows: none may stand on the other side of a split.
  @Test func copiesStayOnOneSide() throws {
    let table = try table("mammography/mammography.csv", CSVFormat(header: .none, quote: "'"))
    let labels = try table.categories(in: "7").codes.map { $0 ?? -1 }
    let groups = try groupsOfEqualRows(table.numbers(in: (1...6).map(String.init)).values)
    var generator = Philox4x32x10(seed: 9)
    let split = Split.stratified(by: labels, testFraction: 0.25, groups: groups, using: &generator)
    #expect(Set(split.test.map { groups[$0] }).isDisjoint(with: split.training.map { groups[$0] }))
    #expect((2780...2796).contains(split.test.count))
    #expect((60...66).contains(split.test.count { labels[$0] == 1 }))
  }
}
