import ArgumentParser
import LabKit
import TrainingLabs

/// The command line of the lab on the batch size.
struct BatchSizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch-size", abstract: "Draws the figures of the lecture on the batch size.")

  @OptionGroup var common: LabOptions

  @Option(help: "mnist, fashion-mnist or synthetic; MNIST where it is found, otherwise synthetic.")
  var dataset: ImageDataName?

  /// Draws the chosen figures.
  func draw() throws {
    let lab = Lab("batch-size", experiments: batchSizeExperiments)
    guard !common.list else { return try lab.run(common) { throw LabError.usage("Nothing is drawn.") } }
    let images = needsImages ? try ImageData.load(dataset, seed: common.seed) : nil
    try lab.run(common, command: otherOptions, dataset: images?.dataset) {
      Setting(
        scale: common.scale, seed: common.seed, images: images,
        rates: common.answers == .mine ? try .ofMyAnswers() : .ofTheHouse)
    }
  }

  /// Whether a chosen figure is drawn from images.
  var needsImages: Bool { common.figures != [paths.name] }

  /// The options beyond the common ones, as they were given.
  var otherOptions: [String] { dataset.map { ["--dataset \($0.rawValue)"] } ?? [] }
}
