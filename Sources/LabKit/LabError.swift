import Foundation

/// What can go wrong outside a lab's own numbers, with the exit status that scripts rely on.
public enum LabError: Error, Equatable, CustomStringConvertible {
  /// An option has a value that it can't have.
  case usage(String)
  /// A data file is damaged: the file, the line where it has one, and what is wrong there.
  case badData(file: String, line: Int?, problem: String)
  /// Results that don't agree with those of a run before, a sentence each.
  case disagreement([String])
  /// A file can't be written.
  case unwritable(path: String, reason: String)
  /// A file can't be read.
  case unreadable(path: String, reason: String)

  /// One sentence: what was wrong, where, and what to do.
  public var description: String {
    switch self {
    case .usage(let sentence): sentence
    case .badData(let file, let line, let problem):
      "\(file)\(line.map { ", line \($0)" } ?? ""): \(problem) Get the file again."
    case .disagreement(let sentences):
      ([Self.tooFar(sentences.count)] + sentences).joined(separator: "\n  ")
    case .unwritable(let path, let reason):
      "\(path) can't be written: \(Self.clause(reason)). Choose another folder with --output."
    case .unreadable(let path, let reason):
      "\(path) can't be read: \(Self.clause(reason))."
    }
  }

  private static func tooFar(_ count: Int) -> String {
    count == 1
      ? "1 result is too far from that of the run before:"
      : "\(count) results are too far from those of the run before:"
  }

  /// A reason without its own full stop.
  private static func clause(_ reason: String) -> String { reason.hasSuffix(".") ? String(reason.dropLast()) : reason }

  /// The status of sysexits.h.
  public var exitStatus: Int32 {
    switch self {
    case .usage: EX_USAGE
    case .badData: EX_DATAERR
    case .disagreement: 1
    case .unwritable: EX_CANTCREAT
    case .unreadable: EX_IOERR
    }
  }
}
