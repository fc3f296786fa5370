#if canImport(Grading)
  import AnswerChecks
  import Foundation
  import Grading

  extension CourseOptions {
    /// The gradebook's file.
    var gradebookFile: URL { Gradebook.file(in: folder) }

    /// The folder that holds all of a course's grading.
    var folder: URL { URL(filePath: gradebook) }

    /// The figures that students' answers drew.
    var figures: FigureShelf { FigureShelf(folder.appending(path: "figures")) }

    /// Opens the gradebook for grading, and makes its folder where there is none.
    func openedForGrading() throws(GradingError) -> Gradebook {
      try PrivateFolder.make(folder)
      return try Gradebook(file: gradebookFile)
    }

    /// The mistakes that were named in this gradebook; none where there is no gradebook yet.
    func namedMistakes() throws(GradingError) -> [NamedMistake] {
      guard FileManager.default.fileExists(atPath: gradebookFile.path) else { return [] }
      // For marking, not for reading: a gradebook of an older version is brought up to date.
      return try Gradebook(file: gradebookFile, for: .marking).namedMistakes()
    }

    /// What the course decided: its file, then the flags.
    func settings() throws(GradingError) -> Course {
      var flags = CourseFlags()
      flags.title = title
      flags.due = due
      flags.pointsPerDay = latePointsPerDay
      flags.cap = lateCap
      flags.graceMinutes = lateGraceMinutes
      flags.labs = lab
      flags.points = points
      flags.credit = credit
      flags.diagnoses = diagnoses
      flags.handouts = handouts
      let file = course ?? (FileManager.default.fileExists(atPath: "course.toml") ? "course.toml" : nil)
      let course = try file.map { path throws(GradingError) in try Course(contentsOf: URL(filePath: path)) } ?? Course()
      return try course.changed(by: flags)
    }
  }

  extension MachineOptions {
    /// The folder for what can be made again.
    func cache(of project: Workspace) -> URL {
      cache.map { URL(filePath: $0) } ?? project.root.appending(path: ".build/grading")
    }

    /// The sandbox that is asked for; nothing for the strongest that there is.
    func chosenSandbox() throws(GradingError) -> Sandbox.Kind? {
      if sandbox == "strongest" { return nil }
      guard let kind = Sandbox.Kind(rawValue: sandbox) else {
        let kinds = Sandbox.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw .usage("There is no sandbox \(sandbox); there are strongest, \(kinds).")
      }
      return kind
    }
  }

  extension RosterOptions {
    /// Who takes the course; nothing where nobody says so.
    func students() throws(GradingError) -> Roster? {
      let file = roster ?? (FileManager.default.fileExists(atPath: "roster.csv") ? "roster.csv" : nil)
      return try file.map { path throws(GradingError) in try Roster(contentsOf: URL(filePath: path)) }
    }
  }

  extension Workspace {
    /// The recorded answers of the labs that count, in the order of the course.
    func books(of course: Course) throws -> [AnswerBook] {
      guard course.labs.isEmpty else { return try course.labs.map { try lab($0.lab).answerBook() } }
      let books = try labs().map { try $0.answerBook() }
      return books.sorted { $0.firstNumber < $1.firstNumber }
    }
  }

  extension AnswerBook {
    /// The number of the lab's first exercise: 1 for one that begins with 1.1.
    fileprivate var firstNumber: Double { exercises.first.flatMap { Double($0.id) } ?? .infinity }
  }
#endif
