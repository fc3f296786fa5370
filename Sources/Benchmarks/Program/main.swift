import ArgumentParser
import Foundation
import LabKit

/// Measures what has a bound, prints a table, and writes benchmarks.json.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "descent-bench")
  static let answeringFlag = "--answer-products"
  static let trainingFlag = "--train-once"

  @Option(help: "Where the measurements go.")
  var output = "build/benchmarks.json"

  @Option(help: "Measure this group alone (\(BenchmarkGroup.names)); may be given several times.")
  var only: [BenchmarkGroup] = []

  @Option(name: .customLong("class"), help: "How many students are in the made-up class of grading.")
  var students = 100

  // The program starts itself again for what needs a process of its own.
  @Flag(name: .customLong("answer-products"), help: .hidden)
  var answersProducts = false

  @Option(name: .customLong("train-once"), help: .hidden)
  var trainingFolder: String?
}

let command = BenchmarkCommand.parseOrStop()
withExitStatus {
  // A peer that ends is noticed by its silence.
  signal(SIGPIPE, SIG_IGN)
  if command.answersProducts { return try BareProducts.answerRequests() }
  runWithUsersKernel()
  if let folder = command.trainingFolder { return try DataBenchmarks.trainOnce(on: URL(filePath: folder)) }

  let progress = Progress()
  var benchmarks: [Benchmark] = []
  for group in BenchmarkGroup.allCases
  where command.only.isEmpty ? group.isMeasuredByDefault : command.only.contains(group) {
    let measured = try group.measure(progress, command)
    progress.finish()
    for benchmark in measured { print(benchmark.line) }
    benchmarks += measured
  }
  try WholeFile.write(benchmarks.encoded(), to: URL(filePath: command.output))
}

/// What is measured together.
enum BenchmarkGroup: String, CaseIterable, ExpressibleByArgument {
  case numeric
  case plotting
  case data
  case training
  case peers
  case models
  case grading

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// Grading takes as long as all others together and longer, so it is measured where it is asked for.
  var isMeasuredByDefault: Bool { self != .grading }

  func measure(_ progress: Progress, _ command: BenchmarkCommand) throws -> [Benchmark] {
    progress.say("\(rawValue) ...")
    switch self {
    case .numeric: return numberBenchmarks()
    case .plotting:
      let ours = try plottingBenchmarks()
      return ours + [try Peer.matplotlib(comparedWith: ours)].compactMap { $0 }
    case .data: return try DataBenchmarks.all(progress)
    case .training: return StepBenchmarks.all(progress)
    case .peers: return PeerBenchmarks.all(progress)
    case .models: return try ModelBenchmarks.all(progress)
    case .grading: return try GradingBenchmarks.all(progress, students: command.students)
    }
  }
}

/// Runs the program again as a user's programs run: with the kernel that they choose, whatever the environment says.
///
/// OpenBLAS reads its variables when it is loaded, so it is too late to unset them. A variable of our own says in the
/// second run that it is done.
func runWithUsersKernel() {
  let marker = "DESCENT_BENCH_HAS_KERNEL"
  guard getenv(marker) == nil else { return }
  setenv(marker, "1", 1)
  let settings = ProcessInfo.processInfo.environment.keys.filter { $0.hasPrefix("OPENBLAS_") }
  for name in settings { unsetenv(name) }
  // It comes back only where it leaves the choice to OpenBLAS.
  ProcessorKernel.choose()
  if !settings.isEmpty, let program = Bundle.main.executablePath { execv(program, CommandLine.unsafeArgv) }
}
