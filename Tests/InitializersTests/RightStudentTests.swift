import AnswerChecks
import AnswerWire
import InitializersQuestions
import InitializersSolutions
import NumericCore
import Testing

@testable import InitializersLab

/// What the lab asks a student for, answered by the reference: the figures must be those of the project.
@Suite struct RightStudentTests {
  private let answers = ReferenceAnswers()

  @Test("2.6 and 2.8 draw what the project draws, from the same generator", arguments: [(20, 12), (12, 20)])
  func drawnWeights(_ inputs: Int, _ outputs: Int) throws {
    // A stream has whole numbers of more digits than JSON keeps.
    let generator = Philox4x32x10(seed: .max, stream: "weights").stream("repeat", 2)
    let layer = LayerShape(inputs: inputs, outputs: outputs)
    for (exercise, name) in [(DrawingExercise.orthogonal, StartName.orthogonal), (.heNormal, .heNormal)] {
      let request = try DrawRequest(exercise, inputs: inputs, outputs: outputs, generator: generator)
      let draw = try #require(initializersExercises.first { $0.id == DrawRequest.name })
      // As it travels: through values whose numbers are all of one kind.
      let reply = try draw.answer(Wire.encode(Value(encoding: request)), by: answers)
      let packed = try Wire.decode(PackedWeights.self, from: Wire.encode(Wire.decode(Value.self, from: reply)))
      var own = generator
      #expect(try packed.weights == #require(name.houseRule).weights(of: layer, using: &own))
    }
  }

  @Test("2.2 to 2.5 are as wide as the project draws")
  func spreads() throws {
    let fans = (784, 200)
    let layer = LayerShape(inputs: fans.0, outputs: fans.1)
    let range = try answers.glorotUniform(fanIn: fans.0, fanOut: fans.1)
    let variances: [(StartName, Double)] = [
      (.glorotUniform, range.high * range.high / 3),
      (.glorotNormal, try square(answers.glorotNormal(fanIn: fans.0, fanOut: fans.1))),
      (.heUniform, try square(answers.heNormal(fanIn: fans.0, fanOut: fans.1))),
      (.leCunNormal, try square(answers.leCunNormal(fanIn: fans.0, fanOut: fans.1))),
      (.leCunUniform, try square(answers.leCunNormal(fanIn: fans.0, fanOut: fans.1))),
    ]
    for (name, variance) in variances {
      #expect(abs(variance / (try #require(name.houseRule).variance(layer)) - 1) < 1e-12)
    }
  }

  private func square(_ x: Double) -> Double { x * x }
}
