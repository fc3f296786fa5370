import ArgumentParser
import LabKit
import TrainingLabs

/// The command line of the dropout lab.
struct DropoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dropout", abstract: "Draws the figures of the lecture on dropout and ensembles.")

  @OptionGroup var common: LabOptions

  @OptionGroup var images: ImageOptions

  /// Draws the chosen figures.
  func draw() throws {
    let lab = Lab("dropout", experiments: dropoutExperiments, tolerances: dropoutTolerances)
    let images = needsImages ? try images.load(seed: common.seed) : nil
    try lab.run(common, command: self.images.asGiven, dataset: images?.dataset) {
      Setting(scale: common.scale, seed: common.seed, images: images, answers: try answers)
    }
  }

  /// Whether a chosen figure is drawn from images.
  var needsImages: Bool { common.draws(dropoutExperiments.filter { $0.name != thinnedNetworks.name }) }

  private var answers: any FigureAnswers {
    get throws {
      try common.answers.answers(to: "dropout", reference: ReferenceFigureAnswers()) { StudentFigureAnswers($0) }
    }
  }
}
