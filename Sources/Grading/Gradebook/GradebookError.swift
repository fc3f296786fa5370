import Foundation
import GRDB

extension GradingError {
  /// What SQLite said of a gradebook, as one sentence with the right status.
  static func gradebook(_ error: any Error, at path: String) -> GradingError {
    if let error = error as? GradingError { return error }
    guard let error = error as? DatabaseError else {
      return .internalError("The gradebook \(path) can't be used: \(error).")
    }
    switch error.resultCode {
    case .SQLITE_FULL: return noRoom(path)
    case .SQLITE_IOERR: return inputOutput(error, path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .damagedGradebook(path)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return .unavailable("Another program is writing to the gradebook \(path); close it, then try again.")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
      return .unwritable(
        "The gradebook \(path) can't be opened for writing; look at the permissions of the file and of its folder.")
    default:
      return .internalError("The gradebook \(path) refused a step: \(error.message ?? "\(error.resultCode)").")
    }
  }

  static func damagedGradebook(_ path: String) -> GradingError {
    .badData(
      "The gradebook \(path) is damaged or is no gradebook; put a copy of it in its place, or name another file.")
  }

  private static func noRoom(_ path: String) -> GradingError {
    .unwritable(
      "There is no room for more in the gradebook \(path). What was recorded is safe; make room, then give the same "
        + "command again.")
  }

  private static func inputOutput(_ error: DatabaseError, _ path: String) -> GradingError {
    switch error.extendedResultCode {
    case .SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_CORRUPTFS, .SQLITE_IOERR_DATA:
      .unreadable("The gradebook \(path) can't be read: the system reports an error of the disk.")
    case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE: noRoom(path)
    default:
      .unwritable(
        "The gradebook \(path) can't be written: the system reports an error (\(error.extendedResultCode.rawValue) of "
          + "SQLite). What was recorded is safe.")
    }
  }
}
