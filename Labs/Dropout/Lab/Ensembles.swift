import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// k networks averaged, on the same data and on bootstrap samples, against one network with dropout.
let ensembles = Experiment<Setting>(
  "ensembles", "The error of k networks averaged, k = 1 to 16, against v/k + (k-1)c/k and one dropout network."
) { setting in
  let networks = setting.at(quick: 8, lecture: 16)
  let epochs = setting.at(quick: 20, lecture: 60)
  let dropoutEpochs = 2 * epochs
  let members = try setting.members(networks, epochs: epochs, dropoutEpochs: dropoutEpochs)
  let classes = setting.testClasses
  let kinds = [("same images", members.same), ("bootstrap samples", members.bootstrap)]
    .map { EnsembleCurves(name: $0.0, members: $0.1, classes: classes) }
  let dropoutError = error(members.dropout, classes)
  var table = Table(
    "data", "networks", "test error", "squared error, odd images", "v/k + (k-1)c/k", "v/k", "c")
  for kind in kinds {
    for k in 1...networks {
      table.append(
        .text(kind.name), .integer(k), .number(kind.errors[k - 1]), .number(kind.squaredErrors[k - 1]),
        .number(kind.predicted(k)), .number(kind.variance / Double(k)), .number(kind.covariance))
    }
  }
  let k = (1...networks).map(Double.init)
  let errorChart = Chart("Wrong answers") {
    for kind in kinds { LineMark(x: k, y: kind.errors).foregroundStyle(by: kind.name) }
    PointMark(x: 2, y: dropoutError).foregroundStyle(by: "one network with dropout").symbol(.star, size: 1.5)
  }
  .xAxis("training cost, in networks").yAxis("share of wrong test answers")
  let figure = Figure(
    caption: "Hidden layer of \(setting.width), \(setting.trainingCount) images. Dropout (keep 0.5) trains for "
      + "\(dropoutEpochs) epochs, a member for \(epochs). v and c from every second test image, crosses from the others; "
      + kinds.map { "\($0.name): v = \(thousandths($0.variance)), c = \(thousandths($0.covariance))" }
      .joined(separator: "; ") + ". " + setting.provenance,
    columns: 3
  ) {
    errorChart
    for kind in kinds { kind.chart(k) }
  }
  var results: [String: Value] = ["ensembles.dropoutError": .number(dropoutError)]
  for kind in kinds {
    let key = kind.name == "same images" ? "same" : "bootstrap"
    results["ensembles.\(key).v"] = .number(kind.variance)
    results["ensembles.\(key).c"] = .number(kind.covariance)
    results["ensembles.\(key).errorOfOne"] = .number(kind.errors[0])
    results["ensembles.\(key).errorOfAll"] = .number(kind.errors[networks - 1])
  }
  return Drawing(figure, table: table, results: results, size: (1800, 800))
}

private func thousandths(_ number: Double) -> String { "\((number * 1000).rounded() / 1000)" }

/// What k networks of a kind give together.
private struct EnsembleCurves {
  let name: String
  /// The share of wrong answers of the first k, on all test images.
  let errors: [Double]
  /// The squared error of the probabilities of the first k, on every second image.
  let squaredErrors: [Double]
  /// v, on the other images.
  let variance: Double
  /// c, on the other images.
  let covariance: Double

  init(name: String, members: [Probabilities], classes: [Int]) {
    self.name = name
    // Every second image, so that both halves are alike even where the images come in an order.
    let estimated = Array(stride(from: 0, to: classes.count, by: 2))
    let drawn = Array(stride(from: 1, to: classes.count, by: 2))
    let targets = Matrix<Double>(rows: classes.count, columns: members[0].columns) { classes[$0] == $1 ? 1 : 0 }
    var sum = Probabilities.zeros(members[0].rows, members[0].columns)
    var (errors, squares): ([Double], [Double]) = ([], [])
    for (index, member) in members.enumerated() {
      sum = sum + member
      let average = sum / Double(index + 1)
      errors.append(error(average, classes))
      squares.append(Self.square((average - targets)[rows: drawn]))
    }
    self.errors = errors
    squaredErrors = squares
    // The square of the sum of all errors holds each pair twice, and the squares of each.
    let count = Double(members.count)
    let own = members.map { Self.square(($0 - targets)[rows: estimated]) }.reduce(0, +)
    let total = Self.square((sum - count * targets)[rows: estimated])
    variance = own / count
    covariance = (total - own) / (count * (count - 1))
  }

  /// v/k + (k-1)c/k.
  func predicted(_ k: Int) -> Double { variance / Double(k) + Double(k - 1) / Double(k) * covariance }

  func chart(_ k: [Double]) -> Chart {
    Chart("Squared error, \(name == "same images" ? name : "bootstrap")") {
      LineMark(x: k, y: k.map { predicted(Int($0)) }).foregroundStyle(by: "v/k + (k-1)c/k")
      LineMark(x: k, y: k.map { variance / $0 }).foregroundStyle(by: "v/k")
      LineMark(x: k, y: k.map { _ in covariance }).foregroundStyle(by: "c")
      PointMark(x: k, y: squaredErrors).foregroundStyle(by: "measured")
    }
    .xAxis("networks k").yAxis("squared error of the probabilities", domain: 0...1.15 * variance)
  }

  /// The mean over the samples of the squared length of an error.
  private static func square(_ errors: Matrix<Double>) -> Double {
    (errors * errors).sum() / Double(errors.rows)
  }
}

extension Setting {
  /// The test probabilities of all networks: on the same images, on bootstrap samples, and one with dropout.
  fileprivate func members(_ count: Int, epochs: Int, dropoutEpochs: Int) throws
    -> (same: [Probabilities], bootstrap: [Probabilities], dropout: Probabilities)
  {
    let (training, test) = samples
    let labels = Array(data.training.labels.prefix(training.count))
    let learner = Learner(hidden: [width], epochs: epochs)
    let dropout = Learner(hidden: [width], hiddenKeep: 0.5, epochs: dropoutEpochs)
    let runs = (0..<2 * count).map { ($0, learner) } + [(2 * count, dropout)]
    let sweep = Sweep("ensembles", steps: 2 * count * epochs + dropoutEpochs, progress: progress)
    let all = try sweep.results(of: runs) { run, step in
      var draws = draws("ensembles").stream("network", run.0)
      var images = training
      if (count..<2 * count).contains(run.0) {
        let drawn = (0..<training.count).map { _ in draws.integer(below: training.count) }
        images = Samples(training.features[rows: drawn], .classes(drawn.map { labels[$0] }))
      }
      let network = try run.1.network(trainedOn: images, draws: draws) { _ in step() }
      return probabilities(network.outputs(for: test.features))
    }
    return (Array(all[..<count]), Array(all[count..<2 * count]), all[2 * count])
  }
}
