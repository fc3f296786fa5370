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

  /// The mean over the images of the squared error, and the share of wrong labels.
  func errors(of predictions: Matrix<Double>) -> (squared: Double, wrongLabels: Double) {
    let wrong = zip(predictions.argMax(over: .columns), classes).count { $0 != $1 }
    return (square(predictions - targets).sum() / Double(classes.count), Double(wrong) / Double(classes.count))
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
    func each(_ value: (CurveFit, Int) -> Double) -> [[Double]] {
      fits.indices.map { draw in fits[draw].map { value($0, draw) } }
    }
    return .success(
      ImageFits(
        samples: samples, widths: widths, training: each { parts[$1].training.errors(of: $0.training).squared },
        test: each { parts[$1].test.errors(of: $0.test).squared },
        trainingLabels: each { parts[$1].training.errors(of: $0.training).wrongLabels },
        testLabels: each { parts[$1].test.errors(of: $0.test).wrongLabels }))
  }
}
