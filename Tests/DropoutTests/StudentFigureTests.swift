import AnswerChecks
import DeepLearning
import DropoutQuestions
import DropoutSolutions
import Foundation
import LabKit
import LabProofs
import NumericCore
import Techniques
import Testing
import TrainingLabs

@testable import DropoutLab

/// What the three figures with answers ask, small.
private enum Small {
  /// Five networks' logits of eight samples.
  static let networks: [Matrix<Double>] = {
    var draws = Philox4x32x10(seed: 2, stream: "logits")
    return (0..<5).map { _ in .normal(rows: 8, columns: 4, using: &draws) }
  }()
  static let ensembles = [[networks[0]], Array(networks[1...3]), networks]
  static let errors = [1, 2, 16].map { EnsembleErrorInput(variance: 0.3, covariance: 0.2, networks: $0) }
  static let layers = [UnitsInput(unitsByLayer: [3, 4]), UnitsInput(unitsByLayer: [100, 100])]
  static let setting = Setting(scale: .quick, seed: 1, images: nil, answers: NoFigureAnswers())

  static let network: DroppedNetwork = {
    let learner = Learner(hidden: [20, 12], hiddenKeep: 0.5, epochs: 1)
    var draws = Philox4x32x10(seed: 3, stream: "images")
    var network = learner.start(inputs: 30, masks: InvertedDropout(), draws: draws)
    // As after training: from the start all probabilities are alike, whatever is dropped.
    network.parameters = 3 * network.parameters
    return DroppedNetwork(
      network, masks: InvertedDropout(), keepProbability: 0.5, images: .normal(rows: 8, columns: 30, using: &draws))
  }()
}

/// The project's own answers in figures, against the solutions.
@Suite("Answers in figures: the project's own")
struct ReferenceFigureTests {
  private let figures = ReferenceFigureAnswers()
  private let answers = ReferenceAnswers()

  @Test("Ensembles predict what 3.5 does")
  func predictions() throws {
    let predictions = try figures.predictions(of: Small.ensembles).get()
    for (networks, prediction) in zip(Small.ensembles, predictions) {
      for row in 0..<8 {
        let expected = try answers.ensemblePrediction(logits: Matrix(rows: networks.map { $0.row(row) }))
        #expect(abs(prediction.row(row) - expected).max() < 1e-14)
      }
    }
  }

  @Test("Errors are those of 3.6, counts those of 3.7")
  func formulas() throws {
    #expect(
      try figures.errors(of: Small.errors).get()
        == Small.errors.map {
          try answers.ensembleError(variance: $0.variance, covariance: $0.covariance, networks: $0.networks)
        })
    #expect(
      try figures.counts(of: Small.layers).get()
        == Small.layers.map { try answers.thinnedNetworks(unitsByLayer: $0.unitsByLayer) })
  }

  @Test("Weight scaling is 3.4 of both layers, to single precision")
  func scaling() throws {
    let network = Small.network
    func sums(_ inputs: Matrix<Double>, _ layer: DenseLayer) throws -> Matrix<Double> {
      try answers.inferenceOutputs(
        inputs: inputs, weights: layer.weights / 0.5, biases: layer.biases, keepProbability: 0.5)
    }
    let hidden = maximum(try sums(Matrix(converting: network.activations), network.hidden), 0)
    let expected = try sums(hidden, network.output)
    #expect(abs(try figures.scaledLogits(of: network).get() - expected).max() < 1e-4)
  }

  @Test("A network seen from behind its first layer gives what the whole one does")
  func split() {
    let learner = Learner(hidden: [20, 12], hiddenKeep: 0.5, epochs: 1)
    var draws = Philox4x32x10(seed: 4, stream: "images")
    let network = learner.start(inputs: 30, masks: InvertedDropout(), draws: draws)
    let images = Matrix<Float>.normal(rows: 8, columns: 30, using: &draws)
    let split = DroppedNetwork(network, masks: InvertedDropout(), keepProbability: 0.5, images: images)
    #expect(split.logits == Matrix<Double>(converting: network.outputs(for: images)))
    #expect(split.parts(of: 3) == [0..<3, 3..<6, 6..<8])
  }

  @Test("The engine's masks and those of 3.1 and 3.2 average to the same")
  func averages() throws {
    let masks = 4096
    let engine = try figures.averages(of: Small.network, masks: masks, setting: Small.setting).get()
    let exercise = try #require(dropoutExercises.first { $0.id == "thinned-passes" })
    let input = ThinnedPassesInput(
      activations: Matrix(converting: Small.network.activations), hidden: Small.network.hidden,
      output: Small.network.output, keepProbability: 0.5, masks: masks, seed: 9)
    let encoder = JSONEncoder()
    let reply = try exercise.answer(encoder.encode(input), by: ReferenceAnswers())
    let answered = try JSONDecoder().decode([ThinnedAverage].self, from: reply)
    #expect(engine.map(\.masks) == (0...12).map { 1 << $0 })
    #expect(answered.map(\.masks) == engine.map(\.masks))
    let (one, other) = (try #require(engine.last), try #require(answered.last))
    #expect(abs(one.probabilities - other.probabilities).max() < 0.04)
    // One mask alone is far from the mean, so the bound above says something.
    #expect(abs(answered[0].probabilities - other.probabilities).max() > 0.2)
  }
}

/// A student's program, compiled from a student's files.
@Suite(
  "Answers in figures: a student's", .serialized,
  .enabled(if: StudentFiles.canBeCompiled(for: "DropoutQuestions"), "needs the modules that `swift build` makes"))
struct StudentFigureTests {
  private func answers(_ bodies: [String: String]) throws -> StudentFigureAnswers {
    let program = try StudentFiles("dropout", root: proof.root).program(bodies)
    return StudentFigureAnswers(StudentAnswers(program: program, cpuSeconds: 2))
  }

  /// Right answers, as a student may write them.
  private static let right = [
    "3.1": """
    Matrix(rows: samples, columns: units) { _, _ in
      generator.bernoulli(keepProbability) ? 1 / keepProbability : 0
    }
    """,
    "3.2": """
    let mask = draws.map { $0 < keepProbability ? 1 / keepProbability : 0 }
    return DropoutPass(outputs: mask * activations, mask: mask)
    """,
    "3.4": "return (keepProbability * inputs).dot(weights).adding(biases, to: .rows)",
    "3.5": """
    var sum = Vector<Double>.zeros(logits.columns)
    for network in 0..<logits.rows {
      let powers = exp(logits.row(network))
      sum = sum + powers / powers.sum()
    }
    return sum / Double(logits.rows)
    """,
    "3.6": "return covariance + (variance - covariance) / Double(networks)",
    "3.7": """
    var count = ExactInteger(1)
    for units in unitsByLayer { for _ in 0..<units { count = count + count } }
    return count
    """,
  ]

  @Test("Right answers draw what the project's own do")
  func rightAnswers() throws {
    let (mine, house) = (try answers(Self.right), ReferenceFigureAnswers())
    let predictions = zip(
      try mine.predictions(of: Small.ensembles).get(), try house.predictions(of: Small.ensembles).get())
    for (one, other) in predictions { #expect(abs(one - other).max() < 1e-12) }
    let errors = zip(try mine.errors(of: Small.errors).get(), try house.errors(of: Small.errors).get())
    for (one, other) in errors { #expect(abs(one - other) < 1e-12) }
    #expect(try mine.counts(of: Small.layers).get() == house.counts(of: Small.layers).get())
    let scaled = try mine.scaledLogits(of: Small.network).get()
    #expect(abs(scaled - (try house.scaledLogits(of: Small.network).get())).max() < 1e-4)
    let averages = try mine.averages(of: Small.network, masks: 2048, setting: Small.setting).get()
    let own = try house.averages(of: Small.network, masks: 2048, setting: Small.setting).get()
    #expect(averages.map(\.masks) == own.map(\.masks))
    let (last, lastOfOwn) = (try #require(averages.last), try #require(own.last))
    #expect(abs(last.probabilities - lastOfOwn.probabilities).max() < 0.05)
    #expect(mine.credit(["3.5", "3.6", "3.7"]) == " Drawn with your answers to 3.5, 3.6 and 3.7.")
  }

  @Test("Mistakes are drawn as they are, and blank stubs are left out by name")
  func mistakes() throws {
    let mine = try answers([
      "3.6": "return variance / Double(networks)",
      "3.7": "return unitsByLayer.reduce(ExactInteger(1)) { $0 * .choices(of: 2, from: $1) }",
    ])
    #expect(try mine.errors(of: Small.errors).get() == [0.3, 0.15, 0.3 / 16])
    #expect(try mine.counts(of: Small.layers).get().map(\.description) == ["18", "24502500"])
    #expect(try mine.predictions(of: Small.ensembles).missing?.words == "exercise 3.5 is not attempted")
    #expect(try mine.scaledLogits(of: Small.network).missing?.words == "exercise 3.4 is not attempted")
    var setting = Small.setting
    setting.answers = mine
    let drawing = try thinnedNetworks.drawing(in: setting)
    #expect(drawing.figure.caption?.hasSuffix("Drawn with your answers to 3.7.") == true)
    #expect(mine.credit(["3.5", "3.6"]) == " Drawn with your answers to 3.6.")
    #expect(mine.credit(["3.4", "3.5"]) == "", "nothing was drawn with blank stubs")
  }

  @Test("A network learns with a student's masks as it does with the project's own")
  func training() throws {
    let learner = Learner(hidden: [40], hiddenKeep: 0.5, epochs: 8)
    let images = try ImageData.load(.synthetic, seed: 3).samples(training: 300, test: 500)
    func error(_ masks: any DropoutMasks<Float>) throws -> Double {
      try learner.network(trainedOn: images.training, masks: masks, draws: Philox4x32x10(seed: 1))
        .error(on: images.test)
    }
    let mine = try answers(Self.right).masks(keeping: [0.5]).get()
    #expect(try abs(error(mine) - error(InvertedDropout())) < 0.1)
    // Whoever drops all learns nothing.
    let none = try answers(["3.1": "Matrix.zeros(samples, units)"]).masks(keeping: [0.5]).get()
    #expect(try error(none) > 0.7)
    let wrong = try answers(["3.1": "Matrix.zeros(units, 3)"]).masks(keeping: [0.5, 0.8])
    #expect(wrong.missing?.words == "exercise 3.1 stopped with an error")
  }

  @Test("Of several answers that one figure needs, the missing one is named")
  func oneOfSeveral() throws {
    func gap(_ bodies: [String: String]) throws -> String? {
      try answers(bodies).averages(of: Small.network, masks: 4, setting: Small.setting).missing?.words
    }
    #expect(try gap(Self.right.filter { $0.key == "3.1" }) == "exercise 3.2 is not attempted")
    #expect(try gap(Self.right.filter { ["3.1", "3.2"].contains($0.key) }) == "exercise 3.5 is not attempted")
    #expect(try gap(Self.right.filter { $0.key == "3.2" }) == "exercise 3.1 is not attempted")
    #expect(
      try gap(Self.right.merging(["3.1": "Matrix.ones(units, samples)"]) { $1 })
        == "exercise 3.1, 3.2 or 3.5 stopped with an error")
    #expect(try gap(Self.right.merging(["3.2": "return nothing"]) { $1 }) == "exercise 3.2 does not compile")
  }

  @Test("What crashes, never ends, or returns nonsense leaves out its own part only")
  func hostile() throws {
    let mine = try answers([
      "3.4": "return inputs", "3.5": "return logits.row(logits.rows)", "3.6": "while true {}",
      "3.7": "return ExactInteger(unitsByLayer.count)",
    ])
    #expect(
      try mine.scaledLogits(of: Small.network).missing?.problem
        == "returned something of the wrong shape or size, or not finite")
    #expect(try mine.predictions(of: Small.ensembles).missing?.problem == "crashed")
    #expect(try mine.errors(of: Small.errors).missing?.problem == "ran out of time")
    #expect(try mine.counts(of: Small.layers).get() == [ExactInteger(2), ExactInteger(2)])
  }
}
