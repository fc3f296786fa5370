import AnswerChecks
import NumericCore

/// What two runs of one lab gave, compared: a run on another processor adds in another order, so its results may differ
/// within the tolerances that the lab states.
public struct ManifestComparison: Sendable, Equatable {
  /// How many results both have.
  public private(set) var compared = 0
  /// How many of them are the same to the last bit.
  public private(set) var identical = 0
  /// A sentence for each result that is missing or too far off.
  public private(set) var disagreements: [String] = []

  /// The tolerance of results for which a lab states none: rounding that some steps of a run have amplified.
  public static let rounding = Tolerance(relative: 1e-6, absolute: 1e-12)

  /// Compares a run's results with those of a run before.
  ///
  /// - Parameters:
  ///   - new: the run in question.
  ///   - old: what it should agree with. Of figures that the new run didn't draw, nothing is asked.
  /// - Throws: `LabError.usage` where they are runs of different things.
  public init(of new: Manifest, with old: Manifest) throws(LabError) {
    try Self.checkAlike(new, old)
    let tolerances = new.tolerances ?? [:]
    let drawn = Set(new.figures.map(\.name) + new.results.keys)
    for (name, expected) in old.results.sorted(by: { $0.key < $1.key }) where drawn.contains(name) {
      compare(new.results[name], with: expected, at: name, tolerances)
    }
    for name in new.results.keys.sorted() where old.results[name] == nil {
      disagreements.append("\(name) is new.")
    }
  }

  private static func checkAlike(_ new: Manifest, _ old: Manifest) throws(LabError) {
    let parts = [
      ("lab", new.lab, old.lab), ("seed", "\(new.seed)", "\(old.seed)"),
      ("scale", new.scale.rawValue, old.scale.rawValue), ("answers", new.answers.rawValue, old.answers.rawValue),
      ("data", new.dataset?.name ?? "none", old.dataset?.name ?? "none"),
    ]
    for (what, new, old) in parts where new != old {
      throw .usage("These are runs of different things: the \(what) is \(new) here and \(old) there.")
    }
  }

  private mutating func compare(
    _ new: Value?, with old: Value, at path: String, _ tolerances: [String: Tolerance]
  ) {
    guard let new else { return disagreements.append("\(path) is missing.") }
    if case .record(let old) = old, case .record(let new) = new {
      for key in Set(old.keys).union(new.keys).sorted() {
        guard let expected = old[key] else {
          disagreements.append("\(path).\(key) is new.")
          continue
        }
        compare(new[key], with: expected, at: "\(path).\(key)", tolerances)
      }
      return
    }
    compared += 1
    if new == old { return identical += 1 }
    let tolerance = Self.tolerance(of: path, tolerances)
    if !new.matches(old, tolerance: tolerance) {
      disagreements.append("\(path) is \(new.summary), and was \(old.summary).")
    }
  }

  /// The tolerance of the longest path that leads to a result.
  static func tolerance(of path: String, _ tolerances: [String: Tolerance]) -> Tolerance {
    let words = path.split(separator: ".")
    let paths = words.indices.reversed().map { words[...$0].joined(separator: ".") }
    return paths.lazy.compactMap { tolerances[$0] }.first ?? rounding
  }
}
