import DeepLearning
import NumericCore
import Plotting

#if canImport(Techniques)
  import Techniques
#endif

/// One way to start: an initializer and what all biases are.
struct Start: Sendable {
  /// In tables and the manifest, as `glorot-normal`.
  let name: String
  /// In figures.
  let title: String
  /// What draws the weights.
  let initializer: any Initializer
  /// Of all layers.
  var bias = 0.0
  /// A weight's variance in a layer of so many inputs and outputs, where it follows a rule.
  var variance: @Sendable (Double, Double) -> Double = { _, _ in 0 }

  /// The style of its curves.
  var style: SeriesStyle {
    SeriesStyle(name: title, index: allStarts.firstIndex { $0.name == name } ?? 0)
  }
}

/// All weights 0.
struct AllZero: Initializer {
  func weights(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) -> Matrix<Double> {
    .zeros(inputs, outputs)
  }
}

/// Normal with standard deviation 1, whatever the fans.
struct StandardNormal: Initializer {
  func weights(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) -> Matrix<Double> {
    .normal(rows: inputs, columns: outputs, using: &generator)
  }
}

private let plainStarts = [
  Start(name: "zeros", title: "zeros", initializer: AllZero()),
  Start(name: "zeros-biases", title: "zeros, biases 0.1", initializer: AllZero(), bias: 0.1),
  Start(
    name: "standard-normal", title: "N(0, 1)", initializer: StandardNormal(),
    variance: { _, _ in 1 }),
  Start(
    name: "fan-in-uniform", title: "uniform 1/\\sqrt{m}", initializer: FanInUniform(),
    variance: { fanIn, _ in 1 / (3 * fanIn) }),
]

#if canImport(Techniques)
  /// Every start of the lecture. The named initializers are exercises: a copy without Techniques draws the plain ones.
  let allStarts =
    plainStarts + [
      Start(
        name: "glorot-normal", title: "Glorot normal", initializer: Glorot.normal,
        variance: { 2 / ($0 + $1) }),
      Start(
        name: "glorot-uniform", title: "Glorot uniform", initializer: Glorot.uniform,
        variance: { 2 / ($0 + $1) }),
      Start(
        name: "he-normal", title: "He normal", initializer: He.normal,
        variance: { fanIn, _ in 2 / fanIn }),
      Start(
        name: "he-uniform", title: "He uniform", initializer: He.uniform,
        variance: { fanIn, _ in 2 / fanIn }),
      Start(
        name: "lecun-normal", title: "LeCun normal", initializer: LeCun.normal,
        variance: { fanIn, _ in 1 / fanIn }),
      Start(
        name: "orthogonal", title: "orthogonal", initializer: Orthogonal(),
        variance: { 1 / max($0, $1) }),
    ]
#else
  /// Every start that isn't an exercise.
  let allStarts = plainStarts
#endif

/// Those that a deep signal is sent through. Of initializers with one variance, one is enough; orthogonal is apart.
let deepStarts = allStarts.filter {
  ["standard-normal", "fan-in-uniform", "glorot-normal", "he-normal", "orthogonal"].contains(
    $0.name)
}
