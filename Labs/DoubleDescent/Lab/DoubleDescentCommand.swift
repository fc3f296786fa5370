import ArgumentParser
import LabKit
import TrainingLabs

/// The command line of the double-descent lab.
struct DoubleDescentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "double-descent",
    abstract: "Draws the figures of the lecture on over- and underfitting and double descent.")

  @OptionGroup var common: LabOptions

  @OptionGroup var images: ImageOptions

  /// Draws the chosen figures.
  func draw() throws {
    let lab = Lab("double-descent", experiments: doubleDescentExperiments, tolerances: doubleDescentTolerances)
    let images = needsImages ? try images.load(seed: common.seed) : nil
    try lab.run(common, command: self.images.asGiven, dataset: images?.dataset) {
      Setting(
        scale: common.scale, seed: common.seed, images: images,
        answers: needsAnswers ? try answers : NoFigureAnswers())
    }
  }

  /// Whether a chosen figure is drawn from images.
  var needsImages: Bool { common.draws([riskCurve, featureMaps, networkWidth]) }

  private var answers: any FigureAnswers {
    get throws {
      try common.answers.answers(to: "double-descent", reference: ReferenceFigureAnswers()) { StudentFigureAnswers($0) }
    }
  }

  /// Whether a chosen figure shows answers to exercises; the others show what the engine does, or formulas.
  var needsAnswers: Bool {
    common.draws(doubleDescentExperiments.filter { ![networkWidth.name, epochWise.name].contains($0.name) })
  }
}
