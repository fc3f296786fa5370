import DeepLearning
import DoubleDescentQuestions
import LabKit
import NumericCore
import TrainingLabs

/// The fits of images with random features: errors of each draw, a list of widths each.
struct ImageFits: Sendable {
  /// How many images there are to learn from.
  var samples: Int
  /// The numbers of features.
  var widths: [Int]
  var training: [[Double]]
  var test: [[Double]]
  var trainingLabels: [[Double]]
  var testLabels: [[Double]]
}

/// Images as rows of length 1, with targets that are 1 for the image's class and 0 for the others.
struct UnitImages: Sendable {
  let pixels: Matrix<Double>
  let classes: [Int]
  let targets: Matrix<Double>

  init(_ images: LabelledImages, _ chosen: [Int]) {
    let rows = Matrix<Double>(converting: images.pixels[rows: chosen])
    pixels = rows.dividing(.columns, by: rows.reduced(over: .columns) { max($0.norm, 1e-12) })
    let classes = chosen.map { images.labels[$0] }
    self.classes = classes
    targets = Matrix(rows: classes.count, columns: images.classes) { classes[$0] == $1 ? 1 : 0 }
  }

  /// What is asked about predictions for these images, `[images, classes]`: a model that passes them on.
  func question(_ predictions: Matrix<Double>) -> ClassesInput {
    ClassesInput(features: predictions, weights: .identity(predictions.columns), classes: classes)
  }
}

extension Setting {
  /// How many images a curve learns from.
  var imageSamples: Int { answers.affordableDraws == nil ? at(quick: 200, lecture: 1000) : 100 }

  /// How many draws of them there are.
  var imageDraws: Int { answers.affordableDraws == nil ? at(quick: 3, lecture: 5) : 2 }

  /// Risk curves on images, each draw with images and features of its own; nothing where there are no images.
  ///
  /// - Parameters:
  ///   - figure: whose progress is shown.
  ///   - count: how many draws.
  ///   - bandwidth: of Fourier features, in median distances between images; nothing for rectifiers.
  func imageFits(for figure: String, draws count: Int, bandwidth: Double? = nil) throws -> Answered<ImageFits>? {
    guard let images else { return nil }
    let (samples, tests) = (imageSamples, answers.affordableDraws == nil ? at(quick: 500, lecture: 2000) : 200)
    let widths = widths(around: samples, upTo: 10)
    let parts = (0..<count).map { draw -> (training: UnitImages, test: UnitImages) in
      var draws = draws("images").stream("draw", draw)
      let training = draws.sampleWithoutReplacement(samples, below: images.training.count)
      let test = draws.sampleWithoutReplacement(min(tests, images.test.count), below: images.test.count)
      return (UnitImages(images.training, training), UnitImages(images.test, test))
    }
    // One after the other: features of images are large, and their products use all cores as it is.
    var fits: [[CurveFit]] = []
    for (index, part) in parts.enumerated() {
      progress.show(figure, done: index, of: parts.count)
      let input = CurveInput(
        samples: part.training.pixels, targets: part.training.targets, testSamples: part.test.pixels, widths: widths,
        seed: seed, stream: "double-descent/features/images/\(index)",
        bandwidth: bandwidth.map { $0 * medianDistance(part.training.pixels) })
      switch try answers.curves(of: [input]) {
      case .success(let found): fits += found
      case .failure(let missing): return .failure(missing)
      }
    }
    // By draw, then by width.
    let training = zip(parts, fits).flatMap { part, fits in fits.map { part.training.question($0.training) } }
    let test = zip(parts, fits).flatMap { part, fits in fits.map { part.test.question($0.test) } }
    return try answers.errors(of: training + test).map { found in
      func each(_ value: KeyPath<ErrorPair, Double>, from start: Int) -> [[Double]] {
        (0..<count).map { draw in
          widths.indices.map { found[start + draw * widths.count + $0][keyPath: value] }
        }
      }
      return ImageFits(
        samples: samples, widths: widths, training: each(\.squared, from: 0),
        test: each(\.squared, from: training.count), trainingLabels: each(\.wrongLabels, from: 0),
        testLabels: each(\.wrongLabels, from: training.count))
    }
  }
}
