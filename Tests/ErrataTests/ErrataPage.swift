import AnswerChecks
import BatchSizeSolutions
import DoubleDescentSolutions
import DropoutSolutions
import Foundation
import InitializersSolutions
import OptimizersSolutions
import SkewedClassesSolutions
import SparsitySolutions

/// `docs/errata.md`: its tables, and what they name.
struct ErrataPage {
  /// The repository's root.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  let text: String

  init() throws { text = try String(contentsOf: Self.root.appending(path: "docs/errata.md"), encoding: .utf8) }

  /// A row of a table.
  struct Row {
    let cells: [String]
    /// The mistakes that it names.
    let mistakes: [Name]
    /// The figures that it links.
    let figures: [String]

    init(_ line: Substring) {
      cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      mistakes = Name.all(in: String(line))
      figures = line.matches(of: /\(figures\/errata\/(?<name>[a-z-]+)\.png\)/).map { String($0.name) }
    }

    /// Its first words, for what a test says.
    var title: String { cells.prefix(2).joined(separator: ": ") }
  }

  /// A mistake by the name that the page calls it.
  struct Name: Hashable {
    let exercise: String
    let name: String

    init(_ exercise: some StringProtocol, _ name: some StringProtocol) {
      (self.exercise, self.name) = (String(exercise), String(name))
    }

    init(_ known: Misconception) { self.init(known.exercise, known.name) }

    static func all(in text: String) -> [Name] {
      text.matches(of: /`(?<exercise>[0-9]+\.[0-9]+) (?<name>[a-z0-9-]+)`/).map { Name($0.exercise, $0.name) }
    }
  }

  /// The rows of the table under a heading.
  func rows(under heading: String) -> [Row] {
    let section = text.components(separatedBy: "\n## ").first { $0.hasPrefix(heading + "\n") } ?? ""
    return section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2).map(Row.init)
  }

  /// Every mistake that any lab knows.
  static let known: [Misconception] =
    optimizersMisconceptions + initializersSolutions.misconceptions + dropoutSolutions.misconceptions
    + sparsitySolutions.misconceptions + batchSizeSolutions.misconceptions + skewedClassesSolutions.misconceptions
    + doubleDescentSolutions.misconceptions

  /// Those that a lecture is the source of.
  static let ofLectures: [Misconception] = {
    let lectures = [Origin.myrvoll, Origin.dey, Origin.kretov, Origin.falcao, Origin.pujari]
      .compactMap { $0("").components(separatedBy: ", slide").first }
    return known.filter { mistake in lectures.contains { mistake.source.contains($0) } }
  }()
}
