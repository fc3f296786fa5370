import AnswerChecks
import LabKit
import Plotting

/// Mean squares of activations by depth.
let activationVariance = Experiment<Setting>(
  "activation-variance",
  "Mean square of the activations by depth, ten layers of 500 units, with theory."
) { setting in
  let signals = try deepSignals(setting)
  return deepDrawing(
    signals, "layer (0 is the input)", "mean square of activations", "activation-variance",
    caption: setting.quickly
      + "Dots: one network a curve, normal inputs. Lines: theory of wide layers with normal "
      + "sums. Since all layers are equally wide, LeCun's variance is Glorot's, and orthogonal weights have the same "
      + "theory; uniform forms have that of the normal ones.",
    measured: \.activations, theory: \.activationsInTheory, firstLayer: 0)
}

/// Mean squares of gradients by depth.
let gradientVariance = Experiment<Setting>(
  "gradient-variance",
  "Mean square of the gradients by depth, sent back from the last layer, with theory."
) { setting in
  let signals = try deepSignals(setting)
  return deepDrawing(
    signals, "layer", "mean square of gradients", "gradient-variance",
    caption: setting.quickly
      + "Gradients with respect to each layer's sums; normal gradients of mean square 1 come in "
      + "after layer 10, so read from right to left. Dots: one network a curve. Lines: theory of wide layers, where the "
      + "gradients are independent of the weights that they pass.",
    measured: \.gradients, theory: \.gradientsInTheory, firstLayer: 1)
}

private func deepDrawing(
  _ signals: [DeepSignal], _ x: String, _ y: String, _ name: String, caption: String,
  measured: KeyPath<DeepSignal, [Double]>, theory: KeyPath<DeepSignal, [Double]>, firstLayer: Int
) -> Drawing {
  var table = Table("activation", "initializer", "layer", "measured", "theory")
  for signal in signals {
    for (place, (value, expected)) in zip(signal[keyPath: measured], signal[keyPath: theory])
      .enumerated()
    {
      table.append(
        .text(signal.activation.rawValue), .text(signal.start.name), .integer(firstLayer + place),
        .number(value),
        .number(expected))
    }
  }
  let figure = Figure(caption: caption, columns: 3) {
    for activation in DeepActivation.allCases {
      Chart(activation.title) {
        for signal in signals.filter({ $0.activation == activation }) {
          let layers = signal[keyPath: measured].indices.map { Double(firstLayer + $0) }
          LineMark(x: layers, y: signal[keyPath: theory]).foregroundStyle(by: signal.start.title)
          PointMark(x: layers, y: signal[keyPath: measured]).foregroundStyle(by: signal.start.title)
        }
      }
      .xAxis(x).yAxis(y, scale: .log)
    }
  }
  .legend(.below).seriesStyles(deepStarts.map(\.style))
  return Drawing(
    figure, table: table, results: [name: lastValues(signals, measured, theory)], size: (1400, 680))
}

/// What is left at the far end: of activations after the last layer, of gradients at the first.
private func lastValues(
  _ signals: [DeepSignal], _ measured: KeyPath<DeepSignal, [Double]>,
  _ theory: KeyPath<DeepSignal, [Double]>
) -> Value {
  func end(_ values: [Double]) -> Value {
    .list([.number(values[0]), .number(values[values.count - 1])])
  }
  return .record(
    Dictionary(
      uniqueKeysWithValues: signals.map { signal in
        (
          "\(signal.activation.rawValue).\(signal.start.name)",
          .record([
            "measured": end(signal[keyPath: measured]), "theory": end(signal[keyPath: theory]),
          ])
        )
      }))
}
