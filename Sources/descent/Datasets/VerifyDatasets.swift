import ArgumentParser
import Datasets
import Foundation

/// Compares what is here with the catalogue.
struct VerifyDatasets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Compare the files that are here with the catalogue's sizes and checksums.",
    discussion: """
      Ends with status 0 when all that is here is whole, 65 when a file is damaged, and 74 when a file of a set that \
      you named is missing.
      """)

  @Argument(help: "The data sets, as mnist; all by default.")
  var names: [String] = []

  func run() throws {
    let known = try KnownDatasets()
    var damaged: [Dataset] = []
    var missing: [Dataset] = []
    for set in try known.sets(named: names) {
      let states = set.files.map { file in (file, known.folders.state(of: file)) }
      for (file, state) in states { print(Self.line(file, state)) }
      if states.contains(where: { $0.1 == .missing }) { missing.append(set) }
      if states.contains(where: { $0.1 != .missing && $0.1 != .whole }) { damaged.append(set) }
    }
    print("Looked in \(known.folders.all.map(\.path).joined(separator: ", then in ")).")
    if !damaged.isEmpty {
      throw CommandError("Files are damaged. \(Self.advice(damaged))", exitStatus: EX_DATAERR)
    }
    if !missing.isEmpty && !names.isEmpty {
      throw CommandError("Files are missing. \(Self.advice(missing))", exitStatus: EX_IOERR)
    }
  }

  private static func line(_ file: DatasetFile, _ state: FileState) -> String {
    switch state {
    case .whole: "whole    \(file.path)"
    case .missing: "missing  \(file.path)"
    case .damaged(let damage): "damaged  \(file.path): \(damage)"
    }
  }

  private static func advice(_ sets: [Dataset]) -> String {
    "Get them with: swift run descent datasets fetch \(sets.map(\.name).joined(separator: " "))"
  }
}
