import Testing

@testable import AnswerChecks

struct SideBySideValuesTests {
  private func compare(_ expected: Value, _ got: Value, most: Int = 9) -> SideBySideValues? {
    got.difference(from: expected).flatMap {
      SideBySideValues(expected: expected, got: got, difference: $0, most: most)
    }
  }

  private func list(_ numbers: [Double]) -> Value { .list(numbers.map(Value.number)) }

  @Test func pointsAreAlignedAndTheWorstIsMarked() throws {
    let values = try #require(compare(list([0.5, -12.25, 3]), list([0.5, -12.25, 3.5])))
    #expect(values.rows.map(\.place) == ["[0]", "[1]", "[2]"])
    #expect(values.rows.map(\.expected) == ["  0.5 ", "-12.25", "  3   "])
    #expect(values.rows.map(\.isWorst) == [false, false, true])
    #expect(values.before == 0 && values.after == 0)
  }

  @Test func longValuesAreCutAroundTheWorst() throws {
    let expected = (0..<100).map(Double.init)
    var got = expected
    got[50] = -1
    let middle = try #require(compare(list(expected), list(got)))
    #expect(middle.rows.count == 9)
    #expect(middle.rows.first?.place == "[46]")
    #expect((middle.before, middle.after) == (46, 45))
    got = expected
    got[99] = -1
    let end = try #require(compare(list(expected), list(got)))
    #expect(end.rows.last?.isWorst == true)
    #expect((end.before, end.after) == (91, 0))
  }

  @Test func singleNumbersAndOtherShapesHaveNoTable() {
    #expect(compare(.number(1), .number(2)) == nil)
    #expect(compare(list([1, 2]), list([1])) == nil)
  }

  @Test func otherValuesAreShownToo() throws {
    let expected = Value.record(["name": .text("a"), "size": .number(2)])
    let values = try #require(compare(expected, .record(["name": .text("b"), "size": .number(2)])))
    #expect(values.rows.map(\.place) == ["name", "size"])
    #expect(values.rows[0].isWorst)
    let infinite = try #require(compare(list([1, 2]), list([1, .infinity])))
    #expect(infinite.rows[1].got.hasPrefix("inf"))
  }
}
