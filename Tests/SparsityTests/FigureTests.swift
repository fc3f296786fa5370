import AnswerChecks
import DeepLearning
import Foundation
import LabKit
import LabProofs
import NumericCore
import Testing
import TrainingLabs

@testable import SparsityLab

/// A quick setting with the project's own answers, on data that the lab makes itself.
func labSetting(_ answers: any FigureAnswers = ReferenceFigureAnswers(), seed: UInt64 = 3) -> Setting {
  Setting(scale: .quick, seed: seed, measurements: nil, images: nil, answers: answers)
}

extension Value {
  /// What a path of keys leads to, where that is a number.
  func number(at keys: String...) -> Double? {
    var value = self
    for key in keys {
      switch value {
      case .record(let record):
        guard let next = record[key] else { return nil }
        value = next
      case .list(let list):
        guard let index = Int(key), list.indices.contains(index) else { return nil }
        value = list[index]
      default: return nil
      }
    }
    if case .number(let number) = value { return number }
    return nil
  }
}

@Suite("Figures of the sparsity lab")
struct FigureTests {
  private func results(_ experiment: Experiment<Setting>, seed: UInt64 = 3) throws -> Value {
    try #require(try experiment.drawing(in: labSetting(seed: seed)).results[experiment.name])
  }

  @Test("The lecture's order")
  func order() {
    #expect(
      sparsityExperiments.map(\.name) == [
        "update-size", "geometry", "paths", "sparsity-by-lambda", "solvers", "network-weights", "conditioning", "prior",
      ])
  }

  @Test("Two figures show no answers")
  func needs() throws {
    #expect(try SparsityCommand.parse([]).needsAnswers)
    #expect(try SparsityCommand.parse(["--figure", "paths"]).needsAnswers)
    #expect(try !SparsityCommand.parse(["--figure", "solvers", "--figure", "network-weights"]).needsAnswers)
  }

  @Test("A weight of 0.1 loses 1, 0.1 and 0.2 of ηλ; the subgradient never gets to 0, the soft threshold stays there")
  func updates() throws {
    let results = try results(updateSize)
    #expect(results.number(at: "l1") == 1)
    #expect(results.number(at: "l2-with-half") == 0.1)
    #expect(results.number(at: "l2") == 0.2)
    #expect(results.number(at: "l1-zeros") == 0 && results.number(at: "l2-zeros") == 0)
    #expect(results.number(at: "soft-threshold-zeros") == 20)
  }

  @Test(
    "Where steps are divided, a penalty takes little off weights with large gradients, and decay beside the step the same"
  )
  func decay() throws {
    let results = try results(updateSize)
    func last(_ key: String) throws -> Double { try #require(results.number(at: "decay", key)) }
    // 60 steps of 0.02: a full step each takes 1 down to 0, and 1 - 2 * 0.02 * 0.5 to the 60th power is 0.298. The mean of
    // 200 weights that noise moves by 0.02 a step has a deviation of at most 0.011.
    #expect(try abs(last("penalty-small")) < 0.06)
    #expect(try last("penalty-large") > 0.8)
    #expect(try abs(last("decoupled-large") - 0.298) < 0.06)
    #expect(try abs(last("decoupled-large") - last("decoupled-small")) < 1e-6)
  }

  @Test("The duality gap says how far a path is from the minimum, and is nothing where no path is")
  func gaps() throws {
    let data = SparseRegression.lecture.data(testSamples: 10, draws: Philox4x32x10(seed: 3, stream: "gaps"))
    let answers = ReferenceFigureAnswers()
    let found = try [data].paths(shares: [0.3], answers)[0]
    #expect(try found.lassoGap(data, answers).largest == 1e-12)
    let lasso = try #require(found.paths.first)
    let shrunk = WeightPath(kind: .lasso, shares: lasso.shares, weights: lasso.weights.map { 0.9 * $0 })
    let far = WeightPaths(paths: [shrunk], missing: [], largest: found.largest)
    let strength = 0.3 * found.largest[0]
    func objective(_ w: Vector<Double>) -> Double {
      let rest = data.targets - data.features.dot(w)
      return rest.dot(rest) / Double(2 * data.targets.count) + strength * w.norm1
    }
    let zero = objective(.zeros(40))
    let excess = (objective(shrunk.weights[0]) - objective(lasso.weights[0])) / zero
    #expect(excess > 1e-4)
    #expect(try #require(try far.lassoGap(data, answers).largest) >= excess)
    let none = WeightPaths(paths: [], missing: [], largest: [])
    #expect(try none.lassoGap(data, NoFigureAnswers()) == (nil, nil))
    #expect(try found.lassoGap(data, NoFigureAnswers()).missing?.exercise == "4.10")
  }

  @Test("The diamond is touched at its corner, the others aren't, all at about the same cost")
  func touching() throws {
    let results = try results(geometry)
    #expect(results.number(at: "lasso", "w1") == 0)
    for penalty in ["elastic-net", "ridge"] { #expect(try #require(results.number(at: penalty, "w1")) > 0.1) }
    for penalty in ["lasso", "elastic-net", "ridge"] {
      #expect(abs(try #require(results.number(at: penalty, "cost")) - 0.36) < 0.002)
    }
  }

  @Test("All points of a border have the solution's penalty")
  func borders() throws {
    func numbers(_ row: [Table.Cell]) throws -> (x: Double, y: Double) {
      guard case .number(let x) = row[2], case .number(let y) = row[3] else { throw LabError.usage("No numbers.") }
      return (x, y)
    }
    let rows = try geometry.drawing(in: labSetting()).table.rows
    for kind in PenaltyKind.compared {
      let penalties = try rows.filter { $0[0] == .text(kind.rawValue) }.map { row -> Double in
        let (x, y) = try numbers(row)
        return kind.l1Share * (abs(x) + abs(y)) + (1 - kind.l1Share) * (x * x + y * y)
      }
      #expect(penalties.count > 100)
      #expect(penalties.allSatisfy { abs($0 - penalties[0]) < 1e-12 }, "\(kind)")
    }
  }

  @Test("Eigenvalues 3 and 12, condition number 4, shrinkage 1/3 and 5/6, and 2.5 for the literal reading")
  func curvature() throws {
    let results = try results(conditioning)
    #expect(results.number(at: "eigenvalues", "0") == 3 && results.number(at: "eigenvalues", "1") == 12)
    #expect(results.number(at: "condition-number") == 4)
    #expect(results.number(at: "shrinkage", "0") == 1.0 / 3 && results.number(at: "shrinkage", "1") == 10.0 / 12)
    #expect(abs(try #require(results.number(at: "literal-reading")) - 2.5) < 1e-14)
    // At its best rate each step leaves (κ - 1)/(κ + 1) of the distance: 9/11 and 3/5, to a thousandth.
    #expect(results.number(at: "steps-before") == 35 && results.number(at: "steps-after") == 14)
  }

  @Test("The lasso has most zeros, ridge none", arguments: [3, 4] as [UInt64])
  func zeros(_ seed: UInt64) throws {
    let results = try results(paths, seed: seed)
    let counts = try ["lasso", "elastic-net", "ridge"].map { try #require(results.number(at: $0, "zeros-at-a-tenth")) }
    #expect(counts[0] > counts[1] && counts[1] > counts[2] && counts[2] == 0)
  }

  @Test("The table of paths has each weight at its λ: nothing above λ max, and all weights at last")
  func pathTable() throws {
    let rows = try paths.drawing(in: labSetting()).table.rows.filter { $0[0] == .text("lasso") }
    #expect(rows[0][1] == .number(2) && rows[39][1] == .number(2) && rows[40][1] != .number(2))
    #expect(rows.prefix(40).allSatisfy { $0[3] == .number(0) })
    #expect(rows.suffix(40).count { $0[3] != .number(0) } > 30)
  }

  @Test("From λ max on the lasso's weights are all 0, below not; ridge's never are")
  func ends() throws {
    let data = SparseRegression.lecture.data(testSamples: 10, draws: Philox4x32x10(seed: 1, stream: "ends"))
    let found = try [data].paths(shares: [2.001, 1.001, 0.99, 0.1], ReferenceFigureAnswers())[0]
    #expect(found.paths.map(\.kind) == [.lasso, .elasticNet, .ridge])
    #expect(found.paths[0].nonzero.prefix(3) == [0, 0, 1])
    #expect(found.paths[1].nonzero[0] == 0 && found.paths[1].nonzero[1] > 0)
    #expect(found.paths[2].nonzero == [40, 40, 40, 40])
  }

  @Test("Each path is a path of its penalty's solutions: no weight can do better")
  func optimal() throws {
    let data = SparseRegression.lecture.data(testSamples: 10, draws: Philox4x32x10(seed: 2, stream: "optimal"))
    let found = try [data].paths(shares: [0.5, 0.05], ReferenceFigureAnswers())[0]
    let n = Double(data.targets.count)
    for path in found.paths {
      for (share, weights) in zip(path.shares, path.weights) {
        let strength = share * found.largest[0]
        let pull = (data.targets - data.features.dot(weights)).dot(data.features) / n
        for (slope, weight) in zip(pull - 2 * strength * (1 - path.kind.l1Share) * weights, weights) {
          let kink = strength * path.kind.l1Share
          #expect(weight == 0 ? abs(slope) <= kink + 1e-4 : abs(slope - kink * sign(weight)) < 1e-4, "\(path.kind)")
        }
      }
    }
  }

  @Test("Precision and recall of a known support are in the results; ridge keeps all features")
  func support() throws {
    let results = try results(sparsityByLambda)
    #expect(results.number(at: "generated", "ridge", "best", "recall") == 1)
    #expect(results.number(at: "generated", "ridge", "best", "precision") == 5.0 / 40)
    let best = try ["precision", "recall"].map { try #require(results.number(at: "generated", "lasso", "best", $0)) }
    let sparser = try #require(results.number(at: "generated", "lasso", "four-times-best", "precision"))
    #expect(best[0] > 0.15 && best[0] < 0.8 && best[1] > 0.8 && sparser > best[0])
  }

  @Test("All solvers but subgradient descent find the same zeros")
  func solverZeros() throws {
    let results = try results(solvers)
    let zeros = try #require(results.number(at: "coordinate-descent", "exact-zeros"))
    #expect(zeros > 50)
    #expect(results.number(at: "fista", "exact-zeros") == zeros)
    #expect(results.number(at: "subgradient", "exact-zeros") == 0)
    #expect(try #require(results.number(at: "coordinate-descent", "rounds")) < 100)
  }

  @Test("The rounds to a gap of a millionth are the first whose gap is")
  func roundsToGoal() throws {
    let drawing = try solvers.drawing(in: labSetting())
    for solver in ["coordinate-descent", "fista"] {
      let goal = try #require(drawing.results["solvers"]?.number(at: solver, "rounds"))
      for row in drawing.table.rows where row[0] == .text(solver) {
        guard case .integer(let round) = row[1], case .number(let gap) = row[2] else { continue }
        if Double(round) < goal { #expect(gap > 1e-6) }
        if Double(round) == goal { #expect(gap <= 1e-6) }
      }
    }
  }

  @Test("The Laplace prior's mode is 0 at a half, its mean is not")
  func priors() throws {
    let results = try results(prior)
    #expect(results.number(at: "lasso-mode-at-half") == 0)
    // In closed form: on each side of 0 the posterior is a normal density around z - 1 or z + 1, cut off at 0.
    let z = 0.5
    let right = exp(-z) * erfc((1 - z) / 2.0.squareRoot())
    let left = exp(z) * erfc((1 + z) / 2.0.squareRoot())
    let mean = ((z - 1) * right + (z + 1) * left) / (right + left)
    #expect(abs(try #require(results.number(at: "posterior-mean-at-half")) - mean) < 1e-4)
  }

  @Test("Penalties make weights small, L1 far more of them, and accuracies stay together")
  func network() throws {
    var setting = labSetting()
    setting.images = try ImageData.load(.synthetic, seed: 3)
    let drawing = try networkWeights.drawing(in: setting)
    let results = try #require(drawing.results["network-weights"])
    func number(_ penalty: String, _ key: String) throws -> Double { try #require(results.number(at: penalty, key)) }
    #expect(try number("lasso", "small-share") > 1.5 * number("ridge", "small-share"))
    #expect(try number("lasso", "small-share") > 1.5 * number("none", "small-share"))
    #expect(try abs(number("lasso", "accuracy") - number("none", "accuracy")) < 0.02)
    #expect(drawing.figure.caption?.contains("Data: synthetic digits.") == true)
  }

  @Test("Pruning sets what is smaller to 0, and nothing else; biases stay")
  func pruning() {
    var network = Network<Float>(inputs: 2, [.dense(2, .relu), .dense(1)])
    for index in network.parameters.indices { network.parameters[index] = Float(index + 1) * 1e-4 }
    let pruned = network.pruned(below: 3.5e-4)
    for block in network.blocks {
      for index in block.range {
        let isPruned = block.role == .weights && network.parameters[index] < 3.5e-4
        #expect(pruned.parameters[index] == (isPruned ? 0 : network.parameters[index]))
      }
    }
    #expect(network.weights.count == 6 && network.junction(1).count == 2)
    #expect(pruned.weights.count { $0 == 0 } == 3)
  }

  @Test("Nobody's answers leave out what rests on exercises, and the captions say so")
  func nobody() throws {
    for (experiment, words) in [
      (updateSize, "exercise 4.1 isn't asked"), (geometry, "exercise 4.5 isn't asked"),
      (paths, "exercise 4.9 isn't asked"), (sparsityByLambda, "exercise 4.9 isn't asked"),
      (conditioning, "exercise 4.8 isn't asked"), (prior, "exercise 4.4 isn't asked"),
    ] {
      let drawing = try experiment.drawing(in: labSetting(NoFigureAnswers()))
      #expect(drawing.figure.caption?.contains(words) == true, "\(experiment.name)")
    }
  }
}

@Suite("Data of the sparsity lab")
struct DataTests {
  private func line(_ diagnosis: String, _ last: String = "0.5") -> String {
    (["1", diagnosis] + (1...29).map { "\($0).25" } + [last]).joined(separator: ",")
  }

  private func read(_ lines: [String]) throws -> Measurements {
    try Measurements.wisconsin(bytes: Array((lines.joined(separator: "\n") + "\n").utf8), file: "wdbc.data")
  }

  @Test("A file of two lines")
  func twoLines() throws {
    let data = try read([line("M"), line("B", "-1")])
    #expect(data.labels == [1, -1])
    #expect(data.features.rows == 2 && data.features.columns == 30)
    #expect(data.features[1, 29] == -1 && data.features[0, 0] == 1.25)
  }

  @Test("Damage is named with its line")
  func damage() {
    for (lines, words) in [
      ([line("M"), line("X")], "line 2"), ([line("M"), line("B", "much")], "line 2"),
      ([line("M"), "1,B,3"], "line 2"), ([line("M"), line("M")], "same diagnosis"),
    ] {
      do {
        _ = try read(lines)
        Issue.record("\(words) was not seen.")
      } catch {
        #expect("\(error)".contains(words), "\(error)")
      }
    }
  }

  @Test("Errors of a plane, by hand: over those of the training mean, and labels by the sign of the prediction")
  func errors() {
    let data = RegressionData(
      features: [[-1], [1], [-1], [1]], targets: [1, 1, -1, 1], testFeatures: [[-1], [1], [1]],
      testTargets: [1, -1, -1])
    #expect(data.targetMean == 0.5 && data.testFeatures == [[-1], [1], [1]])
    // Of zero weights the prediction is the mean, 0.5, a positive label for all.
    #expect(data.testError(of: [0]) == 1 && data.wrongSigns(of: [0]) == 2.0 / 3)
    // Predictions of 1.25, -0.25 and -0.25 are off by 0.25, 0.75 and 0.75; those of 0.9, 0.1 and 0.1 are all positive.
    #expect(abs(data.testError(of: [-0.75]) - 1.1875 / 4.75) < 1e-15 && data.wrongSigns(of: [-0.75]) == 0)
    #expect(data.wrongSigns(of: [-0.4]) == 2.0 / 3)
  }

  @Test("Generated data are standardized, correlated as stated, and have their support")
  func generated() {
    let data = SparseRegression(samples: 4000, features: 10, weights: [2, -1], correlation: 0.5, noise: 1)
      .data(testSamples: 50, draws: Philox4x32x10(seed: 2, stream: "generated"))
    #expect(data.support == [0, 5])
    let covariance = data.features.dot(data.features, transposingLeft: true) / 4000
    #expect(abs(covariance.diagonal - 1).max() < 1e-10)
    // A correlation of 4000 samples has a deviation of at most 1/63.
    #expect(abs(covariance[3, 4] - 0.5) < 0.1 && abs(covariance[3, 5] - 0.25) < 0.1)
    #expect(abs(data.targets.mean()) < 1e-12)
  }

  @Test(
    "The Wisconsin data, where they are found: half of 569 to learn from",
    .enabled(if: ProcessInfo.processInfo.environment["DESCENT_DATASETS"] != nil, "DESCENT_DATASETS isn't set"))
  func wisconsin() throws {
    let data = try #require(try Measurements.wisconsin())
    #expect(data.labels.count == 569 && data.labels.count { $0 > 0 } == 212)
    let split = data.split(draws: Philox4x32x10(seed: 1, stream: "split"))
    #expect(split.targets.count + split.testTargets.count == 569)
    #expect(abs(split.targets.count - split.testTargets.count) <= 1)
  }
}
