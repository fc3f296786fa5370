import AnswerChecks
import Foundation
import InitializersQuestions
import NumericCore
import Testing

@testable import InitializersLab

/// Programs of a few lines of shell stand in for a student's: what counts is what they do, not how they were built.
@Suite struct StudentTests {
  /// A program that runs `body` for each line of input, with the exercise in `$exercise` and the reply's file in `$reply`.
  private func answers(
    _ body: String, refused: [String: String] = [:], limits: Limits = Limits(cpuSeconds: 1)
  ) throws -> StudentAnswers {
    let file = FileManager.default.temporaryDirectory.appending(path: "answers-\(UUID().uuidString)")
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
    return StudentAnswers(program: StudentProgram(path: file.path, refused: refused), limits: limits)
  }

  private static let named = StartName.allCases.filter { $0.exercise != nil }

  /// The gap that a body leaves where LeCun's deviation is asked for.
  private func gap(_ body: String) throws -> Gap? {
    try Starts.of(answers(body)).gaps.first { $0.what == "LeCun normal" }
  }

  @Test func blankStubsAreNotAttemptedAndTheOtherStartsAreDrawn() throws {
    let starts = try Starts.of(answers("echo '{\"notAttempted\":true}' > $reply"))
    #expect(starts.drawn.map(\.name) == [.zeros, .zerosWithBiases, .standardNormal, .fanInUniform])
    #expect(starts.gaps.map(\.what) == Self.named.map(\.title))
    #expect(starts.gaps.caption.contains("Glorot normal (exercise 2.3: not attempted)"))
    #expect(starts.gaps.first?.sentence == "Glorot normal (exercise 2.3: not attempted) is left out.")
  }

  @Test func aCrashIsNamed() throws {
    #expect(try gap("kill -ILL $$")?.reason == "crashed")
    #expect(try gap("exit 0")?.reason == "crashed")
    #expect(try gap("echo gibberish > $reply")?.reason == "crashed")
  }

  @Test func anEndlessLoopTimesOut() throws {
    let endless = try answers("while :; do :; done")
    #expect(throws: Gap("orthogonal", exercise: "2.6", .timedOut, detail: Self.outOfTime)) {
      let _: Double = try endless.answer("2.6", to: Fans(fanIn: 1, fanOut: 1), for: "orthogonal")
    }
  }

  private static let outOfTime = "It used more than 1 seconds of processor time."

  @Test("What can't be drawn is wrong, and said so", arguments: ["-1", "0", "\"nan\"", "\"inf\"", "[]", "{\"low\":1}"])
  func unusableDeviations(_ output: String) throws {
    let gap = try gap("echo '{\"output\":\(output)}' > $reply")
    #expect(gap?.reason == "wrong")
    #expect(gap?.detail?.isEmpty == false)
  }

  @Test func aFileThatDoesNotCompileIsNamed() throws {
    let mine = try answers("echo '{\"output\":0.1}' > $reply", refused: ["2.3": "Exercise03, line 3: error\nmore"])
    let starts = try Starts.of(mine)
    let gap = try #require(starts.gaps.first { $0.exercise == "2.3" })
    #expect(gap.reason == "does not compile")
    #expect(gap.detail == "Exercise03, line 3: error")
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
    #expect(starts.gaps.map(\.exercise) == ["2.8", "2.6"])
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

  @Test("Weights of another shape, or not finite, are wrong", arguments: [(2, 3, 1.0), (6, 4, .nan), (4, 6, 0.5)])
  func unusableWeights(_ rows: Int, _ columns: Int, _ weight: Double) throws {
    let packed = PackedWeights(Matrix(rows: rows, columns: columns, repeating: weight))
    let json = String(decoding: try JSONEncoder().encode(packed), as: UTF8.self)
    let starts = try Starts.of(answers("echo '{\"output\":\(json)}' > $reply"))
    #expect(starts.gaps.first { $0.exercise == "2.6" }?.reason == "wrong")
  }

  @Test func theoryThatCantBeIsLeftOut() throws {
    let curve = SumMoments.Curve(weightMeanSquare: 0.002, activation: .tanh)
    let negative = try answers("echo '{\"output\":{\"outputVariance\":-1,\"rectifiedSecondMoment\":1}}' > $reply")
    let error = #expect(throws: Gap.self) { try SumMoments.answers(negative).sizes(of: [curve]) }
    #expect(error?.exercise == "2.7" && error?.reason == "wrong")
    #expect([error].compactMap(\.self).caption == " Left out: the lines of theory (exercise 2.7: wrong).")
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
