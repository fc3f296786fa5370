import AnswerChecks
import AnswerWire
import Datasets
import Foundation
import LabKit

/// Judges submissions: screens their files, compiles them sealed, and has `swift test` judge what comes.
///
/// Nothing of one submission reaches another's verdicts, and the same files always get the same ones.
public struct SubmissionJudge: Sendable {
  let workspace: GradingWorkspace
  let answers: SecretAnswers
  let seal: Seal
  /// The compiler, as it names itself.
  let toolchain: String
  /// Where files of submissions at work are put; each has a folder of its own there.
  let scratch: URL
  private let lock: GradingLock

  /// Makes all ready: the pristine workspace, built, and the answers recorded with the secret seed.
  ///
  /// - Parameters:
  ///   - project: the whole project, with Solutions.
  ///   - labs: the commands of the labs that count, in the order of the course.
  ///   - cache: a folder for what can be made again: the workspace and what is at work. One grader at a time uses it.
  ///   - secrets: a folder for what students must not see.
  ///   - seed: makes the cases.
  ///   - kind: where student code is compiled and run; nothing asks for the strongest that the machine has.
  ///   - named: mistakes that were named in the class before.
  ///   - note: told what is going on.
  public init(
    project: Workspace, labs: [String], cache: URL, secrets: URL, seed: UInt64, sandbox kind: Sandbox.Kind?,
    named: [NamedMistake] = [], note: (String) -> Void
  ) throws(GradingError) {
    let folders = try labs.map { lab throws(GradingError) in try project.found(lab) }
    lock = try GradingLock(ofCache: cache)
    let recorded = try SecretAnswers(of: project, labs: folders, in: secrets, seed: seed, note: note)
    workspace = try GradingWorkspace(
      of: project, at: cache.appending(path: "workspace"), books: recorded.books, note: note)
    note("making the sandbox ready")
    let starter = workspace.binaries.appending(path: "descent-sealed")
    let sandbox: Sandbox
    if let kind { sandbox = Sandbox(kind, starter: starter) } else { sandbox = try .strongest(starter: starter) }
    seal = try Seal(
      sandbox, workspace: workspace, moduleCache: cache.appending(path: "modules"), books: recorded.books)
    scratch = cache.appending(path: "scratch")
    try? FileManager.default.removeItem(at: scratch)
    answers = try recorded.joined(
      by: named,
      running: SealedMistakeRunner(workspace: workspace, seal: seal, scratch: scratch.appending(path: "named")))
    let version = try SwiftPackage(root: workspace.package.root).run(["swift", "--version"]).output
    toolchain = version.split(separator: "\n").first { $0.contains("Swift version") }.map(String.init) ?? version
  }

  /// What keeps student code away from everything else, for the report.
  public var sandboxName: String { seal.sandbox.name }
  /// What the lecturer should know about the named mistakes, a sentence each.
  public var notes: [String] { answers.notes }
  /// SHA-256 over all that verdicts depend on besides a submission's own files.
  public var checksFingerprint: String { answers.fingerprint }
  /// The answers that submissions are judged by.
  public var books: [AnswerBook] { answers.books }

  /// The verdicts on one submission.
  ///
  /// A failure of ours is tried once more and then makes those verdicts `grader error`; it is never thrown away and never
  /// counts as zero.
  func grade(_ submission: Submission) -> GradedSubmission {
    // A name that no other student's folder has, whatever the id is made of.
    let folder = scratch.appending(path: SHA256.digest(Array(submission.student.utf8)))
    defer { try? FileManager.default.removeItem(at: folder) }
    var (judged, failed): ([JudgedExercise], [JudgedExercise]) = ([], [])
    var reason = ""
    for _ in 0..<2 where !isComplete(judged) {
      do {
        let programs = try programs(of: submission, in: folder)
        let verdicts = try judge(programs, in: folder).filter { new in !judged.contains { $0.isSameExercise(as: new) } }
        judged += verdicts.filter { $0.verdict.status != .graderError }
        failed = verdicts.filter { $0.verdict.status == .graderError }
        reason = "swift test ended without a verdict on it."
      } catch {
        reason = "\(error)"
      }
    }
    let verdicts = judged + failed
    return GradedSubmission(
      student: submission.student, fingerprint: Self.fingerprint(of: submission),
      labs: answers.books.map { book in
        GradedLab(
          lab: book.lab,
          verdicts: book.exercises.map { exercise in
            verdicts.first { $0.lab == book.lab && $0.verdict.exercise == exercise.id }?.verdict
              ?? Judge(exercise).graderError(reason)
          })
      })
  }

  /// SHA-256 over a submission's exercise files, with their places.
  static func fingerprint(of submission: Submission) -> String {
    let files = submission.files.sorted { ($0.lab, $0.name) < ($1.lab, $1.name) }
    let lines = files.map { "\($0.lab)/\($0.name) \(SHA256.digest(Array($0.text.utf8)))" }
    return SHA256.digest(Array(lines.joined(separator: "\n").utf8))
  }

  private func isComplete(_ judged: [JudgedExercise]) -> Bool {
    judged.count == answers.books.reduce(0) { $0 + $1.exercises.count }
  }

  // MARK: Building

  /// The answers programs of all labs, by the lab's command. A lab without a changed file has the blank program.
  private func programs(of submission: Submission, in folder: URL) throws -> [String: StudentProgram] {
    let changed = answers.books.map { book in
      submission.files.filter { file in
        file.lab == workspace.lab(book.lab)?.name
          && book.exercises.contains { $0.fileName == file.name && $0.stub != file.text }
      }
    }
    let refusals = try seal.refusals(in: changed.flatMap { $0 }, scratch: folder.appending(path: "screening"))
    return try zip(answers.books, changed).reduce(into: [:]) { programs, pair in
      let (book, files) = pair
      guard let lab = workspace.lab(book.lab) else { return }
      var program = try program(
        of: lab, from: files, refusals: refusals, book: book, in: folder.appending(path: lab.name))
      program.launcher = seal.launcher(of: program)
      programs[book.lab] = program
    }
  }

  private func program(
    of lab: LabFolder, from files: [ExerciseFile], refusals: [Refusal], book: AnswerBook, in folder: URL
  ) throws -> StudentProgram {
    if files.isEmpty { return StudentProgram(path: workspace.blankProgram(of: lab).path) }
    let refused = refusals.reasons(for: book.exercises, of: lab)
    // What isn't an exercise file is the handout's own.
    var sources = try lab.exerciseSources()
    for exercise in book.exercises { sources[exercise.fileName] = nil }
    for file in files { sources[file.name] = file.text }
    return try seal.compiler(of: lab, in: folder).program(from: sources, stubs: book.exercises, refused: refused)
  }

  // MARK: Asking

  /// The programs as a job names them.
  private func asked(_ programs: [String: StudentProgram]) -> [String: GradingJob.Lab] {
    programs.reduce(into: [:]) { labs, program in
      guard let book = answers.files[program.key] else { return }
      labs[program.key] = GradingJob.Lab(
        book: book.path, program: program.value.path, launcher: program.value.launcher, refused: program.value.refused)
    }
  }

  /// Compiles a submission for other questions than those of its exercises: `body` gets its programs by the lab's command,
  /// and a folder that is gone afterwards.
  func withPrograms<Result>(
    of submission: Submission, _ body: ([String: GradingJob.Lab], URL) throws -> Result
  ) throws -> Result {
    let folder = scratch.appending(path: SHA256.digest(Array("questions to \(submission.student)".utf8)))
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(asked(try programs(of: submission, in: folder)), folder)
  }

  /// The blank stubs of a lab, ready to be asked.
  func blankAnswers(to lab: String) -> GradingJob.Lab? {
    guard let folder = workspace.lab(lab) else { return nil }
    var program = StudentProgram(path: workspace.blankProgram(of: folder).path)
    program.launcher = seal.launcher(of: program)
    return asked([lab: program])[lab]
  }

  // MARK: Judging

  /// Has `swift test` judge the programs; returns the verdicts that came.
  private func judge(_ programs: [String: StudentProgram], in folder: URL) throws -> [JudgedExercise] {
    // Beside the folders that compilers write to, never in one of them; and this program's own, because a test run that
    // a killed grader has left behind may still write.
    let desk = folder.appending(path: "desk-\(ProcessInfo.processInfo.processIdentifier)")
    try PrivateFolder.make(desk)
    let verdicts = desk.appending(path: "verdicts.jsonl")
    try? FileManager.default.removeItem(at: verdicts)
    let job = desk.appending(path: "job.json")
    try Wire.encode(GradingJob(labs: asked(programs), verdicts: verdicts.path)).write(to: job)
    // Its status says only that some answer is wrong; a verdict that is missing is what tells that it failed.
    _ = try SwiftPackage(root: workspace.package.root).test(environment: [GradingJob.variable: job.path])
    return JudgedExercise.all(in: (try? Data(contentsOf: verdicts)) ?? Data())
  }
}

extension JudgedExercise {
  fileprivate func isSameExercise(as other: JudgedExercise) -> Bool {
    lab == other.lab && verdict.exercise == other.verdict.exercise
  }
}
