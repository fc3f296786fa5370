import Foundation

/// The folders in which data sets are looked for: `$DESCENT_DATASETS`, then `datasets` of the project.
public struct DatasetFolders: Equatable, Sendable {
  /// The folders in the order in which they are looked through; the first is where new sets are put.
  public let all: [URL]

  /// The folders that an environment and a project give.
  ///
  /// - Parameters:
  ///   - environment: the variables of the process; an empty `DESCENT_DATASETS` counts as none.
  ///   - root: the project's folder, where Package.swift is.
  public init(environment: [String: String], project root: URL) {
    let named = environment["DESCENT_DATASETS"] ?? ""
    all = (named.isEmpty ? [] : [URL(filePath: named)]) + [root.appending(path: "datasets")]
  }

  /// One folder, and no other.
  public init(only folder: URL) { all = [folder] }

  /// Where new sets are put.
  public var first: URL { all[0] }

  /// Where a lab finds this file: in the first folder that has it. Nil where none does.
  public func place(of file: DatasetFile) -> URL? {
    all.map { $0.appending(path: file.path) }.first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// Whether the file that a lab finds is what the catalogue says.
  public func state(of file: DatasetFile) -> FileState {
    place(of: file).map(file.state(at:)) ?? .missing
  }
}
