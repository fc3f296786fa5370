import AnswerChecks
import DoubleDescentQuestions
import LabKit
import NumericCore
import Plotting

/// Squared bias and variance by the number of features.
let biasVariance = Experiment<Setting>(
  "bias-variance", "Squared bias and variance of the fits, by the number of features."
) { setting in
  let problem = LinearProblem()
  let count = min(setting.at(quick: 30, lecture: 200), setting.answers.affordableDraws.map { 4 * $0 } ?? .max)
  let all = widths(around: problem.samples)
  let found = try setting.terms(problem, fits: count, widths: all)
  var (results, sentence): ([String: Value], String) = ([:], "")
  if let terms = found.answer {
    let variances = terms.map(\.variance)
    let peak = Vector(variances).argMax()
    results = [
      "peak-width": .number(Double(all[peak])), "peak-variance": .number(variances[peak]),
      "bias-at-peak": .number(terms[peak].squaredBias), "first-bias": .number(terms[0].squaredBias),
      "last-bias": .number(terms[terms.count - 1].squaredBias),
      "last-variance": .number(variances[variances.count - 1]),
    ]
    sentence =
      "The peak is variance: \(short(variances[peak])) at \(all[peak]) features, beside a squared bias of "
      + "\(short(terms[peak].squaredBias)); at \(all[all.count - 1]) they are \(short(variances[variances.count - 1])) and "
      + "\(short(terms[terms.count - 1].squaredBias)). At n a few draws decide how high it is. The mean of \(count) fits still "
      + "has one part in \(count) of the variance, which counts as bias here."
  }
  let text = caption(
    "\(count) fits, each with training samples, noise and directions of its own, at the same \(pointCount) test points.",
    sentence, setting.answers.credit(["7.1", "7.2", "7.6"]), leftOut(["all": found.missing]), setting.scaleNote)
  return Drawing(
    termsFigure(found.answer ?? [], all, threshold: problem.samples, caption: text),
    table: termsTable(found.answer ?? [], all), results: ["bias-variance": .record(results)], size: (1200, 820))
}

private let pointCount = 200

extension Setting {
  /// Bias and variance at the same points for each width.
  fileprivate func terms(_ problem: LinearProblem, fits count: Int, widths: [Int]) throws
    -> Answered<[BiasAndVariance]>
  {
    let common = problem.data(testSamples: pointCount, draws: draws("bias-variance"))
    let inputs = (0..<count).map { fit in
      // The target is the common one; samples and noise are new.
      var data = problem.data(testSamples: 1, draws: draws("bias-variance").stream("fit", fit))
      var errors = draws("bias-variance").stream("noise", fit)
      data.targets = Matrix(columns: [
        data.samples.dot(common.weights)
          + Vector<Double>.normal(problem.samples, mean: 0, standardDeviation: problem.noise, using: &errors)
      ])
      return CurveInput(
        samples: data.samples, targets: data.targets, testSamples: common.testSamples, widths: widths, seed: seed,
        stream: "double-descent/features/bias-variance/\(fit)")
    }
    switch try answers.curves(of: inputs) {
    case .failure(let missing): return .failure(missing)
    case .success(let fits):
      return try answers.biasAndVariance(
        widths.indices.map { place in
          PredictionsInput(
            predictions: Matrix(rows: fits.map { $0[place].test.column(0) }), truth: common.truth)
        })
    }
  }
}

private func termsFigure(_ terms: [BiasAndVariance], _ widths: [Int], threshold: Int, caption: String) -> Figure {
  let x = widths.prefix(terms.count).map(Double.init)
  return Figure(
    Chart("Squared bias and variance") {
      RuleMark(x: Double(threshold), label: "n = \(threshold)")
      if !terms.isEmpty {
        LineMark(x: x, y: terms.map(\.error)).foregroundStyle(by: "error")
        LineMark(x: x, y: terms.map(\.squaredBias)).foregroundStyle(by: "squared bias")
        LineMark(x: x, y: terms.map(\.variance)).foregroundStyle(by: "variance")
      }
    }
    .xAxis("random features", scale: .log).yAxis("mean over test points", scale: .log)
    .seriesStyles([
      SeriesStyle(name: "error", color: Color(gray: 0.13), dash: .solid),
      SeriesStyle(name: "squared bias", color: .blue, dash: .dashed, symbol: .square),
      SeriesStyle(name: "variance", color: .vermillion, dash: .dotted, symbol: .triangle),
    ])
    .caption(caption))
}

private func termsTable(_ terms: [BiasAndVariance], _ widths: [Int]) -> Table {
  var table = Table("features", "squared bias", "variance", "mean squared error")
  for (width, term) in zip(widths, terms) {
    table.append(.integer(width), .number(term.squaredBias), .number(term.variance), .number(term.error))
  }
  return table
}
