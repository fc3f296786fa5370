import Foundation

// The exit status with which a program ends on an error of the engine, from sysexits.h. A program that knows nothing of
// the engine finds it as the error's code in the domain "exit status".

extension DataError: CustomNSError {
  /// "exit status".
  public static var errorDomain: String { "exit status" }

  /// 65 for bad data, 74 for a file that can't be read.
  public var errorCode: Int {
    switch self {
    case .unreadable: Int(EX_IOERR)
    case .damaged: Int(EX_DATAERR)
    }
  }
}

extension CheckpointError: CustomNSError {
  /// "exit status".
  public static var errorDomain: String { "exit status" }

  /// 73 for a file that can't be written, 65 for one that is damaged or belongs to another training.
  public var errorCode: Int {
    switch self {
    case .unwritable: Int(EX_CANTCREAT)
    case .unreadable, .doesNotFit: Int(EX_DATAERR)
    }
  }
}
