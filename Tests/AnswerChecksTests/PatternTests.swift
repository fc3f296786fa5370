import Testing

@testable import AnswerChecks

struct PatternTests {
  private let matrix: Value = .list([.list([.number(1), .number(2)]), .list([.number(3), .number(4)])])
  private let path: Value = .list([.number(1), .number(4), .number(9), .number(16)])

  private func find(_ got: Value, _ expected: Value) -> Pattern? { Pattern.find(in: [(got, expected)]) }

  @Test func signIsFound() { #expect(find(path.mapNumbers { -$0 }, path) == .sign) }

  @Test func factorIsFound() { #expect(find(path.mapNumbers { $0 * 0.5 }, path) == .factor(0.5)) }

  @Test func offsetIsFound() { #expect(find(path.mapNumbers { $0 + 2 }, path) == .offset(2)) }

  @Test func transposeIsFound() {
    #expect(find(.list([.list([.number(1), .number(3)]), .list([.number(2), .number(4)])]), matrix) == .transposed)
  }

  @Test func shiftsAreFound() {
    #expect(find(.list([.number(4), .number(9), .number(16), .number(25)]), path) == .shifted(1))
    #expect(find(.list([.number(0), .number(1), .number(4), .number(9)]), path) == .shifted(-1))
  }

  /// Of two entries a shift leaves one, which may agree by chance.
  @Test func twoEntriesAreNoShift() {
    #expect(find(.list([.number(4), .number(9)]), .list([.number(1), .number(4)])) == nil)
    #expect(find(.list([.number(0), .number(1)]), .list([.number(1), .number(4)])) == nil)
  }

  @Test func nothingIsGuessed() {
    #expect(find(.list([.number(-1), .number(-4), .number(-9), .number(16)]), path) == nil)
    #expect(find(.text("a"), .text("b")) == nil)
    #expect(Pattern.find(in: []) == nil)
  }

  @Test func patternMustHoldInAllCases() {
    let doubled = path.mapNumbers { 2 * $0 }
    #expect(Pattern.find(in: [(doubled, path), (doubled, path)]) == .factor(2))
    #expect(Pattern.find(in: [(doubled, path), (path.mapNumbers { 3 * $0 }, path)]) == nil)
  }
}
