import Testing

@testable import AnswerChecks

/// What a verdict says in words.
struct ExplanationTests {
  private func verdict(_ status: Status, points: Double? = 0, possible: Int = 3) -> Verdict {
    Verdict(exercise: "1.11", title: "Adam", status: status, points: points, possible: possible)
  }

  @Test(arguments: [
    (Pattern.sign, "Every number has the opposite sign."),
    (.factor(0.5), "Every number is 0.5 times the expected one."),
    (.offset(-2), "Every number is the expected one plus -2."),
    (.transposed, "Rows and columns are exchanged."),
    (.shifted(1), "Your answer is one step ahead: each entry is the next one expected."),
    (.shifted(-1), "Your answer is one step behind: each entry is the one expected before it."),
  ])
  func aPatternIsSaid(pattern: Pattern, sentence: String) {
    var verdict = verdict(.wrong)
    verdict.pattern = pattern
    #expect(Explanation(verdict).pattern == sentence)
    #expect(Explanation(verdict).lines == [sentence])
  }

  @Test func theHeadlineCountsPoints() {
    #expect(Explanation(verdict(.passed, points: 3)).headline == "1.11 Adam: passed, 3 of 3 points")
    #expect(Explanation(verdict(.wrong, points: 0.5, possible: 1)).headline == "1.11 Adam: wrong, 0.5 of 1 point")
    #expect(Explanation(verdict(.graderError, points: nil)).headline == "1.11 Adam: grader error, points left open")
  }

  @Test(arguments: [
    (Difference.shape(path: "w", got: "a number", expected: "text"), "shape is wrong at w: a number where text"),
    (.notFinite(path: "", got: .nan), "A value is not a number"),
    (.notFinite(path: "[1]", got: -.infinity), "A value at [1] is infinite"),
    (.content(path: "", got: "true", expected: "false"), "The answer is true; expected is false."),
    (.numbers(wrong: 1, of: 1, worst: "", got: 2, expected: 2.5), "It is off by -0.5."),
    (
      .numbers(wrong: 2, of: 9, worst: "[4]", got: 1, expected: 3),
      "2 of 9 numbers are off. The worst at [4]: 1, expected 3."
    ),
  ])
  func aDifferenceIsSaid(difference: Difference, words: String) throws {
    var verdict = verdict(.wrong)
    verdict.failure = FailedCase(index: 0, input: .null, expected: .null, outcome: .returned(.null, difference))
    let sentence = try #require(Explanation(verdict).failure?.sentence)
    #expect(sentence.contains(words))
  }
}
