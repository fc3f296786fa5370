import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import TrainingLabs

/// What the experiments need.
struct Setting: Sendable {
  /// How much is run.
  var scale: Scale
  /// The seed of all draws.
  var seed: UInt64
  /// The images; nothing where no figure needs them.
  var images: ImageData?
  /// Whose answers figures rest on; nothing for the lab's own.
  var student: StudentAnswers?
  /// The runs that three figures show.
  let tradeOff = Once<[TradeOffRun]>()

  /// One value or the other, by the scale.
  func at<Choice>(quick: Choice, lecture: Choice) -> Choice { scale == .quick ? quick : lecture }

  /// A stream of the seed.
  func draws(_ name: String) -> Philox4x32x10 { Philox4x32x10(seed: seed, stream: name) }

  /// Samples to learn from and to test with.
  ///
  /// - Throws: `LabError` where the images weren't loaded.
  func samples(training: Int, test: Int) throws -> (training: Samples<Float>, test: Samples<Float>) {
    guard let images else { throw LabError.usage("This figure needs images, and none were loaded.") }
    return images.samples(training: training, test: test)
  }

  /// The images' name for captions.
  var imageTitle: String { images?.name.title ?? "no images" }
}
