import ArgumentParser
import LabKit

/// The command line of the lab on skewed classes.
struct SkewedClassesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "skewed-classes", abstract: "Draws the figures of the lecture on skewed classes.")

  @OptionGroup var common: LabOptions

  @Option(help: "mammography, abalone or generated; mammography where it is found, otherwise generated.")
  var dataset: SkewedDataName?

  /// Draws the chosen figures.
  func draw() throws {
    let lab = Lab("skewed-classes", experiments: skewedClassesExperiments, tolerances: skewedClassesTolerances)
    let data = common.list ? nil : try SkewedData.load(dataset, seed: common.seed)
    try lab.run(common, command: dataset.map { ["--dataset \($0.rawValue)"] } ?? [], dataset: data?.dataset) {
      Setting(
        scale: common.scale, seed: common.seed,
        data: try data ?? SkewedData.load(dataset, seed: common.seed),
        answers: try FigureAnswers(of: common.answers))
    }
  }
}
