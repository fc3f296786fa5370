import AnswerChecks
import ArgumentParser
import Datasets
import Foundation

/// The data sets: which there are, getting them, and examining what is here.
struct ManageDatasets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets", abstract: "List, fetch and verify the data sets that the labs use.",
    subcommands: [ListDatasets.self, FetchDatasets.self, VerifyDatasets.self])
}

/// The catalogue of this copy of Descent, and the folders that its labs look through.
struct KnownDatasets {
  let catalogue: Catalogue
  let folders: DatasetFolders

  init() throws {
    let root = try Workspace.current().root
    catalogue = try Catalogue(contentsOf: Catalogue.file(ofProject: root))
    folders = DatasetFolders(environment: ProcessInfo.processInfo.environment, project: root)
  }

  /// The sets with these names, in the order asked for; all where none is named.
  func sets(named names: [String]) throws(DatasetError) -> [Dataset] {
    guard !names.isEmpty else { return catalogue.sets }
    return try names.map { name throws(DatasetError) in try catalogue.set(named: name) }
  }
}

/// Which data sets there are.
struct ListDatasets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the data sets, and which of them are here.")

  func run() throws {
    let known = try KnownDatasets()
    let rows = known.catalogue.sets.map { set in
      [set.name, set.size.short, Self.presence(of: set, in: known.folders), set.title, set.licence]
    }
    print(TextTable(columns: ["name", "size", "here", "what", "licence"], rows: rows, rightAligned: [1]).text)
    print("\nGet one with: swift run descent datasets fetch \(known.catalogue.sets[0].name)")
  }

  /// In a word, by every byte of it.
  private static func presence(of set: Dataset, in folders: DatasetFolders) -> String {
    let states = set.files.map(folders.state)
    if states.allSatisfy({ $0 == .whole }) { return "yes" }
    if states.allSatisfy({ $0 == .missing }) { return "no" }
    return states.contains { $0 != .whole && $0 != .missing } ? "damaged" : "in part"
  }
}

/// A table of words, its columns as wide as their longest word.
struct TextTable {
  let text: String

  init(columns: [String], rows: [[String]], rightAligned: Set<Int> = []) {
    let lines = [columns] + rows
    let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    text = lines.map { line in
      let cells = line.enumerated().map { column, word in
        let padding = String(repeating: " ", count: widths[column] - word.count)
        if rightAligned.contains(column) { return padding + word }
        return column == columns.count - 1 ? word : word + padding
      }
      return cells.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
