#if canImport(Grading)
  import AnswerChecks
  import ArgumentParser
  import Foundation
  import Grading

  /// Writes the exports anew, from what the gradebook holds.
  struct ExportGrades: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write grades, feedback and class report anew from the gradebook.")

    @OptionGroup var course: CourseOptions

    func run() throws {
      let project = try Workspace.current()
      let decided = try course.settings()
      let books = try project.books(of: decided)
      let named = try course.namedMistakes()
      let settings = try decided.verified(against: books.knowing(named))
      let standings = try Gradebook(file: course.gradebookFile, for: .reading).standings(files: true)
      let folder = course.folder.appending(path: "exports")
      try ExportFolder(standings, course: settings, books: books, now: Date(), figures: course.figures)
        .write(to: folder)
      print(ClassSummary(Scoring(settings).scores(of: standings)).text)
      print("Exports: \(folder.path)")
    }
  }

  /// What the last run changed.
  struct ShowChanges: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "changes", abstract: "List the runs, and what changed since one of them.")

    @Option(help: "The number of a run; the one before the last by default.")
    var since: Int64?

    @OptionGroup var course: CourseOptions

    func run() throws {
      let gradebook = try Gradebook(file: course.gradebookFile, for: .reading)
      let runs = try gradebook.runs()
      for run in runs {
        let end = run.finished.map { $0.formatted(.iso8601) } ?? "cut short"
        print(
          "run \(run.id.number)  \(run.started.formatted(.iso8601)) to \(end)  \(PrintableText.line(run.run.reason))")
      }
      guard let base = since ?? runs.dropLast().last?.id.number else { return }
      guard runs.contains(where: { $0.id.number == base }) else {
        throw GradingError.usage("There is no run \(base) in this gradebook.")
      }
      let changes = try gradebook.changes(since: RunID(base), course: course.settings())
      print(changes.isEmpty ? "Nothing changed since run \(base)." : "Changed since run \(base):")
      for change in changes { print("  " + change.summary) }
    }
  }

  /// Puts the gradebooks of several machines together.
  struct MergeGradebooks: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge", abstract: "Put the gradebooks of several parts of a class together.")

    @Argument(help: "The folders of the parts' gradebooks.")
    var parts: [String]

    @Flag(help: "All parts were graded anew, by other answers than what was merged before.")
    var regraded = false

    @OptionGroup var course: CourseOptions
    @OptionGroup var roster: RosterOptions

    func run() throws {
      let gradebook = try course.openedForGrading()
      if let known = try roster.students() { try gradebook.enrol(known.students, wholeClass: true) }
      for (index, part) in parts.enumerated() {
        let other = try Gradebook(file: Gradebook.file(in: URL(filePath: part)), for: .reading)
        let count = try gradebook.takeOver(other, regraded: regraded && index == 0, at: Date())
        print("\(part): \(count) submissions")
      }
      print("The exports follow with: descent grade export")
    }
  }
#endif
