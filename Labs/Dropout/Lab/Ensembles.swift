import AnswerChecks
import DeepLearning
import DropoutQuestions
import LabKit
import NumericCore
import Plotting
import TrainingLabs

/// k networks averaged, on the same data and on bootstrap samples, against one network with dropout.
let ensembles = Experiment<Setting>(
  "ensembles", "The error of k networks averaged, k = 1 to 16, against v/k + (k-1)c/k and one dropout network.",
  restsOn: [.answers, .data]
) { setting in
  let plan = EnsemblePlan(setting)
  let samples = try setting.samples(test: setting.answers.affordableImages)
  let masks = try setting.masks(for: [plan.dropout])
  let trained = try plan.trained(on: samples, masks: masks.answer, setting)
  let sizes = setting.answers.sizes(upTo: plan.networks)
  let networks = [trained.same, trained.bootstrap]
  let groups = networks.indices.flatMap { kind in
    sizes.flatMap { EnsembleGroup.all(of: networks[kind], kind: kind, size: $0) }
  }
  let predictions = try setting.answers.predictions(of: groups.map(\.networks))
  var kinds = networks.indices.map { kind in
    EnsembleKind(
      title: EnsembleKind.titles[kind], networks: networks[kind],
      predictions: predictions.answer.map { answer in
        sizes.map { size in zip(groups, answer).filter { $0.0.kind == kind && $0.0.size == size }.map(\.1) }
      } ?? [],
      classes: samples.testClasses)
  }
  let inputs = kinds.flatMap { kind in
    sizes.map { EnsembleErrorInput(variance: kind.variance, covariance: kind.covariance, networks: $0) }
  }
  let formula = try setting.answers.errors(of: inputs)
  if let errors = formula.answer {
    for index in kinds.indices {
      kinds[index].expected = Array(errors[index * sizes.count..<(index + 1) * sizes.count])
    }
  }
  let report = EnsembleReport(
    kinds: kinds, sizes: sizes,
    dropout: masks.answer.map { _ in
      Spread(values: trained.dropout.map { error(softmax($0), samples.testClasses) })
    },
    cost: plan.cost(samples))
  let caption =
    plan.words(samples) + report.words + setting.answers.credit(["3.1", "3.5", "3.6"])
    + leftOut([
      "one network with dropout": masks.missing, "averages of networks": predictions.missing,
      "v/k + (k-1)c/k": formula.missing,
    ]) + " "
    + setting.provenance
  return Drawing(
    report.figure(caption: caption), table: report.table, results: ["ensembles": report.result], size: (1800, 860))
}

/// Networks that are averaged.
private struct EnsembleGroup {
  let kind: Int
  let size: Int
  let networks: [Matrix<Double>]

  /// As many ensembles of a size as the networks make: of 16, k = 2 makes eight, k = 5 three. Their mean says more than
  /// the first alone.
  static func all(of networks: [Matrix<Double>], kind: Int, size: Int) -> [EnsembleGroup] {
    (0..<networks.count / size).map {
      EnsembleGroup(kind: kind, size: size, networks: Array(networks[$0 * size..<($0 + 1) * size]))
    }
  }
}

/// Which networks are trained.
private struct EnsemblePlan {
  let networks: Int
  let dropouts: Int
  let member: Learner
  let dropout: Learner

  init(_ setting: Setting) {
    networks = setting.at(quick: 8, lecture: 16)
    dropouts = setting.at(quick: 2, lecture: 4)
    let epochs = setting.at(quick: 20, lecture: 60)
    // Two layers of moderate width: one wide layer learns nearly the same function from every start.
    let hidden = [setting.at(quick: 64, lecture: 128), setting.at(quick: 64, lecture: 128)]
    member = Learner(hidden: hidden, epochs: epochs)
    dropout = Learner(hidden: hidden, hiddenKeep: 0.5, epochs: 2 * epochs)
  }

  /// The updates of a member and of a network with dropout.
  func cost(_ samples: ImageSamples) -> (member: Int, dropout: Int) {
    (member.updates(samples: samples.trainingCount), dropout.updates(samples: samples.trainingCount))
  }

  func words(_ samples: ImageSamples) -> String {
    "All networks have two hidden layers of \(member.hidden[0]) and learn from \(samples.trainingCount) images: "
      + "\(cost(samples).member) updates each, with dropout \(cost(samples).dropout) (keep 0.5; the bar is the range of \(dropouts)). "
  }

  /// The test logits of all networks: on the same images, on bootstrap samples, and with dropout where there are masks.
  func trained(on samples: ImageSamples, masks: (any DropoutMasks<Float>)?, _ setting: Setting) throws
    -> (same: [Matrix<Double>], bootstrap: [Matrix<Double>], dropout: [Matrix<Double>])
  {
    let runs =
      (0..<2 * networks).map { ($0, member) }
      + (0..<(masks == nil ? 0 : dropouts)).map { (2 * networks + $0, dropout) }
    let sweep = Sweep("ensembles", steps: runs.reduce(0) { $0 + $1.1.epochs }, progress: setting.progress)
    let all = try sweep.results(of: runs) { run, step in
      var draws = setting.draws("ensembles").stream("network", run.0)
      var images = samples.training
      if (networks..<2 * networks).contains(run.0) {
        let drawn = (0..<samples.trainingCount).map { _ in draws.integer(below: samples.trainingCount) }
        images = Samples(
          samples.training.features[rows: drawn], .classes(drawn.map { samples.trainingClasses[$0] }))
      }
      let network = try run.1.network(trainedOn: images, masks: masks, draws: draws) { _ in step() }
      return Matrix<Double>(converting: network.outputs(for: samples.test.features))
    }
    return (Array(all[..<networks]), Array(all[networks..<2 * networks]), Array(all[(2 * networks)...]))
  }
}
