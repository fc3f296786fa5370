import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting

/// How many samples a second training takes, by batch size.
let throughput = Experiment<Setting>(
  "throughput", "Samples per second by batch size, measured: not the same twice."
) { setting in
  let speed = Speed(try TradeOff(setting))
  let sizes = (0...11).map { 1 << $0 }.filter { $0 <= speed.tradeOff.samples.training.count }
  let progress = ProgressLine()
  let teams = [Team.alone] + (Team().threads > 1 ? [Team()] : [])
  let curves = teams.enumerated().map { index, team in
    Throughput(
      threads: team.threads,
      rates: sizes.enumerated().map { place, size in
        progress.show("throughput", done: index * sizes.count + place, of: teams.count * sizes.count)
        return Double(size) / speed.secondsPerUpdate(batchSize: size, team: team)
      })
  }
  progress.clear()
  let caption =
    "Samples per second of training a network [784, \(speed.tradeOff.hidden), 10] in batches of M. Measured on this "
    + "machine while other programs may have run: not the same twice. Dotted: the rate of M = 1."
  return Drawing(
    throughputFigure(sizes, curves, caption: caption), table: throughputTable(sizes, curves),
    results: ["measured": .record(measured(sizes, curves))])
}

/// Samples per second with some threads, by batch size.
struct Throughput: Sendable {
  var threads: Int
  var rates: [Double]

  var title: String { threads == 1 ? "one thread" : "\(threads) threads" }
}

/// Measures what an update takes.
struct Speed: Sendable {
  var tradeOff: TradeOff

  init(_ tradeOff: TradeOff) { self.tradeOff = tradeOff }

  /// The shortest of three measurements, each of several updates: what disturbs a measurement makes it longer.
  func secondsPerUpdate(batchSize: Int, team: Team) -> Double {
    let samples = tradeOff.samples.training
    let count = min(max(batchSize * 3, min(200 * batchSize, 1500)), samples.count)
    let part = Samples(samples.features[rows: 0..<count], samples.targets.first(count))
    var training = tradeOff.training(batchSize: min(batchSize, count))
    let updates = Double(updatesOfAnEpoch(samples: count, batchSize: batchSize))
    let clock = ContinuousClock()
    let times = (0..<3).map { _ in clock.measure { try? training.runEpoch(on: part, team: team) } / .seconds(1) }
    return (times.min() ?? .nan) / updates
  }
}

extension Targets {
  /// Those of the first samples.
  fileprivate func first(_ count: Int) -> Targets {
    switch self {
    case .classes(let classes): .classes(Array(classes.prefix(count)))
    case .values(let values): .values(values[rows: 0..<count])
    }
  }
}

/// Samples per second at some sizes, apart from the numbers that are the same twice.
private func measured(_ sizes: [Int], _ curves: [Throughput]) -> [String: Value] {
  curves.reduce(into: [:]) { results, curve in
    for (size, rate) in zip(sizes, curve.rates) {
      results["samplesPerSecond-\(size)-threads-\(curve.threads)"] = .number(rate)
    }
  }
}

/// A row a measurement.
func throughputTable(_ sizes: [Int], _ curves: [Throughput]) -> Table {
  var table = Table("threads", "batch size", "samples per second")
  for curve in curves {
    for (size, rate) in zip(sizes, curve.rates) {
      table.append(.integer(curve.threads), .integer(size), .number(rate))
    }
  }
  return table
}

/// A curve a number of threads.
func throughputFigure(_ sizes: [Int], _ curves: [Throughput], caption: String) -> Figure {
  let x = sizes.map(Double.init)
  return Figure(
    Chart {
      if let first = curves.first?.rates.first { RuleMark(y: first).foregroundStyle(.gray).lineStyle(dash: .dotted) }
      for curve in curves {
        LineMark(x: x, y: curve.rates).foregroundStyle(by: curve.title)
        PointMark(x: x, y: curve.rates).foregroundStyle(by: curve.title)
      }
    }
    .xAxis("batch size M", scale: .log).yAxis("samples per second (measured)", scale: .log).caption(caption)
  )
  .seriesStyles(SeriesStyle.list(curves.map(\.title)))
}
