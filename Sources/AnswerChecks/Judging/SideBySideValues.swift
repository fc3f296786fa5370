/// An expected and a returned value of one shape, entry beside entry, around the worst one.
public struct SideBySideValues: Sendable, Equatable {
  /// One entry of both.
  public struct Row: Sendable, Equatable {
    /// Where it stands, as `[2]` or `weights[0]`.
    public let place: String
    /// Padded with spaces, so that in a font of one width all decimal points stand in one column.
    public let expected: String
    /// Padded likewise.
    public let got: String
    /// Whether it is the entry that is off most.
    public let isWorst: Bool
  }

  /// The entries, at most as many as asked for.
  public let rows: [Row]
  /// How many entries before them are left out.
  public let before: Int
  /// How many entries after them are left out.
  public let after: Int

  /// - Parameter most: how many entries are shown, 9 by default: four on each side of the worst.
  init?(expected: Value, got: Value, difference: Difference, most: Int = 9) {
    guard let worst = difference.place else { return nil }
    let wanted = expected.leaves()
    let returned = got.leaves()
    guard wanted.count == returned.count, wanted.count > 1, let middle = wanted.firstIndex(where: { $0.path == worst })
    else { return nil }
    let first = max(0, min(middle - most / 2, wanted.count - most))
    let window = first..<min(wanted.count, first + most)
    let left = Self.aligned(window.map { Self.entry(wanted[$0].leaf) })
    let right = Self.aligned(window.map { Self.entry(returned[$0].leaf) })
    rows = window.enumerated().map { offset, index in
      Row(place: wanted[index].path, expected: left[offset], got: right[offset], isWorst: index == middle)
    }
    before = window.lowerBound
    after = wanted.count - window.upperBound
  }

  /// A long text is cut: an entry is to be taken in at a glance.
  private static func entry(_ leaf: Value) -> String {
    let text = leaf.summary
    return text.count > 60 ? "\(text.prefix(60)) ..." : text
  }

  private static func aligned(_ entries: [String]) -> [String] {
    func isNumber(_ entry: String) -> Bool { entry.first.map { $0.isNumber || $0 == "-" } ?? false }
    /// How many characters stand before the decimal point.
    func lead(_ entry: String) -> Int { entry.prefix { $0 != "." && $0 != "e" }.count }
    let widest = entries.filter(isNumber).map(lead).max() ?? 0
    let padded = entries.map { isNumber($0) ? String(repeating: " ", count: widest - lead($0)) + $0 : $0 }
    let width = padded.map(\.count).max() ?? 0
    return padded.map { $0 + String(repeating: " ", count: width - $0.count) }
  }
}

extension Difference {
  /// Where the two values part; nothing where their shapes differ.
  fileprivate var place: String? {
    switch self {
    case .shape: nil
    case .notFinite(let path, _), .content(let path, _, _): path
    case .numbers(_, _, let worst, _, _): worst
    }
  }
}
