import ArgumentParser
import Foundation
import LabKit

/// Measures what has a bound, prints a table, and writes benchmarks.json.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "descent-bench")

  @Option(help: "Where the measurements go.")
  var output = "build/benchmarks.json"
}

let command = BenchmarkCommand.parseOrStop()
withExitStatus {
  var benchmarks = numberBenchmarks() + (try plottingBenchmarks())
  if let peer = try Peer.matplotlib(comparedWith: benchmarks) { benchmarks.append(peer) }
  for benchmark in benchmarks { print(benchmark.line) }
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  try WholeFile.write(encoder.encode(benchmarks) + Data("\n".utf8), to: URL(filePath: command.output))
}

extension Benchmark {
  /// `plotting/contours-and-lines     41.2 ms   bound 60 ms   ratio 0.69`
  var line: String {
    let name = name.padding(toLength: 50, withPad: " ", startingAt: 0)
    return name + String(format: "%8.2f %@   bound %.4g %@   ratio %.2f", value, unit, bound, unit, ratio)
  }
}
