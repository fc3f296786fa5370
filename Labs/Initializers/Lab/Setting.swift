import LabKit
import NumericCore
import TrainingLabs

/// What the figures are drawn from.
struct Setting: Sendable {
  /// How much is run.
  let scale: Scale
  /// Of all draws.
  let seed: UInt64
  /// What is learned; nothing where no figure needs it.
  let images: ImageData?
  /// How weights are drawn, by the project or by a student.
  let starts: Starts
  /// Who says what a layer does to mean squares.
  let theory: SumMoments
  /// The trainings; none where no figure needs them.
  private(set) var trainings = Trainings()
  /// The starts through deep layers; none where no figure needs them.
  private(set) var signals = DeepSignals()

  /// The setting of a command's options; what takes time comes later.
  init(scale: Scale, seed: UInt64, images: ImageData?, starts: Starts = .ofTheHouse, theory: SumMoments = .house) {
    self.scale = scale
    self.seed = seed
    self.images = images
    self.starts = starts
    self.theory = theory
  }

  /// The setting with whose answers draw.
  static func of(_ answers: AnswersSource, scale: Scale, seed: UInt64, images: ImageData?) throws -> Setting {
    switch answers {
    case .reference: return Setting(scale: scale, seed: seed, images: images)
    case .mine:
      let mine = try StudentAnswers.ofMyAnswers(to: "initializers")
      return Setting(scale: scale, seed: seed, images: images, starts: try .of(mine), theory: .answers(mine))
    }
  }

  /// The setting with every start trained.
  func withTrainings() throws -> Setting {
    guard let images else { return self }
    var setting = self
    setting.trainings = try Trainings(of: starts, on: images, scale: scale, seed: seed)
    return setting
  }

  /// The setting with every start sent through deep layers.
  func withSignals() throws -> Setting {
    var setting = self
    setting.signals = try DeepSignals(of: starts, theory: theory, scale: scale, seed: seed)
    return setting
  }

  /// The first words of a caption of a short run.
  var quickly: String { scale == .quick ? "Short form. " : "" }
}
