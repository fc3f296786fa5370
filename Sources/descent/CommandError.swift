import AnswerChecks
import Datasets
import Foundation

/// An error that knows what the program ends with.
protocol EndsWithStatus: Error, CustomStringConvertible {
  /// The status of sysexits.h.
  var exitStatus: Int32 { get }
}

/// Why a command ends early: its sentence, and the exit status that scripts rely on.
struct CommandError: EndsWithStatus, Equatable {
  /// One sentence: what was wrong, where, and what to do.
  let description: String
  let exitStatus: Int32

  init(_ sentence: String, exitStatus: Int32) {
    (description, self.exitStatus) = (sentence, exitStatus)
  }

  /// Something that the caller got wrong.
  static func usage(_ sentence: String) -> Self { Self(sentence, exitStatus: EX_USAGE) }

  /// A file that holds something else than it should.
  static func badData(_ sentence: String) -> Self { Self(sentence, exitStatus: EX_DATAERR) }
}

extension WorkspaceError: EndsWithStatus {
  var exitStatus: Int32 { EX_USAGE }
}

extension AnswerBookError: EndsWithStatus {
  var exitStatus: Int32 { EX_DATAERR }
}

extension BuildError: EndsWithStatus {
  var exitStatus: Int32 { EX_SOFTWARE }
}

extension DatasetError: EndsWithStatus {}
