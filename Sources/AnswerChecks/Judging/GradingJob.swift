import AnswerWire
import Foundation

/// What `swift test` judges, and what labs draw figures with, where a grader asks for it: answers programs that were built
/// elsewhere, recorded answers that lie elsewhere, and the file that takes the verdicts.
///
/// The environment variable `DESCENT_GRADING_JOB` names its file. Without it, exercise tests and labs ask the package's own
/// exercises.
public struct GradingJob: Codable, Sendable, Equatable {
  /// One lab of a submission.
  public struct Lab: Codable, Sendable, Equatable {
    /// The recorded answers.
    public var book: String
    /// The submission's answers program.
    public var program: String
    /// What starts it: the words of a sandbox before the program's path.
    public var launcher: [String]
    /// Why files were refused, by exercise.
    public var refused: [String: String]

    /// One lab of a submission.
    public init(book: String, program: String, launcher: [String], refused: [String: String]) {
      self.book = book
      self.program = program
      self.launcher = launcher
      self.refused = refused
    }
  }

  /// The labs by their commands; others aren't judged.
  public var labs: [String: Lab]
  /// Takes a line of JSON a verdict, as they come.
  public var verdicts: String

  /// A job.
  public init(labs: [String: Lab], verdicts: String) {
    self.labs = labs
    self.verdicts = verdicts
  }

  /// The variable that names a job's file.
  public static let variable = "DESCENT_GRADING_JOB"

  /// The job that a process with this environment has; nothing where there is none.
  ///
  /// - Throws: where the file can't be read: judging the package's own exercises instead would be a wrong verdict.
  static func current(in environment: [String: String]) throws -> GradingJob? {
    guard let path = environment[variable] else { return nil }
    return try Wire.decode(GradingJob.self, from: Data(contentsOf: URL(filePath: path)))
  }

  /// A lab's program.
  ///
  /// - Throws: where the job doesn't name the lab.
  func program(of lab: String) throws -> StudentProgram {
    let asked = try asked(lab)
    return StudentProgram(path: asked.program, refused: asked.refused, launcher: asked.launcher)
  }

  /// A lab's recorded answers.
  ///
  /// - Throws: where the job doesn't name the lab, or its file can't be read.
  func book(of lab: String) throws -> AnswerBook { try AnswerBook(contentsOf: URL(filePath: asked(lab).book)) }

  private func asked(_ lab: String) throws -> Lab {
    guard let asked = labs[lab] else { throw AnswerBookError.missing("the grader's job, under \"\(lab)\"") }
    return asked
  }

  /// Adds a verdict to the file, in one write, so that verdicts of tests side by side don't mix.
  func report(_ verdict: Verdict, on lab: String) throws {
    let line = try Wire.encode(JudgedExercise(lab: lab, verdict: verdict)) + Data("\n".utf8)
    let file = open(verdicts, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    defer { close(file) }
    guard line.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) == line.count else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }
}

/// A verdict as a job's file holds it.
public struct JudgedExercise: Codable, Sendable, Equatable {
  /// The lab's command.
  public var lab: String
  /// The verdict on one exercise of it.
  public var verdict: Verdict

  /// The lines of a job's file; one that isn't whole counts as missing.
  public static func all(in data: Data) -> [JudgedExercise] {
    data.split(separator: UInt8(ascii: "\n")).compactMap { try? Wire.decode(JudgedExercise.self, from: $0) }
  }
}
