#if canImport(Grading)
  import AnswerChecks
  import ArgumentParser
  import Foundation
  import Grading
  import LabKit

  /// Grades all submissions of a folder.
  struct GradeClass: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "Grade a folder of submissions, or the archive of a whole class.")

    @Argument(help: "The submissions: a folder with a folder or an archive a student.")
    var submissions: String

    @OptionGroup var course: CourseOptions
    @OptionGroup var roster: RosterOptions
    @OptionGroup var machine: MachineOptions

    @Option(help: "How many submissions to judge at once; as many as there are cores by default.")
    var jobs: Int?

    @Option(help: "One part of the class, as 2/8, where several machines share it.")
    var shard: String?

    @Option(help: "Another gradebook's folder, whose named mistakes are diagnosed too: that of the whole class.")
    var namedIn: String?

    @Option(help: "Why it is graded, for the gradebook.")
    var reason = "grading"

    @Flag(help: "Judge again what has its verdicts already.")
    var again = false

    @Flag(help: "Draw the labs' figures with each student's answers, for feedback.")
    var figures = false

    @Flag(help: "Leave the exports as they are.")
    var noExport = false

    func run() async throws {
      // A limit on file sizes is told as a sentence, like a full disk.
      signal(SIGXFSZ, SIG_IGN)
      let project = try Workspace.current()
      let settings = try course.settings()
      let books = try project.books(of: settings)
      let named = try course.namedMistakes() + sharedMistakes()
      let verified = try settings.verified(against: books.knowing(named))
      let known = try roster.students()
      let progress = ProgressLine()
      let found = try read(books, roster: known)
      for note in found.notes { say("Note: \(note)") }

      let gradebook = try course.openedForGrading()
      let judge = try SubmissionJudge(
        project: project, labs: books.map(\.lab),
        cache: machine.cache(of: project),
        secrets: course.folder.appending(path: "secret"), seed: try Seed.kept(in: course.folder),
        sandbox: try machine.chosenSandbox(), named: named
      ) { text in progress.show(text, done: 0, of: found.submissions.count) }
      progress.clear()
      for note in judge.notes { say("Note: \(note)") }
      if let last = try gradebook.runs().last, last.run.checksFingerprint != judge.checksFingerprint {
        say("Note: answers are compared with other ones than in the run before, so its verdicts don't count.")
      }
      let task = Grader.Task(
        submissions: try share(of: found.submissions), roster: known == nil ? nil : found.students,
        reason: reason,
        command: CommandLine.arguments.joined(separator: " "), again: again)
      let outcome = try await Grader(judge, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        .run(task, into: gradebook, clock: { Date() }) { now in
          progress.show(
            "\(PrintableText.line(now.now, length: 30)), \(now.total - now.done) left", done: now.done, of: now.total)
        }
      if figures { try await draw(task.submissions, by: judge, project: project, progress) }
      progress.clear()
      try report(outcome, gradebook: gradebook, course: verified, judge: judge)
      if outcome.failed > 0 { throw ExitCode.failure }
    }

    private func draw(
      _ submissions: [Submission], by judge: SubmissionJudge, project: Workspace, _ progress: ProgressLine
    ) async throws {
      let drawer = try FigureDrawer(judge, project: project, shelf: course.figures) { text in
        progress.show(text, done: 0, of: submissions.count)
      }
      let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
      _ = try await drawer.draw(submissions, jobs: jobs) { now in
        progress.show(PrintableText.line(now.now, length: 40), done: now.done, of: now.total)
      }
    }

    private func read(_ books: [AnswerBook], roster: Roster?) throws -> FoundSubmissions {
      try SubmissionReader(known: KnownFile.all(in: books), roster: roster).read(URL(filePath: submissions))
    }

    /// The mistakes that were named in the gradebook of the whole class, where this one is of a part.
    private func sharedMistakes() throws -> [NamedMistake] {
      guard let namedIn else { return [] }
      return try Gradebook(file: Gradebook.file(in: URL(filePath: namedIn)), for: .reading).namedMistakes()
    }

    private func share(of all: [Submission]) throws -> [Submission] {
      guard let shard else { return all }
      guard let share = ClassShare(shard) else {
        throw GradingError.usage("--shard takes a part of parts, as 2/8; \(PrintableText.line(shard)) is none.")
      }
      return all.filter { share.holds($0.student) }
    }

    private func report(
      _ outcome: Grader.Outcome, gradebook: Gradebook, course settings: Course, judge: SubmissionJudge
    ) throws {
      let standings = try gradebook.standings(files: !noExport)
      let scores = Scoring(settings).scores(of: standings)
      print(ClassSummary(scores, outcome: outcome).text)
      print("Sandbox: \(judge.sandboxName).")
      if outcome.run.number > 1 {
        let changes = try gradebook.changes(since: RunID(outcome.run.number - 1), course: settings)
        if !changes.isEmpty { print("Changed since the run before: \(changes.count). See: descent grade changes") }
      }
      guard !noExport else { return }
      let folder = course.folder.appending(path: "exports")
      try ExportFolder(
        standings, course: settings, books: judge.books, now: Date(), figures: self.course.figures
      ).write(to: folder)
      print("Gradebook: \(course.gradebookFile.path)\nExports: \(folder.path)")
    }

    private func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
  }
#endif
