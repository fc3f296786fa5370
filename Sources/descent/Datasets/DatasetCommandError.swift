import Datasets
import Foundation

/// Why a command over data sets ends early: its sentence, and the exit status that scripts rely on.
struct DatasetCommandError: Error, Equatable, CustomStringConvertible {
  /// One sentence: what was wrong, where, and what to do.
  let description: String
  /// The status of sysexits.h.
  let exitStatus: Int32

  init(_ sentence: String, exitStatus: Int32) {
    (description, self.exitStatus) = (sentence, exitStatus)
  }

  /// A file or folder can't be written, for the reason that the system has just given.
  static func unwritable(_ path: String, _ failure: StoredFile.Failure) -> Self {
    Self("\(path) can't be written: \(failure.reason). Choose another folder with --to.", exitStatus: EX_CANTCREAT)
  }

  /// Another program has locked the file.
  static func busy(_ path: String) -> Self {
    Self("\(path) is being written by another fetch; wait until it is done.", exitStatus: EX_CANTCREAT)
  }
}
