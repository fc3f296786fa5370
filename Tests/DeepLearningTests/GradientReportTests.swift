import DeepLearning
import NumericCore
import Testing

/// What a failed gradient check says to whoever wrote the gradient.
struct GradientReportTests {
  @Test(arguments: [
    (GradientPattern.notFinite, "A number is infinite or no number."),
    (.allZero, "All of the block is 0."),
    (.sign, "All of the block has the other sign."),
    (.factor(2), "All of the block is 2.0 times what it should be."),
    (.transposed, "The block is the right matrix transposed."),
    (.missingMultipleOfParameters(0.1), "A term is missing, 0.1 times the parameters."),
    (.missingConstant(-1), "A term is missing, -1.0 in each."),
    (.someZero(3), "3 numbers are 0 that shouldn't be; the others are right."),
  ])
  func eachPatternHasItsSentence(pattern: GradientPattern, sentence: String) {
    #expect(pattern.description == sentence)
  }

  /// Of f(x) = |x|² + Σ x, whose gradient is 2x + 1.
  private func sentence(_ gradient: (Vector<Double>) -> Vector<Double>) -> String {
    let point: Vector<Double> = [1.5, -2, 0.75, 3]
    return GradientCheck().compare(gradient(point), at: point) { $0.dot($0) + $0.sum() }.description
  }

  @Test func theSentenceNamesThePlaceTheNumbersAndTheCause() {
    #expect(sentence { 2 * $0 + 1 }.hasPrefix("The gradient is right: 4 coordinates compared, 0 at kinks left out, "))
    let wrong = sentence { -(2 * $0 + 1) }
    #expect(wrong.hasPrefix("The gradient is wrong at vector, [0, "))
    #expect(wrong.hasSuffix(" (4 coordinates compared, 0 at kinks left out). All of the block has the other sign."))
    #expect(sentence { _ in .zeros(4) }.hasSuffix(" All of the block is 0."))
    #expect(sentence { 2 * $0 + [1, 1, 1, .nan] }.hasSuffix(" A number is infinite or no number."))
    #expect(
      sentence { (2 * $0 + 1) * [1, 0, 1, 1] }.hasSuffix(" One number is 0 that shouldn't be; the others are right."))
  }
}
