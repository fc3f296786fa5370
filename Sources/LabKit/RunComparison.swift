import AnswerChecks
import Foundation

/// What changed between two runs of one lab, read from the folders that they wrote: a line a figure, and one for the results. Data
/// are compared, no pixels.
public struct RunComparison: Sendable {
  /// What became of one figure.
  public enum Change: Sendable, Equatable {
    /// Drawn in both.
    case data(TableComparison)
    /// Drawn in the new run only.
    case new
    /// Drawn in the old run only.
    case gone
    /// It holds what a clock gave, which is never the same twice.
    case measured
    /// A file isn't there, or holds no table.
    case unreadable
  }

  /// The lab's command.
  public let lab: String
  /// By figure, in the new run's order; those that are gone come last.
  public let figures: [(name: String, change: Change)]
  /// The results that both runs have, or why they can't be compared.
  public let results: Result<ManifestComparison, LabError>
  /// The tolerances of figures for which the lab states some.
  private let tolerances: [String: Tolerance]

  /// Compares what two runs wrote.
  ///
  /// - Parameters:
  ///   - new: the folder of a lab's figures and its manifest.
  ///   - old: the same of a run before.
  /// - Throws: `LabError` where one of them has no manifest.
  public init(of new: URL, with old: URL) throws(LabError) {
    let now = try Manifest(contentsOf: new.appending(path: "manifest.json"))
    let before = try Manifest(contentsOf: old.appending(path: "manifest.json"))
    lab = now.lab
    tolerances = now.tolerances ?? [:]
    let former = Dictionary(before.allFigures.map { ($0.name, $0) }) { first, _ in first }
    let names = Set(now.allFigures.map(\.name))
    let measured = Set((now.measured?.figures ?? []).map(\.name))
    let tolerances = tolerances
    figures =
      now.allFigures.map { figure in
        guard let older = former[figure.name] else { return (figure.name, .new) }
        if measured.contains(figure.name) { return (figure.name, .measured) }
        let tolerance = ManifestComparison.tolerance(of: figure.name, tolerances)
        let files = (new.appending(path: figure.csv), old.appending(path: older.csv))
        return (figure.name, Self.change(of: files.0, with: files.1, tolerance))
      } + before.allFigures.filter { !names.contains($0.name) }.map { ($0.name, .gone) }
    results = Result { () throws(LabError) in try ManifestComparison(of: now, with: before) }
  }

  /// Whether all that can be compared lies within the tolerances, and nothing came or went.
  public var agrees: Bool {
    let isKept = figures.allSatisfy { _, change in
      switch change {
      case .data(let comparison): comparison.agrees
      case .measured: true
      case .new, .gone, .unreadable: false
      }
    }
    guard case .success(let results) = results else { return false }
    return isKept && results.disagreements.isEmpty
  }

  private static func change(of new: URL, with old: URL, _ tolerance: Tolerance) -> Change {
    guard let now = table(new), let before = table(old) else { return .unreadable }
    return .data(TableComparison(of: now, with: before, tolerance: tolerance))
  }

  private static func table(_ file: URL) -> CSVText? {
    (try? Data(contentsOf: file)).flatMap { CSVText(String(decoding: $0, as: UTF8.self)) }
  }
}

extension Manifest {
  /// All figures, those that show times last.
  package var allFigures: [Figure] { figures + (measured?.figures ?? []) }
}

extension RunComparison {
  /// A table for a terminal: the lab, a line a figure, and what became of the results.
  public var table: String {
    let width = (figures.map(\.name.count) + ["results".count]).max() ?? 0
    let lines = figures.map { name, change in line(name, words(name, change), width) }
    return ([lab] + lines + [line("results", resultsInWords, width)]).joined(separator: "\n")
  }

  private func line(_ name: String, _ words: String, _ width: Int) -> String {
    "  " + name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + words
  }

  private func words(_ name: String, _ change: Change) -> String {
    switch change {
    case .data(let comparison): "\(comparison)" + (comparison == .same ? "" : allowance(name, comparison))
    case .new: "new"
    case .gone: "gone"
    case .measured: "not compared: it shows measured times"
    case .unreadable: "not compared: its data can't be read"
    }
  }

  /// Which tolerance counted, where numbers were held to one.
  private func allowance(_ name: String, _ comparison: TableComparison) -> String {
    guard case .numbers = comparison else { return "" }
    let tolerance = ManifestComparison.tolerance(of: name, tolerances)
    let whose = tolerance == ManifestComparison.rounding ? "rounding" : "the lab"
    return " (\(whose) allows \(scientific(tolerance.relative)) of it, and \(scientific(tolerance.absolute)))"
  }

  private var resultsInWords: String {
    switch results {
    case .failure(let error): return "not compared: \(error)"
    case .success(let comparison):
      guard comparison.disagreements.isEmpty else {
        return (["\(comparison.disagreements.count) of \(comparison.compared) changed:"] + comparison.disagreements)
          .joined(separator: "\n    ")
      }
      return comparison.identical == comparison.compared
        ? "unchanged, all \(comparison.compared)"
        : "within tolerance, \(comparison.identical) of \(comparison.compared) to the last bit"
    }
  }
}
