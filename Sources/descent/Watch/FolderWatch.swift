import AnswerChecks
import Foundation

/// The source files of a folder as they were at one moment.
struct FolderSnapshot: Equatable, Sendable {
  /// One file: what the system says of it, and its bytes.
  struct File: Equatable, Sendable {
    /// Since 1970, in seconds and billionths.
    var seconds: Int
    var nanoseconds: Int
    var size: Int
    /// A file that was put in another's place has another number.
    var number: UInt64
    var text: Data

    fileprivate func isLike(_ other: File) -> Bool {
      (seconds, nanoseconds, size) == (other.seconds, other.nanoseconds, other.size) && number == other.number
    }
  }

  /// By name. What editors leave beside files, hidden or under other endings, isn't here.
  var files: [String: File] = [:]

  /// The texts, as compilers get them.
  var sources: [String: String] { files.mapValues { String(decoding: $0.text, as: UTF8.self) } }

  /// What differs in a later snapshot, in the order of names.
  func changes(to later: FolderSnapshot) -> [WatchEvent] {
    let names = Set(files.keys).union(later.files.keys).sorted()
    let changed = names.filter { files[$0]?.text != later.files[$0]?.text }
    if !changed.isEmpty { return [.saved(changed)] }
    let written = names.filter { files[$0] != later.files[$0] }
    return written.isEmpty ? [] : [.savedUnchanged(written)]
  }
}

/// Notices saved files by looking again and again, which works on any disk, however an editor writes.
///
/// A change is told once two looks in a row see the same: a file that is being written, or that is gone for a moment while
/// another takes its place, is none.
struct FolderWatch {
  private let folder: URL
  /// What was told last.
  private(set) var known: FolderSnapshot
  private var seen: FolderSnapshot
  private var looks = 0

  /// Every so many looks all files are read, whatever the system says: on network disks that may be old, and clocks may be
  /// coarser than two saves are apart.
  private static let looksBetweenReadings = 10

  /// Starts with the files as they are.
  init(_ folder: URL) {
    self.folder = folder
    known = Self.look(at: folder, before: FolderSnapshot(), readsAll: true)
    seen = known
  }

  /// Looks again; says what was saved since, or nothing yet.
  mutating func look() -> [WatchEvent] {
    looks += 1
    let now = Self.look(at: folder, before: seen, readsAll: looks.isMultiple(of: Self.looksBetweenReadings))
    guard now == seen else {
      seen = now
      return []
    }
    let changes = known.changes(to: now)
    known = now
    return changes
  }

  private static func look(at folder: URL, before: FolderSnapshot, readsAll: Bool) -> FolderSnapshot {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var snapshot = FolderSnapshot()
    for name in names where LabFolder.isSource(name) {
      let path = folder.appending(path: name).path
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      var file = FolderSnapshot.File(
        seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec), size: Int(status.st_size),
        number: UInt64(status.st_ino), text: Data())
      let old = before.files[name]
      if let old, !readsAll, old.isLike(file) {
        file.text = old.text
      } else if let text = try? Data(contentsOf: URL(filePath: path)) {
        file.text = text
      } else {
        continue
      }
      snapshot.files[name] = file
    }
    return snapshot
  }
}
