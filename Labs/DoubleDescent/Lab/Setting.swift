import LabKit
import NumericCore
import TrainingLabs

/// What the experiments run on.
struct Setting: Sendable {
  /// How much is run.
  var scale: Scale
  /// The seed of all draws.
  var seed: UInt64
  /// The images; nothing where no figure needs them.
  var images: ImageData?
  /// Whose answers are drawn.
  var answers: any FigureAnswers
  /// Where it is said how far a figure is.
  let progress = ProgressLine()

  /// One of two values by scale.
  func at<Value>(quick: Value, lecture: Value) -> Value { scale == .quick ? quick : lecture }

  /// How many draws of generated data a figure has: no more than the answers can afford.
  var drawCount: Int { min(at(quick: 9, lecture: 41), answers.affordableDraws ?? .max) }

  /// The random draws of a figure.
  func draws(_ figure: String) -> Philox4x32x10 { Philox4x32x10(seed: seed, stream: "double-descent/\(figure)") }

  /// The last sentence of a caption at quick scale.
  var scaleNote: String { at(quick: " Quick scale: fewer draws.", lecture: "") }
}
