import AnswerChecks
import Datasets
import Foundation
import NumericCore

/// A lab: its experiments, and what its context needs.
public struct Lab<Context: Sendable>: Sendable {
  /// The command, as `optimizers`.
  public let name: String
  /// The experiments in the order of the lecture.
  public let experiments: [Experiment<Context>]
  /// How far results may lie from those of another processor's kernel.
  public let tolerances: [String: Tolerance]

  /// A lab of these experiments.
  ///
  /// - Parameters:
  ///   - name: the command, as `optimizers`.
  ///   - experiments: in the order of the lecture.
  ///   - tolerances: by the path of results, as `ensembles.dropout`; a path counts for all that lies below it, and the
  ///     longest wins. `ManifestComparison.rounding` for all others.
  public init(_ name: String, experiments: [Experiment<Context>], tolerances: [String: Tolerance] = [:]) {
    self.name = name
    self.experiments = experiments
    self.tolerances = tolerances
  }

  /// Runs the chosen experiments, writes their files and the manifest, and prints a short table.
  ///
  /// - Parameters:
  ///   - options: the common options.
  ///   - command: the other options as they were given, so that the picture names the command that draws it again.
  ///   - dataset: the data that the lab ran on.
  ///   - results: named numbers that belong to no single figure.
  ///   - context: what the experiments need; made only when something is drawn.
  public func run(
    _ options: LabOptions, command: [String] = [], dataset: Manifest.Dataset? = nil, results: [String: Value] = [:],
    context: () throws -> Context
  ) throws {
    if options.list {
      let width = experiments.map(\.name.count).max() ?? 0
      for experiment in experiments {
        print(experiment.name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + experiment.summary)
      }
      return
    }
    let started = ContinuousClock.now
    let chosen = try chosen(options.figures)
    let former = try options.compare.map { try Manifest(contentsOf: file(in: $0)) }
    if options.recordExpected != nil, let reason = options.missesRecorded(command) {
      throw LabError.usage("Expected looks are recorded \(reason).")
    }
    let context = try context()
    let publication = Publication(lab: name, options: options, command: command)
    let run = try draw(chosen, in: context, dataset, publication)
    let manifest = Manifest(
      lab: name, version: descentVersion, seed: options.seed, scale: options.scale, answers: options.answers,
      dataset: dataset, environment: .current, figures: run.figures,
      results: results.merging(run.results) { _, new in new }, tolerances: tolerances.isEmpty ? nil : tolerances,
      measured: run.measured.figures.isEmpty ? nil : run.measured, seconds: Self.seconds(since: started))
    try WholeFile.write(manifest.encoded(), to: file(in: options.output))
    report(chosen.map(\.name), in: folder(in: options.output))
    if let former { try report(ManifestComparison(of: manifest, with: former)) }
  }

  private func folder(in output: String) -> URL { URL(filePath: output).appending(path: name) }

  /// The manifest.
  private func file(in output: String) -> URL { folder(in: output).appending(path: "manifest.json") }

  /// What experiments gave: figures in order, and results by name.
  private struct Run {
    var figures: [Manifest.Figure] = []
    var results: [String: Value] = [:]
    var measured = Manifest.Measured()

    mutating func add(_ drawing: Drawing, as figure: Manifest.Figure) {
      if drawing.isMeasured {
        measured.figures.append(figure)
        measured.results.merge(drawing.results) { _, new in new }
      } else {
        figures.append(figure)
        results.merge(drawing.results) { _, new in new }
      }
    }
  }

  private func draw(
    _ chosen: [Experiment<Context>], in context: Context, _ dataset: Manifest.Dataset?, _ publication: Publication
  ) throws -> Run {
    let progress = ProgressLine()
    defer { progress.clear() }
    let comparison = LookComparison(lab: name, dataset: dataset?.name, publication)
    var run = Run()
    for (index, experiment) in chosen.enumerated() {
      progress.show("\(name): \(experiment.name)", done: index, of: chosen.count)
      let drawing = try comparison.compared(experiment.drawing(in: context), experiment.name, experiment.grounds)
      run.add(drawing, as: try publication.publish(drawing, as: experiment.name))
    }
    return run
  }

  private func chosen(_ names: [String]) throws(LabError) -> [Experiment<Context>] {
    guard !names.isEmpty else { return experiments }
    for name in names where !experiments.contains(where: { $0.name == name }) {
      let known = experiments.map(\.name).joined(separator: ", ")
      throw .usage("There is no figure \"\(name)\"; the figures are \(known).")
    }
    return experiments.filter { names.contains($0.name) }
  }

  private func report(_ figures: [String], in folder: URL) {
    let width = figures.map(\.count).max() ?? 0
    print("\(name): \(figures.count) figures in \(folder.relativePath)")
    for figure in figures {
      print("  " + figure.padding(toLength: width + 2, withPad: " ", startingAt: 0) + "\(figure).png")
    }
  }

  private func report(_ comparison: ManifestComparison) throws(LabError) {
    guard comparison.disagreements.isEmpty else { throw .disagreement(comparison.disagreements) }
    print("\(comparison.compared) results agree, \(comparison.identical) of them to the last bit.")
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let elapsed = (ContinuousClock.now - start).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds / 1_000_000_000_000_000) / 1000
  }
}

extension Manifest.Environment {
  /// Where this program runs.
  public static var current: Self {
    let blas = BLASEnvironment.current
    return Self(
      swift: swiftVersion, blas: blas.configuration, kernel: blas.kernel, threads: blas.threads,
      os: ProcessInfo.processInfo.operatingSystemVersionString)
  }

  private static var swiftVersion: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "before 6.3"
    #endif
  }
}

/// Runs a lab program's main part; an error gets one sentence on standard error and the exit status of its kind.
public func withExitStatus(_ body: () throws -> Void) {
  do {
    try body()
  } catch let error as LabError {
    stop(error.description, status: error.exitStatus)
  } catch let error as any CustomStringConvertible & CustomNSError where type(of: error).errorDomain == "exit status" {
    // The engine's errors know their status; LabKit doesn't know the engine.
    stop(error.description, status: Int32(error.errorCode))
  } catch let error as any CustomStringConvertible & Error {
    stop(error.description, status: EX_SOFTWARE)
  } catch {
    stop("\(error)", status: EX_SOFTWARE)
  }
}
