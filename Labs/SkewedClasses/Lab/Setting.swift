import LabKit
import NumericCore

/// What the experiments need.
struct Setting: Sendable {
  /// How much is run.
  var scale: Scale
  /// The seed of all draws.
  var seed: UInt64
  /// The samples of two classes.
  var data: SkewedData
  /// Whose answers figures rest on.
  var answers: FigureAnswers

  /// One value or the other, by the scale.
  func at<Choice>(quick: Choice, lecture: Choice) -> Choice { scale == .quick ? quick : lecture }

  /// A stream of the seed.
  func draws(_ name: String) -> Philox4x32x10 { Philox4x32x10(seed: seed, stream: name) }
}
