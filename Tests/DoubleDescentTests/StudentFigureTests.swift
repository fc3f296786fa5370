import AnswerChecks
import DoubleDescentQuestions
import LabKit
import LabProofs
import NumericCore
import Testing
import TrainingLabs

@testable import DoubleDescentLab

/// Figures drawn with a student's answers, compiled from a student's files.
@Suite(
  "Answers in double-descent figures: a student's", .serialized,
  .enabled(
    if: StudentFiles.canBeCompiled(for: "DoubleDescentQuestions"), "needs the modules that `swift build` makes"))
struct StudentFigureTests {
  private static func answers(_ bodies: [String: String], cpuSeconds: Int = 10) throws -> StudentFigureAnswers {
    let program = try StudentFiles("double-descent", root: proof.root).program(bodies)
    return StudentFigureAnswers(StudentAnswers(program: program, cpuSeconds: cpuSeconds))
  }

  /// Right answers, as a student may write them.
  private static let right = [
    "7.1": """
    let unit = Matrix(rows: (0..<directions.rows).map { directions.row($0) / directions.row($0).norm })
    return samples.dot(unit, transposingRight: true).map { $0 > 0 ? $0 : 0 }
    """,
    "7.2": """
    let parts = try svd(features)
    let inverted = parts.singularValues.map { $0 > tolerance * parts.singularValues[0] ? 1 / $0 : 0 }
    let along = parts.u.dot(targets, transposingLeft: true).multiplying(.columns, by: inverted)
    return parts.vTransposed.dot(along, transposingLeft: true)
    """,
    "7.3": """
    var kernel = features.dot(features, transposingRight: true)
    for index in 0..<kernel.rows { kernel[index, index] += 2 * Double(features.rows) * strength }
    return features.dot(try solve(kernel, targets), transposingLeft: true)
    """,
    "7.5": """
    let predictions = features.dot(weights)
    var (squared, wrong) = (0.0, 0)
    for (row, label) in classes.enumerated() {
      var difference = predictions.row(row)
      if difference.argMax() != label { wrong += 1 }
      difference[label] -= 1
      squared += difference.dot(difference)
    }
    return ErrorPair(
      squared: squared / Double(classes.count), wrongLabels: Double(wrong) / Double(classes.count))
    """,
    "7.6": """
    let mean = predictions.mean(over: .rows)
    let bias = square(mean - truth).mean()
    let error = square(predictions.subtracting(truth, from: .rows)).mean(over: .rows).mean()
    return BiasAndVariance(squaredBias: bias, variance: error - bias, error: error)
    """,
    "7.8": """
    let s = square(try singularValues(features))
    return (s / (s + 2 * Double(features.rows) * strength)).sum()
    """,
    "7.7": """
    let s = try singularValues(features)
    let k = s[0] / (s.filter { $0 > tolerance * s[0] }.min() ?? s[0])
    let (a, b) = (Double(features.rows).squareRoot(), Double(features.columns).squareRoot())
    return ConditionNumbers(features: k, products: k * k, expected: a == b ? .infinity : (a + b) / Swift.abs(a - b))
    """,
  ]

  /// The project's own answers, held to what a student's can afford.
  private struct Affordable: FigureAnswers {
    let affordableDraws: Int? = 3
    let own = ReferenceFigureAnswers()
    func credit(_ exercises: [String]) -> String { "" }
    func curves(of problems: [CurveInput]) throws -> Answered<[[CurveFit]]> { try own.curves(of: problems) }
    func freedoms(of problems: [CurveInput]) throws -> Answered<[[Double]]> { try own.freedoms(of: problems) }
    func features(_ inputs: [MapInput]) -> Answered<[Matrix<Double>]> { own.features(inputs) }
    func minimumNorm(_ problems: [FitInput]) throws -> Answered<[Matrix<Double>]> { try own.minimumNorm(problems) }
    func errors(of predictions: [ClassesInput]) -> Answered<[ErrorPair]> { own.errors(of: predictions) }
    func biasAndVariance(_ inputs: [PredictionsInput]) -> Answered<[BiasAndVariance]> { own.biasAndVariance(inputs) }
    func conditionNumbers(_ inputs: [MatrixInput]) throws -> Answered<[ConditionNumbers]> {
      try own.conditionNumbers(inputs)
    }
  }

  @Test("Right answers draw what the project's own do")
  func rightAnswers() throws {
    let mine = try Self.answers(Self.right)
    for experiment in [riskCurve, featureMaps, weightNorm, biasVariance, labelNoise, ridgeFigure, sampleWise] {
      let drawing = try experiment.drawing(in: labSetting(mine))
      let expected = try experiment.drawing(in: labSetting(Affordable()))
      #expect(
        drawing.table.rows.count == expected.table.rows.count && !drawing.table.rows.isEmpty, "\(experiment.name)")
      let pairs = zip(drawing.table.rows.joined(), expected.table.rows.joined())
      #expect(pairs.allSatisfy { $0.isClose(to: $1) }, "\(experiment.name)")
      #expect(drawing.figure.caption?.contains("Drawn with your answers to 7.") == true, "\(experiment.name)")
      #expect(
        drawing.figure.caption?.contains("Left out") == false, "\(experiment.name): \(drawing.figure.caption ?? "")")
    }
  }

  @Test("Right answers draw the risk curve of images too, of fewer images")
  func images() throws {
    var (setting, expected) = (labSetting(try Self.answers(Self.right)), labSetting(Affordable()))
    setting.images = try ImageData.load(.synthetic, seed: 3)
    expected.images = setting.images
    let curves = try [setting, expected].map { try #require(try $0.imageFits(for: "risk-curve", draws: 2)?.answer) }
    #expect(curves[0].samples == 100 && curves[0].widths == curves[1].widths)
    for (mine, own) in zip(curves[0].test.joined(), curves[1].test.joined()) {
      #expect(abs(mine - own) < 1e-5 * max(1, own))
    }
    #expect(curves[0].testLabels.joined().allSatisfy { (0...1).contains($0) })
  }

  @Test("A student's minimum-norm solutions draw the polynomials")
  func polynomialsOfMine() throws {
    let drawing = try polynomials.drawing(in: labSetting(try Self.answers(Self.right)))
    #expect(drawing.results["polynomials"]?.number(at: "order-9", "training-error") == 0)
    #expect(drawing.results["polynomials"]?.number(at: "legendre", "smallest-at") == 3)
  }

  @Test(
    "Mistakes are drawn as they are: with sizes for rectified products the curve is another, ridge is missing by name")
  func mistakes() throws {
    let mine = try Self.answers([
      "7.1": "return abs(samples.dot(directions, transposingRight: true))", "7.2": Self.right["7.2"] ?? "",
    ])
    let drawing = try labelNoise.drawing(in: labSetting(mine))
    let expected = try labelNoise.drawing(in: labSetting(Affordable()))
    #expect(drawing.table.rows.count == expected.table.rows.count && drawing.table != expected.table)
    let penalized = try ridgeFigure.drawing(in: labSetting(mine))
    #expect(penalized.figure.caption?.contains("exercise 7.3 is not attempted") == true)
    #expect(penalized.figure.caption?.contains("exercise 7.8 is not attempted") == true)
    #expect(penalized.table.rows.isEmpty)
    // Fourier features are the lab's own: they need no answer to 7.1.
    let maps = try featureMaps.drawing(in: labSetting(try Self.answers(["7.2": Self.right["7.2"] ?? ""])))
    #expect(maps.figure.caption?.contains("Left out: rectifiers (exercise 7.1 is not attempted).") == true)
    #expect(maps.table.rows.contains { $0[1] == .text("wide Fourier") })
    #expect(!maps.table.rows.contains { $0[1] == .text("rectifiers") })
  }

  @Test("What crashes, never ends, or returns nonsense leaves out its own part only")
  func hostile() throws {
    let input = CurveInput(
      samples: [[1, 2], [0, 1]], targets: [[1], [2]], testSamples: [[1, 1]], widths: [1, 3], seed: 1, stream: "hostile")
    func problem(_ bodies: [String: String]) throws -> MissingAnswer? {
      try Self.answers(bodies, cpuSeconds: 2).curves(of: [input]).missing
    }
    let features = Self.right["7.1"] ?? ""
    #expect(try problem([:]) == MissingAnswer("7.1", "is not attempted"))
    #expect(try problem(["7.1": "while true {}"])?.problem == "ran out of time")
    #expect(try problem(["7.1": features]) == MissingAnswer("7.2", "is not attempted"))
    #expect(try problem(["7.1": features, "7.2": "return features[99]"])?.problem == "does not compile")
    #expect(try problem(["7.1": features, "7.2": "fatalError()"])?.problem == "crashed")
    #expect(try problem(["7.1": features, "7.2": "return targets / 0.0"])?.exercise == "7.2")
    #expect(try problem(["7.1": features, "7.2": Self.right["7.2"] ?? ""]) == nil)
  }
}

extension Table.Cell {
  /// Equal, or numbers within what the threshold makes of rounding.
  fileprivate func isClose(to other: Table.Cell) -> Bool {
    guard case .number(let one) = self, case .number(let two) = other else { return self == other }
    return abs(one - two) <= 1e-5 * max(1e-4, abs(two))
  }
}
