import AnswerChecks
import DeepLearning
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

  /// The random draws of a figure.
  func draws(_ figure: String) -> Philox4x32x10 { Philox4x32x10(seed: seed, stream: "dropout/\(figure)") }

  /// Few images to learn from, so that there is something to overfit, and many to test with.
  ///
  /// - Parameter test: how many images to test with; all of the test set at lecture scale by default.
  /// - Throws: `LabError` where the images weren't loaded.
  func samples(test count: Int? = nil) throws -> ImageSamples {
    guard let images else { throw LabError.usage("This figure needs images, and none were loaded.") }
    let (training, test) = images.samples(training: at(quick: 500, lecture: 1000))
    let samples = ImageSamples(
      training: training, test: test, trainingClasses: Array(images.training.labels.prefix(training.features.rows)),
      testClasses: images.test.labels, pixelRows: images.training.images.rows)
    return samples.testing(count ?? at(quick: 2000, lecture: nil))
  }

  /// The hidden units of most figures.
  var width: Int { at(quick: 100, lecture: 256) }

  /// A caption's last sentence: which images, and that it is the short form.
  var provenance: String {
    "Data: \(images?.name.title ?? "none")." + at(quick: " Quick scale: fewer images and seeds.", lecture: "")
  }
}

/// What is learned from and what is tested with, with their classes.
struct ImageSamples: Sendable {
  var training: Samples<Float>
  var test: Samples<Float>
  var trainingClasses: [Int]
  var testClasses: [Int]
  /// The rows of pixels of an image.
  var pixelRows: Int

  /// How many images are learned from.
  var trainingCount: Int { trainingClasses.count }

  /// Fewer images to test with, from all over the set: its first ones may be easier or harder than the rest.
  func testing(_ count: Int?) -> ImageSamples {
    guard let count, count < testClasses.count else { return self }
    let chosen = (0..<count).map { $0 * testClasses.count / count }
    var fewer = self
    fewer.testClasses = chosen.map { testClasses[$0] }
    fewer.test = Samples(test.features[rows: chosen], .classes(fewer.testClasses))
    return fewer
  }
}
