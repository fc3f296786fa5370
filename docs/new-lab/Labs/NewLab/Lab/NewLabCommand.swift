import ArgumentParser
import LabKit

/// The command line of the lab.
struct NewLabCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-lab", abstract: "Draws the figures of the lecture on ROOT MEAN SQUARES.")

  @OptionGroup var common: LabOptions

  /// Draws the chosen figures.
  func draw() throws {
    try Lab("new-lab", experiments: newLabExperiments).run(common) {
      Setting(scale: common.scale, seed: common.seed, answers: try common.figureAnswers)
    }
  }
}

/// The lab's experiments in the order of the lecture.
let newLabExperiments: [Experiment<Setting>] = [settling]

/// What the experiments run on.
struct Setting: Sendable {
  /// How much is run.
  var scale: Scale
  /// The seed of all draws.
  var seed: UInt64
  /// Whose answers are drawn.
  var answers: any FigureAnswers
}
