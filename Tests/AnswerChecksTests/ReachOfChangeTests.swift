import Testing

@testable import AnswerChecks

/// Which answers are asked again after a change.
@Suite struct ReachOfChangeTests {
  private let files = [
    "A.swift": "func half(_ x: Double) -> Double { let y = x / 2; return y }",
    "B.swift": "extension MyAnswers { func step() -> Double { half(3) } }",
    "C.swift": "extension MyAnswers { func other() -> Double { step() } }",
    "D.swift": "extension MyAnswers { func alone() -> Double { let y = 1.0; return y } }",
  ]

  private func reached(_ changes: [String: String?]) -> [String] {
    let new = files.merging(changes.compactMapValues { $0 }) { _, new in new }
      .filter { changes[$0.key].map { $0 != nil } ?? true }
    return ReachOfChange.files(from: files, to: new).sorted()
  }

  @Test func whatIsTheSameReachesNothing() { #expect(reached([:]).isEmpty) }

  @Test func anAnswerThatNobodyUsesReachesItself() { #expect(reached(["D.swift": "// y"]) == ["D.swift"]) }

  @Test func usersAndTheirUsersAreReached() {
    let changed = files["A.swift"].map { $0 + " " }
    #expect(reached(["A.swift": changed]) == ["A.swift", "B.swift", "C.swift"])
    #expect(reached(["B.swift": "extension MyAnswers { func step() -> Double { 4 } }"]) == ["B.swift", "C.swift"])
  }

  @Test func whatWasDeclaredBeforeCounts() {
    #expect(reached(["A.swift": "// gone"]) == ["A.swift", "B.swift", "C.swift"])
    #expect(reached(["A.swift": String?.none]) == ["A.swift", "B.swift", "C.swift"])
  }

  @Test func aNewFileReachesThoseThatWaitForIt() {
    #expect(reached(["E.swift": "let quarter = 0.25"]) == ["E.swift"])
    #expect(reached(["E.swift": "public func alone() {}"]) == ["D.swift", "E.swift"])
  }

  @Test func valuesOutsideOfFunctionsCount() {
    let old = ["A.swift": "let rate = 0.1\n", "B.swift": "func f() -> Double { rate }"]
    let new = old.merging(["A.swift": "let rate = 0.2\n"]) { _, new in new }
    #expect(ReachOfChange.files(from: old, to: new).count == 2)
  }
}
