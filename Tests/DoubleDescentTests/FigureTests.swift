import AnswerChecks
import LabKit
import LabProofs
import NumericCore
import Testing
import TrainingLabs

@testable import DoubleDescentLab

/// A quick setting with the project's own answers, without images.
func labSetting(_ answers: any FigureAnswers = ReferenceFigureAnswers(), seed: UInt64 = 3) -> Setting {
  Setting(scale: .quick, seed: seed, images: nil, answers: answers)
}

extension Value {
  /// What a path of keys leads to, where that is a number.
  func number(at keys: String...) -> Double? {
    var value = self
    for key in keys {
      guard case .record(let record) = value, let next = record[key] else { return nil }
      value = next
    }
    if case .number(let number) = value { return number }
    return nil
  }
}

@Suite("Figures of the double-descent lab")
struct FigureTests {
  private func results(_ experiment: Experiment<Setting>, seed: UInt64 = 3) throws -> Value {
    try #require(try experiment.drawing(in: labSetting(seed: seed)).results[experiment.name])
  }

  private func number(_ value: Value, _ keys: String...) throws -> Double {
    var value = value
    for key in keys.dropLast() {
      guard case .record(let record) = value else { break }
      value = try #require(record[key], "\(keys)")
    }
    return try #require(value.number(at: keys[keys.count - 1]), "\(keys)")
  }

  @Test("The lecture's order")
  func order() {
    #expect(
      doubleDescentExperiments.map(\.name) == [
        "polynomials", "risk-curve", "feature-maps", "weight-norm", "bias-variance", "label-noise", "ridge",
        "sample-wise", "network-width", "epoch-wise",
      ])
  }

  @Test("Which figures need images, and which need answers")
  func needs() throws {
    #expect(try DoubleDescentCommand.parse([]).needsImages)
    #expect(try !DoubleDescentCommand.parse(["--figure", "ridge"]).needsImages)
    #expect(try DoubleDescentCommand.parse(["--figure", "ridge"]).needsAnswers)
    #expect(try !DoubleDescentCommand.parse(["--figure", "epoch-wise", "--figure", "network-width"]).needsAnswers)
  }

  @Test("Down, up at n, and down to below the first minimum", arguments: [3, 4] as [UInt64])
  func risk(_ seed: UInt64) throws {
    let found = try results(riskCurve, seed: seed)
    #expect(try number(found, "generated", "peak", "width") == 100)
    #expect(try number(found, "generated", "peak", "error") > 5)
    #expect(
      try number(found, "generated", "second-minimum", "error") < number(found, "generated", "first-minimum", "error"))
  }

  @Test("Each feature map has its peak at n; where the second descent ends is the map's own")
  func maps() throws {
    let found = try results(featureMaps)
    for map in ["rectifiers", "narrow-fourier", "matched-fourier", "wide-fourier"] {
      #expect(try number(found, "generated", map, "peak", "width") == 100, "\(map)")
    }
    func ends(_ map: String) throws -> (first: Double, second: Double) {
      (
        try number(found, "generated", map, "first-minimum", "error"),
        try number(found, "generated", map, "second-minimum", "error")
      )
    }
    // Predicting 0 has an error of 1, and features that vary within less than the samples' distance can do no more.
    #expect(try ends("narrow-fourier").second > 0.8)
    for map in ["rectifiers", "matched-fourier", "wide-fourier"] {
      let (first, second) = try ends(map)
      #expect(second < 0.2 && second < first, "\(map)")
    }
  }

  @Test("Weights are longest and features worst conditioned at n")
  func norms() throws {
    let found = try results(weightNorm)
    #expect(try number(found, "norm", "peak-width") == 100)
    #expect(try number(found, "condition", "peak-width") == 100)
    #expect(try number(found, "norm", "peak") > 5 * number(found, "norm", "last"))
  }

  @Test("The peak is variance")
  func terms() throws {
    let found = try results(biasVariance)
    #expect(try number(found, "peak-width") == 100)
    #expect(try number(found, "peak-variance") > 10 * number(found, "bias-at-peak"))
    #expect(try number(found, "first-bias") > 10 * number(found, "last-bias"))
  }

  @Test("More noise, more error far beyond n; without noise there is a peak too")
  func noise() throws {
    let found = try results(labelNoise)
    let last = try ["sigma-0", "sigma-0-1", "sigma-0-3", "sigma-1"].map {
      try number(found, $0, "second-minimum", "error")
    }
    #expect(last == last.sorted())
    #expect(try number(found, "sigma-0", "peak", "error") > 5)
  }

  @Test("A larger penalty, a lower peak; with the penalty chosen there is none")
  func penalties() throws {
    let found = try results(ridgeFigure)
    let peaks = try ["lambda-0", "lambda-1e-5", "lambda-1e-3", "lambda-1e-1"].map {
      try number(found, $0, "at-threshold")
    }
    #expect(peaks == peaks.sorted(by: >))
    #expect(try number(found, "chosen", "smallest-fall") > -0.1)
    #expect(try number(found, "chosen", "at-threshold") < 0.02 * peaks[0])
    // Without a penalty the rank; a penalty leaves less of it, a larger one still less.
    #expect(try number(found, "degrees-of-freedom", "lambda-0", "last") == 100)
    let freedoms = try ["lambda-0", "lambda-1e-5", "lambda-1e-3", "lambda-1e-1"].map {
      try number(found, "degrees-of-freedom", $0, "at-threshold")
    }
    #expect(freedoms == freedoms.sorted(by: >) && freedoms[3] > 1 && freedoms[3] < 60)
  }

  @Test("At the threshold, more data hurt", arguments: [50, 100, 200])
  func samples(_ features: Int) throws {
    let found = try results(sampleWise)
    let key = "features-\(features)"
    #expect(try number(found, key, "error-at-threshold") > 5 * number(found, key, "error-with-fewer"))
    #expect(try number(found, key, "fewer-samples") < Double(features))
  }

  @Test("Order 2 is best and order 9 fits ten points; monomials stay bad, Legendre polynomials come down")
  func orders() throws {
    let found = try results(polynomials)
    #expect(try number(found, "order-9", "training-error") == 0)
    #expect(try number(found, "order-2", "test-error") < number(found, "order-1", "test-error"))
    #expect(try number(found, "order-2", "test-error") < number(found, "order-9", "test-error"))
    #expect(try number(found, "monomials", "smallest-at") == 3)
    #expect(try number(found, "monomials", "last") > 100)
    #expect(try number(found, "legendre", "last") < 1 && number(found, "legendre", "at-threshold") > 10)
  }

  @Test("Along the steps the error falls, rises and falls again; on one scale it doesn't")
  func epochs() throws {
    let found = try results(epochWise)
    let turns = try ["first-minimum", "peak", "second-minimum"].map { try number(found, $0, "error") }
    #expect(turns[1] > 1.1 * turns[0] && turns[2] < turns[0])
    #expect(try number(found, "one-scale-smallest") < turns[2])
  }

  @Test("The closed form is what gradient descent does, step by step")
  func descent() throws {
    let problem = TwoScales(smallScale: TwoScales.small)
    let draws = Philox4x32x10(seed: 8, stream: "descent")
    let (x, y) = problem.data(draws: draws)
    // The error grows out of the weights alone, so their gradient descent is enough.
    var weights = Vector<Double>.zeros(x.columns)
    var taken: [Vector<Double>] = [weights]
    for _ in 0..<30 {
      weights = weights + TwoScales.rate / Double(TwoScales.samples) * (y - x.dot(weights)).dot(x)
      taken.append(weights)
    }
    let errors = [0, 1, 10, 30].map { problem.error(of: taken[$0]) }
    let closed = try problem.testErrors(steps: [0, 1, 10, 30], draws: draws)
    #expect(zip(errors, closed).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test("Wide networks fit wrong labels and still do better than narrow ones")
  func network() throws {
    var setting = labSetting()
    setting.images = try ImageData.load(.synthetic, seed: 3)
    let drawing = try networkWidth.drawing(in: setting)
    let found = try #require(drawing.results["network-width"])
    #expect(try number(found, "threshold") == 9)
    #expect(
      try number(found, "wrong-labels", "second-minimum", "error")
        < number(found, "wrong-labels", "first-minimum", "error"))
    #expect(drawing.figure.caption?.contains("Data: synthetic digits.") == true)
  }

  @Test("Nobody's answers leave out what rests on exercises, and the captions say so")
  func nobody() throws {
    for (experiment, words) in [
      (polynomials, "exercise 7.2 isn't asked"), (riskCurve, "exercise 7.1 isn't asked"),
      (featureMaps, "exercise 7.1 isn't asked"),
      (weightNorm, "exercise 7.1 isn't asked"), (biasVariance, "exercise 7.1 isn't asked"),
      (labelNoise, "exercise 7.1 isn't asked"), (ridgeFigure, "exercise 7.1 isn't asked"),
      (sampleWise, "exercise 7.1 isn't asked"), (ridgeFigure, "exercise 7.8 isn't asked"),
    ] {
      let drawing = try experiment.drawing(in: labSetting(NoFigureAnswers()))
      #expect(drawing.figure.caption?.contains(words) == true, "\(experiment.name)")
      #expect(drawing.figure.scene().width > 0, "\(experiment.name)")
    }
  }
}

@Suite("Data and curves of the double-descent lab")
struct CurveTests {
  @Test("More samples begin with the same ones, and test targets have variance 1 and no noise")
  func data() {
    let draws = Philox4x32x10(seed: 1, stream: "data")
    let few = LinearProblem(samples: 10).data(testSamples: 4000, draws: draws)
    let many = LinearProblem(samples: 30, noise: 0).data(testSamples: 4000, draws: draws)
    #expect(few.samples == many.samples[rows: 0..<10])
    #expect(few.truth == many.truth)
    // A variance of 4000 draws has a deviation of 0.022.
    #expect(abs(variance(few.truth, .population) - 1) < 0.12)
    #expect(abs(many.targets.column(0).norm - few.truth.norm * (30.0 / 4000).squareRoot()) < 3)
  }

  @Test("A descent's minima, peak and verdict")
  func descent() throws {
    let band = Band([1, 2, 5, 10, 20, 50], [[3, 1, 4, 9, 2, 0.5], [3, 1, 4, 9, 2, 0.5]])
    let found = try #require(Descent(band, threshold: 10))
    #expect(found.first.width == 2 && found.peak.width == 10 && found.second.width == 50 && found.goesBelow)
    #expect(Descent(band, threshold: 1) == nil)
    let shallow = try #require(Descent(Band([1, 10, 20], [[1, 9, 2]]), threshold: 10))
    #expect(!shallow.goesBelow)
  }

  @Test("The median distance between neighbouring rows: 1, 2 and 5")
  func distance() {
    #expect(medianDistance([[0, 0], [0, 1], [2, 1], [5, 5]]) == 2)
  }

  @Test("Widths have the threshold among them, and rise")
  func widthList() {
    let list = widths(around: 100)
    #expect(list.contains(100) && list == list.sorted() && Set(list).count == list.count && list.last == 2000)
  }
}
