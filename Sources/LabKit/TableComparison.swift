import AnswerChecks

/// The data of a figure before and now, compared cell by cell: numbers within a tolerance, everything else as text.
public enum TableComparison: Sendable, Equatable {
  /// The same cells.
  case same
  /// Numbers that differ: the one furthest off, and how many lie beyond the tolerance.
  case numbers(worst: Difference, beyond: Int, of: Int)
  /// Another text, or a number in place of one.
  case text(Place, was: String, now: String)
  /// Columns that came or went.
  case columns(new: [String], gone: [String])
  /// The same columns in another order.
  case order
  /// Another number of rows.
  case rows(was: Int, now: Int)

  /// A cell of a table.
  public struct Place: Sendable, Equatable {
    /// The column's name.
    public var column: String
    /// The row below the header, from 1.
    public var row: Int
  }

  /// A number that isn't what it was.
  public struct Difference: Sendable, Equatable {
    /// Where it stands.
    public var place: Place
    /// The number before.
    public var was: Double
    /// The number now.
    public var now: Double
    /// The difference as a share of the largest magnitude in the column.
    public var share: Double
  }

  /// Compares two tables.
  ///
  /// - Parameter tolerance: relative to the largest magnitude in a number's column, so that a number which cancels to nearly zero
  ///   isn't held to its own size.
  init(of new: CSVText, with old: CSVText, tolerance: Tolerance) {
    guard new.columns == old.columns else {
      let (came, went) = (Self.names(new, without: old), Self.names(old, without: new))
      self = came.isEmpty && went.isEmpty ? .order : .columns(new: came, gone: went)
      return
    }
    guard new.rows.count == old.rows.count else {
      self = .rows(was: old.rows.count, now: new.rows.count)
      return
    }
    self = Self.cells(of: new, with: old, tolerance)
  }

  /// Whether nothing is further off than the tolerance allows.
  public var agrees: Bool {
    switch self {
    case .same: true
    case .numbers(_, let beyond, _): beyond == 0
    case .text, .columns, .order, .rows: false
    }
  }

  private static func names(_ table: CSVText, without other: CSVText) -> [String] {
    table.columns.filter { !other.columns.contains($0) }
  }

  private static func cells(of new: CSVText, with old: CSVText, _ tolerance: Tolerance) -> TableComparison {
    var worst: Difference?
    var (beyond, count) = (0, 0)
    for (column, name) in new.columns.enumerated() {
      let (before, after) = (old.rows.map { $0[column] }, new.rows.map { $0[column] })
      let largest = before.compactMap { Double($0) }.filter(\.isFinite).map(abs).max() ?? 0
      for (row, pair) in zip(before, after).enumerated() {
        guard let was = Double(pair.0), let now = Double(pair.1), was.isFinite, now.isFinite else {
          guard pair.0 != pair.1 else { continue }
          return .text(Place(column: name, row: row + 1), was: pair.0, now: pair.1)
        }
        count += 1
        guard was != now else { continue }
        let off = abs(now - was)
        if off > tolerance.relative * largest + tolerance.absolute { beyond += 1 }
        let share = largest > 0 ? off / largest : .infinity
        if share > worst?.share ?? -1 {
          worst = Difference(place: Place(column: name, row: row + 1), was: was, now: now, share: share)
        }
      }
    }
    return worst.map { .numbers(worst: $0, beyond: beyond, of: count) } ?? .same
  }
}

extension TableComparison: CustomStringConvertible {
  /// In plain words, as a line of a table says it.
  public var description: String {
    switch self {
    case .same: "unchanged"
    case .numbers(let worst, let beyond, let count):
      "\(beyond == 0 ? "within tolerance" : "changed"): \(worst)"
        + (beyond == 0 ? "" : "; \(beyond) of \(count) numbers are too far off")
    case .text(let place, let was, let now): "changed: \(place) was \"\(was)\" and is \"\(now)\""
    case .columns(let new, let gone):
      "columns differ: "
        + [(new, "new"), (gone, "gone")].filter { !$0.0.isEmpty }
        .map { names, what in
          names.map { "\"\($0)\"" }.joined(separator: ", ") + " \(names.count == 1 ? "is" : "are") \(what)"
        }
        .joined(separator: "; ")
    case .order: "columns differ: they stand in another order"
    case .rows(let was, let now): "rows differ: there are \(now), and were \(was)"
    }
  }
}

extension TableComparison.Place: CustomStringConvertible {
  /// As `"loss", row 17`.
  public var description: String { "\"\(column)\", row \(row)," }
}

extension TableComparison.Difference: CustomStringConvertible {
  /// As `"loss", row 17, was 0.25 and is 0.5, off by 12 % of the column's largest`.
  public var description: String {
    let off = share.isFinite ? "\(shareInWords) of the column's largest" : "where all were 0"
    return "\(place) was \(was) and is \(now), off by \(off)"
  }

  /// In percent where that is readable, else as a power of ten.
  private var shareInWords: String {
    share >= 1e-4 ? percent(share, decimals: share >= 0.1 ? 0 : 2) : scientific(share)
  }
}
