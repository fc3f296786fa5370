import Foundation

/// What can be wrong with a name or with the catalogue, with the exit status that scripts rely on.
public enum DatasetError: Error, Equatable, CustomStringConvertible {
  /// No set has this name.
  case unknownSet(String, known: [String])
  /// The catalogue can't be right.
  case damagedCatalogue(file: String, problem: String)
  /// A file can't be read, for the reason that the system gives.
  case unreadable(path: String, reason: String)

  /// One sentence: what was wrong, where, and what to do.
  public var description: String {
    switch self {
    case .unknownSet(let name, let known):
      "There is no data set \"\(name)\"; the data sets are \(known.joined(separator: ", "))."
    case .damagedCatalogue(let file, let problem):
      "\(file) is damaged: \(problem). Get the file again."
    case .unreadable(let path, let reason):
      "\(path) can't be read: \(reason)."
    }
  }

  /// The status of sysexits.h.
  public var exitStatus: Int32 {
    switch self {
    case .unknownSet: EX_USAGE
    case .damagedCatalogue: EX_DATAERR
    case .unreadable: EX_IOERR
    }
  }
}
