import AnswerChecks
import Foundation

/// Grades a class into a gradebook.
///
/// Verdicts are journaled as they come: a run that was cut short at any moment is taken up by the next, which judges again
/// only what had no whole verdict.
public struct Grader: Sendable {
  /// What a run works on.
  public struct Task: Sendable {
    /// What was handed in, one submission a student.
    public var submissions: [Submission]
    /// Who takes the course, where that is known.
    public var roster: [Student]?
    /// Why it is run, for the gradebook.
    public var reason: String
    /// The command line, for the gradebook.
    public var command: String
    /// Whether to judge again what has its verdicts already.
    public var again: Bool

    /// A task.
    public init(
      submissions: [Submission], roster: [Student]?, reason: String, command: String, again: Bool = false
    ) {
      self.submissions = submissions
      self.roster = roster
      self.reason = reason
      self.command = command
      self.again = again
    }
  }

  /// How far a run is.
  public struct Progress: Sendable {
    /// Submissions that are done, earlier verdicts among them.
    public var done: Int
    /// Submissions in all.
    public var total: Int
    /// What is going on, in a few words.
    public var now: String
  }

  /// What came of a run.
  public struct Outcome: Sendable, Equatable {
    /// The run's name in the gradebook.
    public var run: RunID
    /// How many submissions were judged now.
    public var judged: Int
    /// How many had their verdicts already.
    public var kept: Int
    /// How many have a verdict `grader error`.
    public var failed: Int
  }

  private let judge: SubmissionJudge
  private let jobs: Int

  /// A grader that judges so many submissions at once.
  public init(_ judge: SubmissionJudge, jobs: Int) {
    self.judge = judge
    self.jobs = max(1, jobs)
  }

  /// Grades all submissions.
  ///
  /// - Parameters:
  ///   - gradebook: takes the verdicts.
  ///   - clock: says what time it is, for the gradebook.
  ///   - progress: told how far it is.
  public func run(
    _ task: Task, into gradebook: Gradebook, clock: @Sendable () -> Date, progress: @Sendable (Progress) -> Void
  ) async throws -> Outcome {
    if let roster = task.roster { try gradebook.enrol(roster, wholeClass: true) }
    let run = try gradebook.begin(run: judge.description(of: task), at: clock())
    var outcome = Outcome(run: run, judged: 0, kept: 0, failed: 0)
    var open: [Submission] = []
    for submission in task.submissions.sorted(by: { $0.student < $1.student }) {
      let known =
        task.again
        ? nil
        : try gradebook.finished(
          student: submission.student, fingerprint: SubmissionJudge.fingerprint(of: submission),
          checks: judge.answers.fingerprint)
      guard let known else {
        open.append(submission)
        continue
      }
      try gradebook.record(known, submission: submission, run: run, at: clock())
      outcome.kept += 1
    }
    try await gradeAll(open) { graded, submission in
      try gradebook.record(graded, submission: submission, run: run, at: clock())
      outcome.judged += 1
      if graded.hasGraderError { outcome.failed += 1 }
      progress(
        Progress(done: outcome.kept + outcome.judged, total: task.submissions.count, now: submission.student))
    }
    try gradebook.finish(run: run, at: clock())
    return outcome
  }

  /// Judges `jobs` submissions at once; each comes to `record` as soon as it is done.
  private func gradeAll(
    _ submissions: [Submission], record: (GradedSubmission, Submission) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (GradedSubmission, Submission).self) { group in
      var waiting = submissions[...].makeIterator()
      func startNext() {
        guard let next = waiting.next() else { return }
        group.addTask { (await onAThreadOfItsOwn { judge.grade(next) }, next) }
      }
      for _ in 0..<jobs { startNext() }
      while let (graded, submission) = try await group.next() {
        try record(graded, submission)
        startNext()
      }
    }
  }
}

/// Runs `body`, which waits for other programs, on a thread that nothing else needs.
func onAThreadOfItsOwn<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: body()) }
  }
}

extension GradedSubmission {
  /// Whether a failure of the grader leaves points open.
  public var hasGraderError: Bool { labs.contains { $0.verdicts.contains { $0.status == .graderError } } }
}

extension SubmissionJudge {
  fileprivate func description(of task: Grader.Task) -> GradingRun {
    GradingRun(
      reason: task.reason, version: descentVersion, seedFingerprint: answers.seedFingerprint,
      checksFingerprint: answers.fingerprint, toolchain: toolchain, sandbox: seal.sandbox.name, command: task.command)
  }
}
