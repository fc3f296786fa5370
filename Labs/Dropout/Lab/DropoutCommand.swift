import ArgumentParser
import DropoutQuestions
import LabKit
import TrainingLabs

/// The command line of the dropout lab.
struct DropoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dropout", abstract: "Draws the figures of the lecture on dropout and ensembles.")

  @OptionGroup var common: LabOptions

  @Option(help: "mnist, fashion-mnist or synthetic; default: mnist where it is found, and synthetic digits elsewhere.")
  var dataset: ImageDataName?

  /// Draws the chosen figures.
  func draw() throws {
    let lab = Lab("dropout", experiments: dropoutExperiments)
    guard !common.list else { return try lab.run(common) { throw LabError.usage("Nothing is drawn.") } }
    guard common.answers == .reference else {
      throw LabError.usage("These figures train whole networks with the engine's dropout; use --answers reference.")
    }
    let data = try ImageData.load(dataset, seed: common.seed)
    let command = dataset.map { ["--dataset \($0.rawValue)"] } ?? []
    try lab.run(common, command: command, dataset: data.dataset) {
      Setting(scale: common.scale, seed: common.seed, data: data)
    }
  }
}
