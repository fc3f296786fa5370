import Foundation

/// Why there is no site. Each has the status that the program ends with.
public struct SiteError: Error, Equatable, CustomStringConvertible {
  /// One sentence: what is wrong, where, and what to do.
  public let description: String
  /// As in `sysexits.h`: 64 wrong usage, 65 bad data, 69 unavailable, 70 a bug of ours, 73 or 74 a file.
  public let exitStatus: Int32

  /// Something that the caller got wrong.
  public static func usage(_ sentence: String) -> SiteError { SiteError(sentence, EX_USAGE) }
  /// A page, a figure or a comment that isn't as it has to be.
  public static func badData(_ sentence: String) -> SiteError { SiteError(sentence, EX_DATAERR) }
  /// A program that is needed and not there.
  public static func unavailable(_ sentence: String) -> SiteError { SiteError(sentence, EX_UNAVAILABLE) }
  /// A slip of ours.
  public static func internalError(_ sentence: String) -> SiteError { SiteError(sentence, EX_SOFTWARE) }
  /// A file that can't be made or written.
  public static func unwritable(_ sentence: String) -> SiteError { SiteError(sentence, EX_CANTCREAT) }
  /// A file that can't be read.
  public static func unreadable(_ sentence: String) -> SiteError { SiteError(sentence, EX_IOERR) }

  private init(_ description: String, _ exitStatus: Int32) {
    self.description = description
    self.exitStatus = exitStatus
  }
}
