import LabKit
import Testing

struct TableTests {
  @Test func csvFollowsRFC4180() {
    var table = Table("optimizer", "step", "loss")
    table.append("gradient descent", 0, 0.1)
    table.append("a, \"b\"\nc", 10, .number(1.0 / 3))
    #expect(
      table.csv
        == "optimizer,step,loss\r\ngradient descent,0,0.1\r\n\"a, \"\"b\"\"\nc\",10,0.3333333333333333\r\n")
  }

  @Test(arguments: [0.1 + 0.2, 2.2250738585072014e-308, 1.7976931348623157e308, -0.0, 1e-5, 123_456_789.123])
  func numbersReadBackToTheSameValue(number: Double) throws {
    var table = Table("x")
    table.append(.number(number))
    let text = try #require(table.csv.split(separator: "\r\n").last)
    #expect(Double(text) == number)
  }
}
