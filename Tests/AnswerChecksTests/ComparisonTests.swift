import Foundation
import Testing

@testable import AnswerChecks

struct ComparisonTests {
  private let expected: Value = .record(["weights": .list([.number(1), .number(-2)]), "loss": .number(3)])

  @Test func equalValuesHaveNoDifference() {
    #expect(expected.difference(from: expected) == nil)
  }

  @Test func roundingIsNoDifference() {
    let got: Value = .record(["weights": .list([.number(1 + 1e-13), .number(-2)]), "loss": .number(3 - 1e-12)])
    #expect(got.difference(from: expected) == nil)
  }

  @Test func smallMistakeIsADifference() {
    let got: Value = .record(["weights": .list([.number(1 + 1e-7), .number(-2)]), "loss": .number(3)])
    #expect(
      got.difference(from: expected)
        == .numbers(wrong: 1, of: 3, worst: "weights[0]", got: 1 + 1e-7, expected: 1))
  }

  @Test func worstElementIsTheOneNamed() {
    let got: Value = .list([.number(1), .number(5), .number(4)])
    let expected: Value = .list([.number(1), .number(2), .number(3)])
    #expect(got.difference(from: expected) == .numbers(wrong: 2, of: 3, worst: "[1]", got: 5, expected: 2))
  }

  @Test func toleranceFollowsTheLargestOfItsList() {
    // The second component cancels to nearly zero: 1e-8 beside 1e6 is rounding, and beside 1 it is not.
    let tolerance = Tolerance(relative: 1e-9)
    let large: Value = .list([.number(1e6), .number(0)])
    #expect(Value.list([.number(1e6), .number(1e-8)]).difference(from: large, tolerance: tolerance) == nil)
    let small: Value = .list([.number(1), .number(0)])
    #expect(Value.list([.number(1), .number(1e-8)]).difference(from: small, tolerance: tolerance) != nil)
  }

  /// Just inside and just outside, on both sides: 1e-9 of the number, and 1e-12 where that is zero.
  @Test func theDefaultToleranceIsAsWideAsItSays() {
    for sign in [1.0, -1] {
      #expect(Value.number(1e6 + sign * 0.9e-3).difference(from: .number(1e6)) == nil)
      #expect(Value.number(1e6 + sign * 1.1e-3).difference(from: .number(1e6)) != nil)
      #expect(Value.number(sign * 0.9e-12).difference(from: .number(0)) == nil)
      #expect(Value.number(sign * 1.1e-12).difference(from: .number(0)) != nil)
    }
  }

  @Test func theLargestOfAListMayStandAnywhere() {
    for place in 0..<3 {
      var numbers = [0.0, 0, 0]
      numbers[place] = -1e6
      let expected: Value = .list(numbers.map(Value.number))
      let near: Value = .list(numbers.map { .number($0 == 0 ? 1e-8 : $0) })
      #expect(near.difference(from: expected, tolerance: Tolerance(relative: 1e-9)) == nil)
    }
  }

  @Test(arguments: [
    (Value.list([.number(1)]), Value.list([.number(1), .number(2)]), "", "a list of 1", "a list of 2"),
    (.list([.number(1), .number(2)]), .list([.number(1)]), "", "a list of 2", "a list of 1"),
    (.record(["a": .number(1), "b": .number(2)]), .record(["a": .number(1)]), "", "a record of a, b", "a record of a"),
    (.record(["w": .number(1)]), .record(["w": .list([])]), "w", "a number", "a list of 0"),
    (.list([.list([]), .text("a")]), .list([.list([]), .number(1)]), "[1]", "text", "a number"),
    (.record(["a": .number(1)]), .record(["b": .number(1)]), "", "a record of a", "a record of b"),
  ])
  func otherShapesAreNamed(got: Value, expected: Value, path: String, gotKind: String, expectedKind: String) {
    #expect(got.difference(from: expected) == .shape(path: path, got: gotKind, expected: expectedKind))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func valueThatIsNotFiniteNeverPasses(value: Double) {
    let got: Value = .list([.number(1), .number(value)])
    let difference = got.difference(from: .list([.number(1), .number(2)]), tolerance: Tolerance(relative: .infinity))
    guard case .notFinite("[1]", _) = difference else {
      Issue.record("\(String(describing: difference))")
      return
    }
  }

  @Test func textAndTruthAreCompared() {
    let difference = Value.text("adam").difference(from: .text("nadam"))
    #expect(difference == .content(path: "", got: "\"adam\"", expected: "\"nadam\""))
    #expect(Value.truth(true).difference(from: .truth(false)) == .content(path: "", got: "true", expected: "false"))
  }

  @Test func misconceptionsThatDivideByZeroMatchThemselves() {
    let broken: Value = .list([.number(.nan), .number(.infinity), .number(1)])
    #expect(broken.matches(broken))
    #expect(!broken.matches(.list([.number(.nan), .number(-.infinity), .number(1)])))
    #expect(!broken.matches(.list([.number(1), .number(.infinity), .number(1)])))
  }

  @Test func valuesSurviveTheWire() throws {
    let numbers = [0.1 + 0.2, .leastNonzeroMagnitude, .nan, -.infinity, -0.0]
    let value: Value = .record([
      "a": .list(numbers.map(Value.number)), "b": .text("τ \"quoted\"\n"), "c": .truth(false), "d": .null,
    ])
    let back = try Value(encoding: value)
    #expect(back.matches(value, tolerance: Tolerance(relative: 0, absolute: 0)))
  }
}

struct RecordedFilesTests {
  @Test func onlyTheLastBitsMayDiffer() throws {
    func agree(_ first: String, _ second: String) throws -> Bool {
      try RecordedFiles.agree(Data(first.utf8), Data(second.utf8))
    }
    #expect(try agree(#"{"a":[1,2.5],"b":"x"}"#, #"{"b":"x","a":[1,2.5000000000000004]}"#))
    #expect(try !agree(#"{"a":[1,2.5]}"#, #"{"a":[1,2.50000000001]}"#))
    #expect(try !agree(#"{"a":[1,2]}"#, #"{"a":[1]}"#))
    #expect(try !agree(#"{"a":"x"}"#, #"{"a":"y"}"#))
    #expect(try !agree(#"{"a":1}"#, #"{"a":1,"b":2}"#))
    #expect(try !agree(#"{"a":1}"#, #"{"a":null}"#))
  }
}
