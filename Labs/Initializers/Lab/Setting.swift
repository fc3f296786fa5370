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
  /// One training a start; none where no figure needs them.
  let runs: [TrainedStart]

  /// The setting, with the trainings done.
  init(scale: Scale, seed: UInt64, images: ImageData?, isTrained: Bool) throws {
    self.scale = scale
    self.seed = seed
    self.images = images
    runs =
      if isTrained, let images { try trainedStarts(on: images, scale: scale, seed: seed) } else {
        []
      }
  }

  /// The first words of a caption of a short run.
  var quickly: String { scale == .quick ? "Short form. " : "" }
}
