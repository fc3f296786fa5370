import AnswerChecks
import DropoutQuestions
import DropoutSolutions
import Foundation
import Testing

@testable import DropoutLab

@Suite("Exact integers and counts")
struct CountingTests {
  @Test("The lecture's two numbers come out, digit by digit")
  func lecture() {
    #expect(CountingRule.exactlyTwo.count(units: 4, layers: 2)?.description == "36")
    #expect(CountingRule.exactlyTwo.count(units: 100, layers: 2)?.description == "24502500")
  }

  @Test(
    "The counts beside them",
    arguments: [
      (CountingRule.anySubset, nil), (.noEmptyLayer, "225"), (.half, "36"),
    ])
  func small(_ rule: CountingRule, _ expected: String?) {
    #expect(rule.count(units: 4, layers: 2)?.description == expected)
  }

  @Test("2 to the power of 200 has all its digits")
  func large() throws {
    let count = try ReferenceAnswers().thinnedNetworks(unitsByLayer: [100, 100])
    #expect(count.description == "1606938044258990275541962092341162602522202993782792835301376")
    #expect(count.logarithm10.isClose(to: 60.205999132796239))
  }

  @Test("100 choose 50, and a row of Pascal's triangle that adds up")
  func choices() {
    #expect(ExactInteger.choices(of: 50, from: 100).description == "100891344545564193334812497256")
    let row = (0...90).map { ExactInteger.choices(of: $0, from: 90) }
    #expect(row.reduce(ExactInteger(0), +) == ExactInteger(2).power(90))
    #expect(ExactInteger.choices(of: 3, from: 2) == ExactInteger(0))
  }

  @Test("Digits that travelled as text are the same number again, and nothing else is one")
  func digits() {
    for count in [ExactInteger(0), ExactInteger(1_000_000_000), ExactInteger(2).power(200), ExactInteger(10).power(18)]
    {
      #expect(ExactInteger(digits: count.description) == count)
    }
    #expect(ExactInteger(digits: "00012") == ExactInteger(12))
    for text in ["", "-1", "1e3", "12 ", "٣"] { #expect(ExactInteger(digits: text) == nil, "\(text)") }
  }

  @Test(
    "Sums carry, differences borrow, products keep zeros within",
    arguments: [
      (0, 0), (1, 999_999_999), (1_000_000_000, 1), (123_456_789_012, 987_654_321), (4_000_000_000, 3_000_000_007),
    ])
  func arithmetic(_ left: Int, _ right: Int) {
    let (a, b) = (ExactInteger(left), ExactInteger(right))
    #expect((a + b).description == "\(left + right)")
    #expect((a + b) - b == a)
    #expect((a + b) - a == b)
    let (high, low) = left.multipliedFullWidth(by: right)
    if high == 0, low <= UInt(Int.max) { #expect((a * b).description == "\(low)") }
    #expect((a + b) * (a + b) == a * a + b * b + ExactInteger(2) * a * b)
  }
}

extension Double {
  fileprivate func isClose(to other: Double) -> Bool { Swift.abs(self - other) < 1e-12 * Swift.abs(other) }
}
