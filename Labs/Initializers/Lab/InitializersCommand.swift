import ArgumentParser
import LabKit
import TrainingLabs

/// The command line of the initializer lab.
struct InitializersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "initializers",
    abstract: "Draws the figures of the lecture on initializing weights.")

  @OptionGroup var common: LabOptions

  @Option(
    help:
      "mnist, fashion-mnist or synthetic; by default MNIST where it is found, else synthetic digits."
  )
  var dataset: ImageDataName?

  /// Draws the chosen figures.
  func draw() throws {
    let lab = Lab("initializers", experiments: initializerExperiments)
    guard !common.list else {
      return try lab.run(common) { throw LabError.usage("Nothing is drawn.") }
    }
    guard common.answers == .reference else {
      throw LabError.usage(
        "The figures of this lab are drawn with the project's own initializers: leave --answers out."
      )
    }
    let trained = [weightHistograms.name, trainingCurves.name]
    let learns =
      common.figures.isEmpty || common.figures.contains { (trained + [symmetry.name]).contains($0) }
    let images = learns ? try ImageData.load(dataset, seed: common.seed) : nil
    let isTrained = common.figures.isEmpty || common.figures.contains { trained.contains($0) }
    try lab.run(
      common, command: dataset.map { ["--dataset \($0.rawValue)"] } ?? [], dataset: images?.dataset
    ) {
      try Setting(scale: common.scale, seed: common.seed, images: images, isTrained: isTrained)
    }
  }
}

/// The figures in the order of the lecture.
let initializerExperiments: [Experiment<Setting>] = [
  weightHistograms, trainingCurves, activationVariance, gradientVariance, symmetry,
]
