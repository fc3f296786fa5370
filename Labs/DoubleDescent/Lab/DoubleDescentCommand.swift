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
    guard !common.list else { return try lab.run(common) { throw LabError.usage("Nothing is drawn.") } }
    let images = needsImages ? try images.load(seed: common.seed) : nil
    try lab.run(common, command: self.images.asGiven, dataset: images?.dataset) {
      Setting(
        scale: common.scale, seed: common.seed, images: images,
        answers: needsAnswers ? try figureAnswers(for: common.answers) : NoFigureAnswers())
    }
  }

  /// Whether a chosen figure is drawn from images.
  var needsImages: Bool { [riskCurve.name, networkWidth.name].contains(where: draws) }

  /// Whether a chosen figure shows answers to exercises; the others show what the engine does, or formulas.
  var needsAnswers: Bool {
    doubleDescentExperiments.map(\.name).filter { ![networkWidth.name, epochWise.name].contains($0) }
      .contains(where: draws)
  }

  /// Whether a figure was chosen.
  private func draws(_ figure: String) -> Bool { common.figures.isEmpty || common.figures.contains(figure) }
}
