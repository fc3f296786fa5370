import AnswerChecks
import LabKit
import NumericCore
import Plotting

/// Mean squares of activations by depth.
let activationVariance = Experiment<Setting>(
  "activation-variance",
  "Mean square of the activations by depth, ten layers of 500 units, with theory."
) { setting in
  DeepDrawing(setting.signals, "activation-variance", of: "activations", \.activations, firstLayer: 0).drawing(
    x: "layer (0 is the input)",
    caption: setting.quickly
      + "One network of \(DeepSignal.layers) layers of \(DeepSignal.width) units a start, normal inputs. Marks: measured, "
      + "side by side where they would coincide. Lines: theory of infinitely wide layers, one for each variance, since "
      + "starts of equal variance have the same theory; below, measured over theory.")
}

/// Mean squares of gradients by depth.
let gradientVariance = Experiment<Setting>(
  "gradient-variance",
  "Mean square of the gradients by depth, sent back from the last layer, with theory."
) { setting in
  DeepDrawing(setting.signals, "gradient-variance", of: "gradients", \.gradients, firstLayer: 1).drawing(
    x: "layer (read from right to left)",
    caption: setting.quickly
      + "Gradients with respect to each layer's sums; normal gradients of mean square 1 come in after layer "
      + "\(DeepSignal.layers). Marks: one network a start, side by side where they would coincide. Lines: theory of "
      + "infinitely wide layers, which takes gradients as independent of the weights that they pass, one for each "
      + "variance; below, measured over theory.")
}

/// A figure of deep signals: sizes on top, and below what theory makes of them.
private struct DeepDrawing {
  let signals: DeepSignals
  let name: String
  let what: String
  let sizes: KeyPath<DeepSizes, [Double]>
  let firstLayer: Int

  init(
    _ signals: DeepSignals, _ name: String, of what: String, _ sizes: KeyPath<DeepSizes, [Double]>, firstLayer: Int
  ) {
    self.signals = signals
    self.name = name
    self.what = what
    self.sizes = sizes
    self.firstLayer = firstLayer
  }

  func drawing(x: String, caption: String) -> Drawing {
    let figure = Figure(caption: caption + zerosCaption + farthestCaption + signals.gaps.caption, columns: 3) {
      for activation in DeepActivation.allCases { sizesChart(activation, x) }
      for activation in DeepActivation.allCases { quotientChart(activation, x) }
    }
    .legend(.below).seriesStyles(StartName.allCases.map(\.style) + [theoryStyle])
    return Drawing(figure, table: table, results: [name: results], size: (1400, 1050))
  }

  private let theoryStyle = SeriesStyle(name: "theory", color: Color(gray: 0.45), dash: .solid)

  private func layers(_ values: [Double], moved distance: Double = 0) -> [Double] {
    values.indices.map { Double(firstLayer + $0) + distance }
  }

  // MARK: Charts

  /// Signals of one activation that have a size: zeros have none.
  private func shown(_ activation: DeepActivation) -> [DeepSignal] {
    signals.all.filter { $0.activation == activation && $0.weightMeanSquare > 0 }
  }

  private func sizesChart(_ activation: DeepActivation, _ x: String) -> Chart {
    Chart(activation.title) {
      for group in groups(activation) {
        if let theory = group.compactMap(\.expected).first?[keyPath: sizes] {
          LineMark(x: layers(theory), y: theory).foregroundStyle(by: theoryStyle.name).lineStyle(width: 0.6)
        }
        for (place, signal) in group.enumerated() {
          let measured = signal.measured[keyPath: sizes]
          let distance = 0.19 * (Double(place) - Double(group.count - 1) / 2)
          PointMark(x: layers(measured, moved: distance), y: measured).foregroundStyle(by: signal.name.title)
            .symbolSize(0.65)
        }
      }
    }
    .xAxis(x).yAxis("mean square of \(what)", scale: .log)
  }

  private func quotientChart(_ activation: DeepActivation, _ x: String) -> Chart {
    Chart {
      RuleMark(y: 1)
      for signal in shown(activation) {
        if let quotients = quotients(signal) {
          LineMark(x: layers(quotients), y: quotients).foregroundStyle(by: signal.name.title).lineStyle(width: 0.5)
          PointMark(x: layers(quotients), y: quotients).foregroundStyle(by: signal.name.title).symbolSize(0.6)
        }
      }
    }
    .xAxis(x).yAxis("measured / theory")
  }

  /// Signals by the variance of their weights, where rounding or sampling makes no difference.
  private func groups(_ activation: DeepActivation) -> [[DeepSignal]] {
    var groups: [[DeepSignal]] = []
    for signal in shown(activation) {
      let place = groups.firstIndex { abs(log($0[0].weightMeanSquare / signal.weightMeanSquare)) < 0.05 }
      if let place { groups[place].append(signal) } else { groups.append([signal]) }
    }
    return groups
  }

  private func quotients(_ signal: DeepSignal) -> [Double]? {
    signal.expected.map { theory in zip(signal.measured[keyPath: sizes], theory[keyPath: sizes]).map { $0 / $1 } }
  }

  // MARK: Words and numbers

  /// Only where it is so.
  private var zerosCaption: String {
    let zeros = signals.all.filter { $0.name == .zeros }
    guard !zeros.isEmpty, zeros.allSatisfy({ isNothing($0.measured[keyPath: sizes]) }) else { return "" }
    return " Zeros give exactly 0 \(firstLayer == 0 ? "from layer 1 on" : "before the last layer"), off this axis."
  }

  private func isNothing(_ values: [Double]) -> Bool {
    (firstLayer == 0 ? values.dropFirst() : values.dropLast()).allSatisfy { $0 == 0 }
  }

  /// Where theory fails most.
  private var farthestCaption: String {
    guard let farthest else { return "" }
    return " Farthest off: \(farthest.signal.name.title) with \(farthest.signal.activation.title), "
      + "\(short(farthest.quotient)) times theory at layer \(farthest.layer)."
  }

  private var farthest: (signal: DeepSignal, layer: Int, quotient: Double)? {
    let all = DeepActivation.allCases.flatMap(shown).flatMap { signal in
      (quotients(signal) ?? []).enumerated().map { (signal, firstLayer + $0.offset, $0.element) }
    }
    return all.filter { $0.2 > 0 && $0.2.isFinite }.max { abs(log($0.2)) < abs(log($1.2)) }
  }

  private var table: Table {
    var table = Table("activation", "initializer", "layer", "measured", "theory")
    for signal in signals.all {
      let measured = signal.measured[keyPath: sizes]
      for (place, value) in measured.enumerated() {
        table.append(
          .text(signal.activation.rawValue), .text(signal.name.rawValue), .integer(firstLayer + place), .number(value),
          .number(signal.expected?[keyPath: sizes][place] ?? .nan))
      }
    }
    return table
  }

  /// Of every start: the sizes by layer, in the order of layers, and the largest quotient.
  private var results: Value {
    .record(
      Dictionary(
        uniqueKeysWithValues: DeepActivation.allCases.map { activation in
          (activation.rawValue, results(signals.all.filter { $0.activation == activation }))
        }))
  }

  private func results(_ signals: [DeepSignal]) -> Value {
    .record(
      Dictionary(
        uniqueKeysWithValues: signals.map { signal in
          var record = ["measured": Value.list(signal.measured[keyPath: sizes].map(Value.number))]
          if let theory = signal.expected { record["theory"] = .list(theory[keyPath: sizes].map(Value.number)) }
          return (signal.name.rawValue, .record(record))
        }))
  }
}
