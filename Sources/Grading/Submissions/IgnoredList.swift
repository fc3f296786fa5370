/// What wasn't taken of a submission, on a page: first what its author should know, then the rest.
///
/// A copy of the handout has a thousand files that nobody misses. More than five in one folder, left out for one reason,
/// are one line, so that the one file that is strange can be seen between them.
struct IgnoredList {
  private let limit: Int
  private var near: [IgnoredEntry] = []
  private var folders: [Folder: (names: [String], count: Int)] = [:]
  private var count = 0

  private struct Folder: Hashable {
    var name: Substring
    var reason: String
  }

  init(limit: Int) { self.limit = limit }

  /// Adds something; `isNear` for what almost was taken, or is no accident.
  mutating func add(_ name: String, _ reason: String, isNear: Bool) {
    count += 1
    if isNear {
      if near.count < limit { near.append(IgnoredEntry(name: name, reason: reason)) }
      return
    }
    let folder = Folder(name: name.lastIndex(of: "/").map { name[...$0] } ?? "", reason: reason)
    guard folders.count < 10 * limit || folders[folder] != nil else { return }
    folders[folder, default: ([], 0)].count += 1
    if folders[folder, default: ([], 0)].names.count < 5 { folders[folder]?.names.append(name) }
  }

  /// The entries, each part sorted by name, and last how many more there are.
  var entries: [IgnoredEntry] {
    let others = folders.flatMap { folder, content in
      content.count > content.names.count
        ? [(IgnoredEntry(name: "\(folder.name)(\(content.count) files)", reason: folder.reason), content.count)]
        : content.names.map { (IgnoredEntry(name: $0, reason: folder.reason), 1) }
    }
    let all = Self.sorted(near.map { ($0, 1) }) + Self.sorted(others)
    let shown = all.prefix(limit)
    let rest = count - shown.reduce(0) { $0 + $1.1 }
    let end = rest > 0 ? [IgnoredEntry(name: "\(rest) more", reason: "the list ends after \(limit)")] : []
    return shown.map(\.0) + end
  }

  private static func sorted(_ entries: [(IgnoredEntry, Int)]) -> [(IgnoredEntry, Int)] {
    entries.sorted { ($0.0.name, $0.0.reason) < ($1.0.name, $1.0.reason) }
  }
}
