/// What wasn't taken of a submission: what its author should know first, and not more than fits on a few pages.
struct IgnoredList {
  private let limit: Int
  private var near: [IgnoredEntry] = []
  private var others: [IgnoredEntry] = []
  private var count = 0

  init(limit: Int) { self.limit = limit }

  /// Adds something; `isNear` for what almost was taken, or is no accident.
  mutating func add(_ name: String, _ reason: String, isNear: Bool) {
    count += 1
    let entry = IgnoredEntry(name: name, reason: reason)
    if isNear {
      if near.count < limit { near.append(entry) }
    } else if others.count < limit {
      others.append(entry)
    }
  }

  /// The entries, each part sorted by name, and last how many more there are.
  var entries: [IgnoredEntry] {
    func sorted(_ entries: [IgnoredEntry]) -> [IgnoredEntry] {
      entries.sorted { ($0.name, $0.reason) < ($1.name, $1.reason) }
    }
    let shown = (sorted(near) + sorted(others)).prefix(limit)
    guard shown.count < count else { return Array(shown) }
    let rest = count - shown.count
    return shown + [IgnoredEntry(name: "\(rest) more", reason: "the list ends after \(limit)")]
  }
}
