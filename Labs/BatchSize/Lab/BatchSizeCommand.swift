import ArgumentParser
import LabKit
import TrainingLabs

/// The command line of the lab on the batch size.
struct BatchSizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch-size", abstract: "Draws the figures of the lecture on the batch size.")

  @OptionGroup var common: LabOptions
  @OptionGroup var images: ImageOptions

  /// Draws the chosen figures.
  func draw() throws {
    let lab = Lab("batch-size", experiments: batchSizeExperiments, tolerances: batchSizeTolerances)
    let data = needsImages ? try images.load(seed: common.seed) : nil
    try lab.run(common, command: images.asGiven, dataset: data?.dataset) {
      Setting(
        scale: common.scale, seed: common.seed, images: data,
        student: common.answers == .mine ? try .ofMyAnswers(to: "batch-size") : nil)
    }
  }

  /// Whether a chosen figure is drawn from images.
  var needsImages: Bool { common.draws(batchSizeExperiments.filter { $0.name != paths.name }) }
}
