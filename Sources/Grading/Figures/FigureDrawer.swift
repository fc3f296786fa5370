import AnswerChecks
import Datasets
import Foundation

/// Draws labs' figures with students' answers, for their feedback.
///
/// Whatever fails costs the figure and nothing else.
public struct FigureDrawer: Sendable {
  private let judge: SubmissionJudge
  private let shelf: FigureShelf
  private let labs: [DrawingLab]
  /// Names all programs that draw.
  private let programs: String

  /// Builds the labs' programs, and learns which of their figures answers can change.
  ///
  /// - Parameters:
  ///   - judge: compiles submissions, and knows the labs.
  ///   - project: the whole project.
  ///   - shelf: takes the figures.
  ///   - note: told what is going on.
  public init(
    _ judge: SubmissionJudge, project: Workspace, shelf: FigureShelf, note: (String) -> Void
  ) throws(GradingError) {
    self.judge = judge
    self.shelf = shelf
    let package = SwiftPackage(
      root: project.root, builtWith: Bundle.main.executablePath ?? ProcessInfo.processInfo.arguments[0])
    let binaries = try package.binaries()
    var (labs, texts): ([DrawingLab], [String]) = ([], [])
    for lab in judge.books.map(\.lab) {
      note("building the figures of \(lab)")
      try package.build(["--product", lab], otherwise: "The program of the lab \(lab) can't be built:")
      let program = LabProgram(lab: lab, program: binaries.appending(path: lab), project: project.root)
      guard let bytes = try? Data(contentsOf: program.program, options: .alwaysMapped) else {
        throw .unreadable("The program of the lab at \(program.program.path) can't be read.")
      }
      texts.append("\(lab) \(SHA256.digest(bytes))")
      guard let blank = judge.blankAnswers(to: lab) else { continue }
      let scratch = judge.scratch.appending(path: "figures-\(lab)")
      do { labs.append(try DrawingLab(program, blankAnswers: blank, scratch: scratch)) } catch {
        throw .internalError("The lab \(lab) can't draw its figures: \(error)")
      }
    }
    self.labs = labs
    programs = SHA256.digest(Array(texts.joined(separator: "\n").utf8))
  }

  /// Draws the figures of all submissions, `jobs` at once; those that were drawn by the same programs before are kept.
  ///
  /// - Returns: how many submissions were drawn now.
  public func draw(
    _ submissions: [Submission], jobs: Int, progress: @Sendable (Grader.Progress) -> Void
  ) async throws -> Int {
    let open = submissions.filter { !shelf.holds(SubmissionJudge.fingerprint(of: $0), drawnBy: programs) }
    return try await withThrowingTaskGroup(of: String.self) { group in
      var waiting = open[...].makeIterator()
      func startNext() {
        guard let next = waiting.next() else { return }
        group.addTask {
          let drawn = await onAThreadOfItsOwn { figures(of: next) }
          try shelf.keep(drawn, of: SubmissionJudge.fingerprint(of: next), drawnBy: programs)
          return next.student
        }
      }
      for _ in 0..<max(1, jobs) { startNext() }
      var done = submissions.count - open.count
      while let student = try await group.next() {
        done += 1
        progress(Grader.Progress(done: done, total: submissions.count, now: "figures of \(student)"))
        startNext()
      }
      return open.count
    }
  }

  /// The student's figures, of labs that they changed a file of.
  private func figures(of submission: Submission) -> [FeedbackFigure] {
    let figures = try? judge.withPrograms(of: submission) { answers, folder in
      labs.flatMap { lab -> [FeedbackFigure] in
        guard let own = answers[lab.program.lab], own.program != judge.blankAnswers(to: lab.program.lab)?.program else {
          return []
        }
        return lab.figures(with: own, in: folder.appending(path: "figures"))
      }
    }
    return figures ?? []
  }
}
