/// What can be wrong with a data file: one sentence that names the file and the place.
///
/// A program ends with status 65 (bad data) on `damaged` and 74 (can't be read) on `unreadable`.
public enum DataError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file can't be opened or read; the reason is the system's.
  case unreadable(file: String, reason: String)
  /// What the file holds is not what it should be: where, and what is wrong there (a sentence with a full stop).
  case damaged(file: String, place: Place?, problem: String)

  /// A place in a file.
  public enum Place: Equatable, Sendable, CustomStringConvertible {
    /// A byte of the file, counted from 0.
    case byte(Int)
    /// A byte of what the packed file holds, counted from 0.
    case unpackedByte(Int)
    /// A line of text, counted from 1.
    case line(Int)

    /// The place in words: "byte 16", "line 3".
    public var description: String {
      switch self {
      case .byte(let offset): "byte \(offset)"
      case .unpackedByte(let offset): "unpacked byte \(offset)"
      case .line(let number): "line \(number)"
      }
    }
  }

  /// The name of the file.
  public var file: String {
    switch self {
    case .unreadable(let file, _), .damaged(let file, _, _): file
    }
  }

  /// The line, where the place is one.
  public var line: Int? {
    if case .damaged(_, .line(let number), _) = self { number } else { nil }
  }

  /// What is wrong, without the file and without the line, but with the byte where the place is one.
  public var problem: String {
    switch self {
    case .unreadable(_, let reason): "The file can't be read: \(reason)."
    case .damaged(_, .none, let problem), .damaged(_, .line, let problem): problem
    case .damaged(_, .some(let place), let problem): "At \(place): \(problem)"
    }
  }

  /// One sentence: the file, the place, and what is wrong there.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file) can't be read: \(reason)."
    case .damaged(let file, let place, let problem): "\(file)\(place.map { ", \($0)" } ?? ""): \(problem)"
    }
  }
}
