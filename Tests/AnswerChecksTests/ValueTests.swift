import AnswerWire
import Foundation
import NumericCore
import Testing

@testable import AnswerChecks

/// Values as they come over the wire.
@Suite struct ValueTests {
  private func read(_ json: String) throws -> Value { try Value(json: Data(json.utf8)) }

  @Test func eachKindOfJSONIsRead() throws {
    let value = try read(
      #" {"a": [1, 0, -0.0, 1e300, true, false, null], "b":{"inf":"inf","no":"-inf","nan":"nan"} ,"c":"1","d":[],"e":{ }}"#
    )
    let numbers: [Value] = [1, 0, -0.0, 1e300].map { .number($0) }
    #expect(value["a"] == .list(numbers + [.truth(true), .truth(false), .null]))
    #expect(value["b"]?["inf"] == .number(.infinity))
    #expect(value["b"]?["no"] == .number(-.infinity))
    guard case .number(let nan) = value["b"]?["nan"] else { throw CocoaError(.coderReadCorrupt) }
    #expect(nan.isNaN)
    #expect(value["c"] == .text("1"))
    #expect(value["d"] == .list([]) && value["e"] == .record([:]))
  }

  @Test func textIsReadAsItWasWritten() throws {
    let text = "quote \" slash / backslash \\ line\n\r\t\u{8}\u{c}\u{1} \u{e9} \u{65e5} \u{1f600} e\u{301}"
    #expect(try Value(json: Wire.encode(text)) == .text(text))
    #expect(try read(#""\u00e9\/\ud83d\ude00\u0041""#) == .text("é/😀A"))
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", "[,1]", "[1 2]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{\"a\":1,\"a\":2}", "{'a':1}",
    "[1] [2]",
    "\u{0}", "01", "-", "+1", ".5", "1.", "1e", "1e+", "1e999", "-1e999", "0x10", "NaN", "tru", "nulls", "\"", "\"\n\"",
    "\"\\x\"", "\"\\u12\"", "\"\\u+123\"", "\"\\ud83d\"", "\"\\ud83d\\u0041\"", "\"\\udc00\"", "1,", "]",
  ])
  func whatIsNoJSONIsRefused(_ text: String) {
    #expect(throws: ValueError.self) { try read(text) }
  }

  @Test func whatIsNoTextIsRefused() {
    #expect(throws: ValueError.self) { try Value(json: Data([0x22, 0xC3, 0x28, 0x22])) }
  }

  @Test func depthWithoutEndIsRefused() throws {
    func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    #expect(throws: ValueError.self) { try read(nested(100_000)) }
    #expect(try read(nested(100)).items?.count == 1)
  }

  /// Every number survives the wire.
  @Test func numbersAreReadToTheLastBit() throws {
    var generator = Philox4x32x10(seed: 7, stream: "values")
    let numbers =
      (0..<2000).map { _ in Double(bitPattern: UInt64.random(in: 0 ... .max, using: &generator)) }
      .filter(\.isFinite) + [.leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1, 1e15]
    let json = try Wire.encode(numbers)
    let isSame = try Value(json: json) == .list(numbers.map { .number($0) })
    #expect(isSame)
    let isAsDecoded = try Wire.decode(Value.self, from: json) == .list(numbers.map { .number($0) })
    #expect(isAsDecoded)
  }

  /// What is decoded by place is what is decoded value by value.
  @Test func aBookIsReadEitherWay() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Labs")
      .standardized.appending(path: "Optimizers/Checks/answers.json")
    let json = try Data(contentsOf: file)
    let byPlace = try Wire.decode(AnswerBook.self, withValuesFrom: json).encoded()
    let oneByOne = try Wire.decode(AnswerBook.self, from: json).encoded()
    #expect(byPlace == oneByOne && byPlace == json)
  }
}
