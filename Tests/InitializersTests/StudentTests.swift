import AnswerChecks
import Foundation
import InitializersQuestions
import LabKit
import LabProofs
import NumericCore
import Testing

@testable import InitializersLab

/// Programs of a few lines of shell stand in for a student's: what counts is what they do, not how they were built.
@Suite struct StudentTests {
  /// A program that runs `body` for each line of input, with the exercise in `$exercise` and the reply's file in `$reply`.
  private func answers(
    _ body: String, refused: [String: String] = [:]
  ) throws -> StudentAnswers {
    let file = ScratchFolder.place(for: "answers")
    let script = """
      #!/bin/sh
      read -r header
      reply=/dev/fd/${header##*:}
      reply=${reply%\\}}
      exercise=${header#*'"exercise":"'}
      exercise=${exercise%%'"'*}
      while read -r line; do
      \(body)
      done
      """
    try Data(script.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return StudentAnswers(program: StudentProgram(path: file.path, refused: refused), cpuSeconds: 1)
  }

  private static let named = StartName.allCases.filter { $0.exercise != nil }

  /// What a body lacks where LeCun's deviation is asked for.
  private func missing(_ body: String) throws -> MissingAnswer? {
    try Starts.of(answers(body)).gaps.first { $0.what == "LeCun normal" }?.missing
  }

  @Test func blankStubsAreNotAttemptedAndTheOtherStartsAreDrawn() throws {
    let starts = try Starts.of(answers("echo '{\"notAttempted\":true}' > $reply"))
    #expect(starts.drawn.map(\.name) == [.zeros, .zerosWithBiases, .standardNormal, .fanInUniform])
    #expect(starts.gaps.map(\.what) == Self.named.map(\.title))
    #expect(starts.gaps.caption.contains("LeCun normal, LeCun uniform (exercise 2.5 is not attempted)"))
    #expect(starts.gaps.first?.missing.sentence == "Left out: exercise 2.3 is not attempted.")
  }

  @Test func aCrashIsNamed() throws {
    for body in ["kill -ILL $$", "exit 0", "echo gibberish > $reply"] {
      #expect(try missing(body)?.problem == "crashed")
    }
  }

  @Test func anEndlessLoopTimesOut() throws {
    let rule = AnsweredDeviation(exercise: "2.3", isUniform: false, answers: try answers("while :; do :; done"))
    let words = "It used more than 1 seconds of processor time."
    #expect(throws: MissingAnswer("2.3", "ran out of time", detail: words)) {
      try rule.meanSquare(of: LayerShape(inputs: 1, outputs: 1))
    }
  }

  @Test(
    "What can't be drawn is left out, and said so",
    arguments: [
      ("-1", "-1.0 is no standard deviation."), ("0", "0.0 is no standard deviation."),
      ("\"nan\"", "nan is no standard deviation."), ("\"inf\"", "inf is no standard deviation."),
    ])
  func unusableDeviations(_ output: String, _ sentence: String) throws {
    let missing = try missing("echo '{\"output\":\(output)}' > $reply")
    #expect(missing == .undrawable("2.5", sentence))
  }

  @Test("So is what has another form", arguments: ["[]", "{\"low\":1}"])
  func otherForms(_ output: String) throws {
    let missing = try missing("echo '{\"output\":\(output)}' > $reply")
    #expect(missing?.problem == "returned something of the wrong shape or size, or not finite")
  }

  @Test("A range without a weight is left out, and said so")
  func unusableRange() throws {
    let mine = try answers("echo '{\"output\":{\"low\":0.5,\"high\":-0.5}}' > $reply")
    let gap = try Starts.of(mine).gaps.first { $0.what == "Glorot uniform" }
    #expect(gap?.missing == .undrawable("2.2", "No weight lies between 0.5 and -0.5."))
  }

  @Test func aFileThatDoesNotCompileIsNamed() throws {
    let mine = try answers("echo '{\"output\":0.1}' > $reply", refused: ["2.3": "Exercise03, line 3: error\nmore"])
    let starts = try Starts.of(mine)
    let gap = try #require(starts.gaps.first { $0.missing.exercise == "2.3" })
    #expect(gap.missing.problem == "does not compile")
    #expect(gap.missing.detail == "Exercise03, line 3: error")
    #expect(starts.drawn.map(\.name).contains(.leCunNormal))
  }

  @Test func aMistakeIsDrawnAsItIs() throws {
    // Both ends of 2.2 negative, as on the slide; every standard deviation 0.5.
    let mine = try answers(
      """
      case $exercise in
      2.2) echo '{"output":{"low":-0.25,"high":-0.25}}' > $reply;;
      draw) echo '{"notAttempted":true}' > $reply;;
      *) echo '{"output":0.5}' > $reply;;
      esac
      """)
    let starts = try Starts.of(mine)
    #expect(starts.gaps.map(\.missing.exercise) == ["2.8", "2.6"])
    let layer = LayerShape(inputs: 30, outputs: 20)
    func weights(_ name: StartName) throws -> Matrix<Double> {
      var generator = Philox4x32x10(seed: 1)
      return try #require(starts.drawn.first { $0.name == name }).rule.weights(of: layer, using: &generator)
    }
    #expect(try weights(.glorotUniform) == Matrix(rows: 30, columns: 20, repeating: -0.25))
    #expect(abs(meanSquare(try weights(.glorotNormal)) - 0.25) < 0.05)
    #expect(abs(try weights(.heUniform)).max() <= 0.75.squareRoot())
    let rule = try #require(starts.drawn.first { $0.name == .glorotUniform }).rule
    #expect(try rule.meanSquare(of: layer) == 0.0625)
  }

  @Test(
    "Weights of another shape, or not finite, are left out",
    arguments: [
      (2, 3, 1.0, "It drew 2 x 3 weights instead of 6 x 4."), (4, 6, 0.5, "It drew 4 x 6 weights instead of 6 x 4."),
      (6, 4, .nan, "It drew a number that is not finite."),
    ])
  func unusableWeights(_ rows: Int, _ columns: Int, _ weight: Double, _ sentence: String) throws {
    let packed = PackedWeights(Matrix(rows: rows, columns: columns, repeating: weight))
    let json = String(decoding: try JSONEncoder().encode(packed), as: UTF8.self)
    let starts = try Starts.of(answers("echo '{\"output\":\(json)}' > $reply"))
    #expect(starts.gaps.first { $0.what == "orthogonal" }?.missing == .undrawable("2.6", sentence))
  }

  @Test func theoryThatCantBeIsLeftOut() throws {
    let curve = SumMoments.Curve(weightMeanSquare: 0.002, activation: .tanh)
    let negative = try answers("echo '{\"output\":{\"outputVariance\":-1,\"rectifiedSecondMoment\":1}}' > $reply")
    #expect(throws: MissingAnswer.undrawable("2.7", "Mean squares can't be -1.0 and 1.0.")) {
      try SumMoments.answers(negative).sizes(of: [curve])
    }
  }

  @Test func packedWeightsComeBackToTheLastBit() {
    var generator = Philox4x32x10(seed: 1)
    let weights = Matrix<Double>.normal(rows: 7, columns: 3, using: &generator)
    #expect(PackedWeights(weights).weights == weights)
  }

  @Test(
    "A text that is no matrix is none", arguments: ["", "00", "zz00000000000000", "0000000000000000000000000000000"])
  func damagedWeights(_ bits: String) throws {
    let json = "{\"rows\":1,\"columns\":1,\"bits\":\"\(bits)\"}"
    #expect(try JSONDecoder().decode(PackedWeights.self, from: Data(json.utf8)).weights == nil)
  }
}
