import AnswerChecks
import Foundation
import Plotting

/// How a lab's figures look with right answers, recorded from the project's own: a file a figure, in the folder `Expected` beside
/// the lab's other rooms. A copy without reference answers shows them behind a student's figures.
///
/// They are recorded at quick scale with the default seed and options. A figure that rests on a data set has a file for each that it
/// was recorded with: `feature-scales.footballers.json`.
public struct ExpectedLooks: Sendable {
  /// Where the files lie.
  public let folder: URL

  /// The looks in a folder.
  public init(in folder: URL) { self.folder = folder }

  /// Those of a lab, in the copy of the course that the current folder or this program lies in; nothing outside of one.
  public init?(ofLab name: String) {
    guard let lab = try? Workspace.current().lab(name) else { return nil }
    self.init(in: lab.folder.appending(path: "Expected"))
  }

  /// The file's name for a figure that rests on this data set, or on none.
  public static func fileName(figure: String, dataset: String?) -> String {
    figure + (dataset.map { ".\($0)" } ?? "") + ".json"
  }

  /// What was recorded of a figure; nothing where nothing was.
  ///
  /// - Throws: `LabError` where the file can't be read, or holds something else.
  public func look(of figure: String, dataset: String?) throws(LabError) -> Sketch? {
    let file = folder.appending(path: Self.fileName(figure: figure, dataset: dataset))
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    do {
      return try JSONDecoder().decode(Sketch.self, from: Data(contentsOf: file))
    } catch {
      throw .badData(file: file.path, line: nil, problem: "This is no recorded look of a figure.")
    }
  }

  /// Writes down how a figure looks.
  public func record(_ look: Sketch, of figure: String, dataset: String?) throws {
    let file = folder.appending(path: Self.fileName(figure: figure, dataset: dataset))
    try WholeFile.write(Data(look.linewise().utf8), to: file)
  }
}

extension ExpectedLooks {
  /// What newly recorded looks show otherwise than these, a sentence each.
  ///
  /// - Parameters:
  ///   - new: looks of the same lab, of as many figures as were drawn.
  ///   - allowance: how far they may be apart, as a share of a chart's side: trainings end a little elsewhere with the kernels of
  ///     other processors.
  public func differences(from new: ExpectedLooks, allowance: Double) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: new.folder.path).sorted()
    return try names.compactMap { name in
      let parts = name.split(separator: ".").map(String.init)
      let dataset = parts.count > 2 ? parts[1] : nil
      guard let now = try new.look(of: parts[0], dataset: dataset) else { return "\(name) is no look." }
      guard let known = try look(of: parts[0], dataset: dataset) else { return "\(name) isn't recorded." }
      let distance = known.distance(to: now)
      return distance <= allowance ? nil : "\(name) is stale: it is \(rounded(distance, 3)) of a chart off."
    }
  }
}

extension Sketch {
  /// The sketch as JSON, a line a trace, so that a change shows where it is.
  fileprivate func linewise() throws -> String {
    func line(_ part: some Encodable) throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(part), as: UTF8.self)
    }
    let panels = try charts.map { panel in
      let ends = [("x", try line(panel.x)), ("y", try line(panel.y))]
      let title = try panel.title.map { [("title", try line($0))] } ?? []
      let cells = try panel.cells.map { [("cells", try line($0))] } ?? []
      let traces = try panel.traces.map(line).joined(separator: ",\n")
      let parts = title + ends + cells + [("traces", "[\n\(traces)\n]")]
      return "{" + parts.map { "\"\($0)\":\($1)" }.joined(separator: ",\n") + "}"
    }
    return "{\"charts\":[\n" + panels.joined(separator: ",\n") + "\n]}\n"
  }
}
