import AnswerChecks
import DeepLearning
import LabKit
import NumericCore
import Plotting

/// How many samples a second training takes, by batch size.
let throughput = Experiment<Setting>(
  "throughput", "Samples per second by batch size, measured: not the same twice.", restsOn: []
) { setting in
  let tradeOff = try TradeOff(setting)
  let sizes = (0...12).map { 1 << $0 }.filter { $0 <= tradeOff.samples.training.count }
  let progress = ProgressLine()
  let team = Team()
  let teams = [Team.alone] + (team.threads > 1 ? [team] : [])
  let rates = try tradeOff.samplesPerSecond(
    batchSizes: sizes, teams: teams, rounds: setting.at(quick: 4, lecture: 6)
  ) { progress.show("throughput", done: $0, of: $1) }
  progress.clear()
  let curves = zip(teams, rates).map { Throughput(threads: $0.threads, rates: $1) }
  let caption =
    "Samples per second of training a network [784, \(tradeOff.hidden), 10] in batches of M, the fastest of several "
    + "epochs. Measured on this machine while other programs may have run: not the same twice. Dotted: the rate of M = 1. "
    + findings(sizes, curves)
  return Drawing(
    throughputFigure(sizes, curves, caption: caption), table: throughputTable(sizes, curves),
    results: ["throughput": .record(measured(sizes, curves))], isMeasured: true)
}

/// Samples per second with some threads, by batch size.
struct Throughput: Sendable {
  var threads: Int
  var rates: [Double]

  var title: String { threads == 1 ? "one thread" : "\(threads) threads" }
}

/// In words: which batch is fastest, and from where on more threads help.
func findings(_ sizes: [Int], _ curves: [Throughput]) -> String {
  guard let alone = curves.first, let first = alone.rates.first,
    let fastest = zip(sizes, alone.rates).max(by: { $0.1 < $1.1 })
  else { return "" }
  let most =
    "One thread is fastest at M = \(fastest.0), \(rounded(fastest.1 / first, 0)) times the rate of M = 1. "
  guard let team = curves.dropFirst().first else { return most }
  let gains = zip(sizes, zip(alone.rates, team.rates)).map { (size: $0, gain: $1.1 / $1.0) }
  guard let last = gains.last, last.gain > 1.1 else { return most + "\(team.title) gained nothing in this run. " }
  let from = gains.reversed().prefix { $0.gain > 1.1 }.last?.size ?? last.size
  return most + "\(team.title) help from M = \(from) up. "
}

/// Samples per second by threads and batch size.
private func measured(_ sizes: [Int], _ curves: [Throughput]) -> [String: Value] {
  curves.reduce(into: [:]) { results, curve in
    results["threads-\(curve.threads)"] = bySize(Array(zip(sizes, curve.rates)))
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
