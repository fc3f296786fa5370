import LabKit
import NumericCore
import TrainingLabs

/// What the experiments run on.
struct Setting: Sendable {
  var scale: Scale
  var seed: UInt64
  var data: ImageData
  let progress = ProgressLine()

  /// One of two values by scale.
  func at<Value>(quick: Value, lecture: Value) -> Value { scale == .quick ? quick : lecture }

  /// The random draws of a figure.
  func draws(_ figure: String) -> Philox4x32x10 { Philox4x32x10(seed: seed, stream: "dropout/\(figure)") }

  /// A caption's last sentence: which images, and that it is the short form.
  var provenance: String {
    "Data: \(data.name.title)." + at(quick: " Quick scale: fewer images and seeds.", lecture: "")
  }
}
