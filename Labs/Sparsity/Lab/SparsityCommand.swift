import AnswerChecks
import ArgumentParser
import LabKit
import TrainingLabs

/// The command line of the sparsity lab.
struct SparsityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sparsity", abstract: "Draws the figures of the lecture on penalties and sparse weights.")

  @OptionGroup var common: LabOptions

  @OptionGroup var images: ImageOptions

  /// Draws the chosen figures.
  func draw() throws {
    let lab = Lab("sparsity", experiments: sparsityExperiments, tolerances: sparsityTolerances)
    let images = common.draws([networkWeights]) ? try images.load(seed: common.seed) : nil
    // A damaged data file stops only who draws from it.
    let measurements = common.draws([sparsityByLambda]) ? try Measurements.wisconsin() : nil
    try lab.run(common, command: self.images.asGiven, dataset: Self.dataset(images, measurements)) {
      Setting(
        scale: common.scale, seed: common.seed, measurements: measurements, images: images,
        answers: needsAnswers ? try answers : NoFigureAnswers())
    }
  }

  private var answers: any FigureAnswers {
    get throws {
      try common.answers.answers(to: "sparsity", reference: ReferenceFigureAnswers()) { StudentFigureAnswers($0) }
    }
  }

  /// Whether a chosen figure shows answers to exercises; the others show what the engine and its solvers do.
  var needsAnswers: Bool {
    common.draws(sparsityExperiments.filter { ![networkWeights.name, "solvers"].contains($0.name) })
  }

  /// What the manifest calls the data: both names where two sets were read, with the checksum of the images.
  private static func dataset(_ images: ImageData?, _ measurements: Measurements?) -> Manifest.Dataset? {
    guard let images, let measurements else { return images?.dataset ?? measurements?.dataset }
    return Manifest.Dataset(
      name: "\(images.dataset.name) and \(measurements.dataset.name)", sha256: images.dataset.sha256)
  }
}
