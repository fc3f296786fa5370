import Foundation

/// Names one grading run in a gradebook.
public struct RunID: Sendable, Hashable, Codable, Comparable {
  /// 1 for the first.
  public var number: Int64

  /// The run of this number.
  public init(_ number: Int64) { self.number = number }

  /// By number, which is by time.
  public static func < (left: RunID, right: RunID) -> Bool { left.number < right.number }
}

/// What a grading run was made with: all that it takes to understand its verdicts years later.
public struct GradingRun: Sendable, Equatable, Codable {
  /// Why it was made, as `first grading` or `regraded after a fix of 5.2`.
  public var reason: String
  /// Descent's version.
  public var version: String
  /// SHA-256 of the secret seed: it tells whether two runs used the same one, and not which.
  public var seedFingerprint: String
  /// SHA-256 over all that verdicts depend on besides the submission: the recorded answers of the labs that count, which
  /// exercises count, the limits.
  public var checksFingerprint: String
  /// The compiler, as it names itself.
  public var toolchain: String
  /// What sealed the submissions off, as `bubblewrap 0.8.0`.
  public var sandbox: String
  /// The command line.
  public var command: String

  /// A description of a run.
  public init(
    reason: String, version: String, seedFingerprint: String, checksFingerprint: String, toolchain: String,
    sandbox: String, command: String
  ) {
    self.reason = reason
    self.version = version
    self.seedFingerprint = seedFingerprint
    self.checksFingerprint = checksFingerprint
    self.toolchain = toolchain
    self.sandbox = sandbox
    self.command = command
  }
}

/// A grading run as the gradebook has it.
public struct RecordedRun: Sendable, Equatable {
  /// Its name.
  public var id: RunID
  /// What it was made with.
  public var run: GradingRun
  /// When it began.
  public var started: Date
  /// When it ended; nothing where it was cut short or still goes on.
  public var finished: Date?
}
