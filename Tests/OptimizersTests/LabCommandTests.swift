import LabKit
import NumericCore
import OptimizersQuestions
import Testing

@testable import OptimizersLab

@Suite struct LabCommandTests {
  private let samples = footballers(count: 20, seed: 1)

  private func setting(_ words: String...) throws -> Setting {
    try OptimizersCommand.parse(words).setting(samples: samples)
  }

  @Test(
    "A wrong value is one sentence and status 64",
    arguments: [
      (["--condition-number", "0.5"], "--condition-number is 0.5; give a number from 1 to 1e8."),
      (["--condition-number", "nan"], "--condition-number is nan; give a number from 1 to 1e8."),
      (["--steps", "-3"], "--steps is -3; give a number from 1 to 100000."),
      (["--steps", "0"], "--steps is 0; give a number from 1 to 100000."),
      (["--start", "1"], "--start is \"1\"; give two numbers up to 1e6 with a comma between, as -9,-4."),
      (["--start", "1,2,3"], "--start is \"1,2,3\"; give two numbers up to 1e6 with a comma between, as -9,-4."),
      (["--start", "1,inf"], "--start is \"1,inf\"; give two numbers up to 1e6 with a comma between, as -9,-4."),
      (["--learning-rate", "-1"], "--learning-rate is -1.0; give a number above 0."),
      (["--learning-rate", "nan"], "--learning-rate is nan; give a number above 0."),
      (["--rotation", "inf"], "--rotation is inf; give degrees from -360 to 360."),
    ])
  func wrongValues(_ words: [String], _ sentence: String) throws {
    let command = try OptimizersCommand.parse(words)
    #expect(throws: LabError.usage(sentence)) { try command.setting(samples: samples) }
  }

  @Test func anUnknownOptimizerIsAnsweredWithTheKnownOnes() throws {
    let command = try OptimizersCommand.parse(["--optimizer", "sgd"])
    let error = #expect(throws: LabError.self) { try command.setting(samples: samples) }
    #expect(error?.description.contains("no optimizer \"sgd\"") == true)
    for name in OptimizerName.allCases { #expect(error?.description.contains(name.rawValue) == true) }
    #expect(error?.exitStatus == 64)
  }

  @Test func whatIsNoNumberIsRefusedByTheParser() {
    #expect(throws: (any Error).self) { try OptimizersCommand.parse(["--steps", "many"]) }
    #expect(throws: (any Error).self) { try OptimizersCommand.parse(["--bogus"]) }
  }

  @Test func optionsReachTheSetting() throws {
    let chosen = try setting(
      "--condition-number", "9", "--rotation", "-45", "--optimizer", "adam", "--optimizer", "gradient-descent",
      "--steps",
      "12", "--start", "-1.5,2", "--learning-rate", "0.25", "--scale", "lecture", "--seed", "7")
    #expect(chosen.conditionNumber == 9)
    #expect(chosen.rotation == -45)
    #expect(chosen.optimizers == [.gradientDescent, .adam])
    #expect(chosen.steps == 12)
    #expect(chosen.start == [-1.5, 2])
    #expect(chosen.learningRate == 0.25)
    #expect(chosen.scale == .lecture)
    #expect(chosen.seed == 7)
  }

  @Test func theOtherOptionsAreRepeatedInThePicture() throws {
    #expect(try OptimizersCommand.parse([]).otherOptions.isEmpty)
    let words = ["--condition-number", "9", "--optimizer", "adam", "--steps", "5", "--start", "1,2"]
    #expect(
      try OptimizersCommand.parse(words).otherOptions
        == ["--condition-number 9.0", "--optimizer adam", "--steps 5", "--start 1,2"])
  }

  @Test func figuresAreTheLecturesTwelve() {
    #expect(
      optimizerExperiments.map(\.name) == [
        "level-sets", "conditioning", "trajectories", "loss", "steps-by-condition-number", "learning-rate-sensitivity",
        "momentum-phase", "landscapes", "feature-scales", "rotation", "momentum-filter", "effective-learning-rate",
      ])
  }

  @Test func captionNumbersAreShort() {
    let numbers = [0, 1, 100, 0.0185, 0.1, 2.5, 1234.4, 250, -9, 1e-8, 3.14159]
    #expect(
      numbers.map(short)
        == ["0", "1", "100", "0.0185", "0.1", "2.5", "1230", "250", "-9", "1 \\times 10^{-8}", "3.14"])
  }
}
