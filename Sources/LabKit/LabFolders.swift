import Foundation

/// The folders of labs in two places: figures as they were, and as they are now.
public struct LabFolders: Sendable {
  /// The labs that have figures in both.
  public let pairs: [(old: URL, new: URL)]
  /// The names of those that have figures now, and had none.
  public let added: [String]
  private let moves: [(old: URL, new: URL)]

  private static let manifest = "manifest.json"

  /// Finds labs by their manifests.
  ///
  /// - Parameters:
  ///   - old: a folder with a folder a lab, or one lab's own.
  ///   - new: the same, as it is now.
  /// - Throws: `LabError.unreadable` where `new` holds no run.
  public init(old: URL, new: URL) throws(LabError) {
    func hasRun(_ folder: URL) -> Bool {
      FileManager.default.fileExists(atPath: folder.appending(path: Self.manifest).path)
    }
    guard !hasRun(new) else {
      moves = [(old, new)]
      pairs = hasRun(old) ? moves : []
      added = hasRun(old) ? [] : [new.lastPathComponent]
      return
    }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: new.path)) ?? []).sorted()
    let labs = names.filter { hasRun(new.appending(path: $0)) }
    guard !labs.isEmpty else {
      throw .unreadable(path: new.relativePath, reason: "no lab has drawn figures there")
    }
    moves = labs.map { (old.appending(path: $0), new.appending(path: $0)) }
    pairs = moves.filter { hasRun($0.old) }
    added = labs.filter { !hasRun(old.appending(path: $0)) }
  }

  /// Puts all new files in the place of the old, each whole, the manifest last; then removes the files of figures that are gone.
  /// What is interrupted can be done again: nothing new is moved away before everything has its place.
  public func replace() throws {
    for (old, new) in moves {
      let before = try? Manifest(contentsOf: old.appending(path: Self.manifest))
      let now = try Manifest(contentsOf: new.appending(path: Self.manifest))
      let names = now.files + [Self.manifest]
      for name in names where !FileManager.default.fileExists(atPath: new.appending(path: name).path) {
        throw LabError.unreadable(
          path: new.appending(path: name).relativePath, reason: "the manifest names it, and it isn't there")
      }
      for name in names {
        try WholeFile.write(Data(contentsOf: new.appending(path: name)), to: old.appending(path: name))
      }
      for name in Set(before?.files ?? []).subtracting(now.files) {
        try? FileManager.default.removeItem(at: old.appending(path: name))
      }
    }
    for (_, new) in moves { try? FileManager.default.removeItem(at: new) }
  }
}

extension Manifest {
  /// The files of all figures.
  fileprivate var files: [String] {
    allFigures.flatMap { [$0.png, $0.csv, $0.pdf, $0.svg].compactMap { $0 } }
  }
}
