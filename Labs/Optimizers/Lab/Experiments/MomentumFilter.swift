import LabKit
import NumericCore
import OptimizersQuestions
import Plotting

/// Momentum as a low-pass filter of the gradients.
let momentumFilter = Experiment<Setting>(
  "momentum-filter", "Momentum as a low-pass filter: a noisy gradient in, the velocity out, and its frequency response."
) { setting in
  let filter = MomentumFilter(seed: setting.seed)
  let results = try filter.results(by: setting.runner)
  let caption =
    "Coupled momentum with rate 1, v \\leftarrow a v - (1 - a) g: the averaged gradient is −v. Right: lines "
    + "are |H(f)| = (1 - a) / |1 - a e^{-2\\pi i f}|, dots are measured. Plain momentum has 1 / (1 - a) times this gain."
  return drawing(
    momentumFilterFigure(results, caption: caption), gaps: results.gap.map { [$0] } ?? [],
    table: momentumFilterTable(results), others: MomentumFilter.styles, size: (1200, 720))
}

/// The signals that go in, and the momenta.
struct MomentumFilter {
  static let momenta = [0.5, 0.9, 0.99]
  static let styles =
    zip(momenta, [Color.green, .blue, .vermillion]).enumerated().map { place, pair in
      SeriesStyle(name: title(pair.0), color: pair.1, dash: [.dotted, .solid, .dashed][place], symbol: .circle)
    } + [
      SeriesStyle(name: "noisy gradient", color: Color(gray: 0.7)), SeriesStyle(name: "without noise", color: .black),
    ]
  static func title(_ momentum: Double) -> String { "a = \(short(momentum))" }

  var seed: UInt64
  var steps = 240
  /// Cycles a step. All are multiples of 1/1000, so that 1000 steps hold whole periods.
  var frequencies = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.499]

  struct Results {
    var clean: [Double]
    var noisy: [Double]
    var frequencies: [Double]
    /// By momentum: what comes out for the noisy gradient, and the gain at each frequency; empty where it is missing.
    var outputs: [[Double]] = []
    var gains: [[Double]] = []
    var gap: Gap?
  }

  /// A slow wave with noise.
  private var signal: (clean: [Double], noisy: [Double]) {
    var draws = Philox4x32x10(seed: seed, stream: "momentum-filter")
    let clean = (0..<steps).map { sin(2 * .pi * Double($0) / 120) }
    return (clean, clean.map { $0 + draws.normal(mean: 0, standardDeviation: 0.6) })
  }

  /// Filters the signal and pure waves of each frequency.
  func results(by runner: any TrajectoryRunner) throws -> Results {
    let (clean, noisy) = signal
    var results = Results(clean: clean, noisy: noisy, frequencies: frequencies)
    for momentum in Self.momenta {
      let output = try velocities(Matrix(columns: [Vector(noisy)]), momentum, by: runner)
      let waves = try velocities(Self.waves(frequencies), momentum, by: runner)
      switch (output, waves) {
      case (.success(let output), .success(let waves)):
        results.outputs.append(Array(output.column(0)))
        results.gains.append(gains(waves))
      case (.failure(let gap), _), (_, .failure(let gap)):
        results.gap = gap
        return results
      }
    }
    return results
  }

  private static let transient = 2000
  private static let period = 1000

  /// A cosine a column, long enough for every transient to die out.
  private static func waves(_ frequencies: [Double]) -> Matrix<Double> {
    Matrix(rows: transient + period, columns: frequencies.count) { step, column in
      cos(2 * .pi * frequencies[column] * Double(step))
    }
  }

  /// The amplitude of each column's wave over the last 1000 steps.
  private func gains(_ waves: Matrix<Double>) -> [Double] {
    frequencies.enumerated().map { column, frequency in
      var (real, imaginary) = (0.0, 0.0)
      for step in Self.transient..<(Self.transient + Self.period) {
        let phase = 2 * .pi * frequency * Double(step)
        real += cos(phase) * waves[step, column]
        imaginary += sin(phase) * waves[step, column]
      }
      return 2 * (real * real + imaginary * imaginary).squareRoot() / Double(Self.period)
    }
  }

  /// -v after each step: the differences of the weights, with learning rate 1.
  private func velocities(_ gradients: Matrix<Double>, _ momentum: Double, by runner: any TrajectoryRunner) throws
    -> Result<Matrix<Double>, Gap>
  {
    try runner.steps(
      .coupledMomentum, settings: OptimizerSettings(learningRate: 1, momentum: momentum), gradients: gradients
    ).map { path in
      Matrix(rows: path.count, columns: gradients.columns) { step, column in
        (step > 0 ? path[step - 1][column] : 0) - path[step][column]
      }
    }
  }
}

/// |H(f)| of the averaged velocity.
func momentumGain(_ momentum: Double, frequency: Double) -> Double {
  let real = 1 - momentum * cos(2 * .pi * frequency)
  let imaginary = momentum * sin(2 * .pi * frequency)
  return (1 - momentum) / (real * real + imaginary * imaginary).squareRoot()
}

/// Both parts in one long table: the signals by step, and the gains by frequency.
func momentumFilterTable(_ results: MomentumFilter.Results) -> Table {
  var table = Table("part", "momentum", "x", "value", "theory")
  for step in results.noisy.indices {
    table.append("gradient", "", .integer(step), .number(results.noisy[step]), .number(results.clean[step]))
  }
  for (momentum, output) in zip(MomentumFilter.momenta, results.outputs) {
    for (step, value) in output.enumerated() {
      table.append("velocity", .number(momentum), .integer(step), .number(value), "")
    }
  }
  for (momentum, gains) in zip(MomentumFilter.momenta, results.gains) {
    for (frequency, gain) in zip(results.frequencies, gains) {
      table.append(
        "gain", .number(momentum), .number(frequency), .number(gain),
        .number(momentumGain(momentum, frequency: frequency)))
    }
  }
  return table
}

/// The signals by step, and the gain by frequency.
func momentumFilterFigure(_ results: MomentumFilter.Results, caption: String) -> Figure {
  let frequencies = logarithmicSteps(1e-3...0.5, perDecade: 40)
  return Figure(caption: caption, columns: 2) {
    Chart("Noise in, average out") {
      LineMark(y: results.noisy).foregroundStyle(by: "noisy gradient").lineStyle(width: 0.5, dash: .solid)
      LineMark(y: results.clean).foregroundStyle(by: "without noise").lineStyle(width: 0.6, dash: .solid)
      for (momentum, output) in zip(MomentumFilter.momenta, results.outputs) {
        LineMark(y: output).foregroundStyle(by: MomentumFilter.title(momentum))
      }
    }
    .xAxis("step").yAxis("gradient, averaged gradient")
    Chart("Frequency response") {
      for (place, momentum) in MomentumFilter.momenta.enumerated() {
        LineMark(x: frequencies, y: frequencies.map { momentumGain(momentum, frequency: $0) })
          .foregroundStyle(by: MomentumFilter.title(momentum))
        if place < results.gains.count {
          PointMark(x: results.frequencies, y: results.gains[place])
            .foregroundStyle(by: MomentumFilter.title(momentum))
        }
      }
    }
    .xAxis("frequency f in cycles a step", scale: .log).yAxis("gain |H(f)|", scale: .log)
  }
  .legend(.below)
}
