import AnswerChecks
import Foundation
import LabKit
import Plotting

/// Everything that is made from a gradebook for others to read: grades, results for other systems, feedback, and what the
/// class should hear again.
///
/// It follows from the gradebook, the course and the time alone, and is written whole: a folder that is there is complete.
public struct ExportFolder: Sendable {
  private let standings: [Standing]
  private let course: Course
  private let books: [AnswerBook]
  private let now: Date
  private let figures: FigureShelf?

  /// - Parameters:
  ///   - standings: the class, with files where similarity is wanted.
  ///   - course: what the lecturer decided.
  ///   - books: the answers that submissions were judged by.
  ///   - now: decides whether the due date has passed.
  ///   - figures: what students' answers drew; none by default.
  public init(
    _ standings: [Standing], course: Course, books: [AnswerBook], now: Date, figures: FigureShelf? = nil
  ) {
    self.standings = standings
    self.course = course
    self.books = books
    self.now = now
    self.figures = figures
  }

  /// Writes all files into `folder`, in the place of what was there.
  public func write(to folder: URL) throws(GradingError) {
    let parent = folder.deletingLastPathComponent()
    let fresh = parent.appending(path: ".\(folder.lastPathComponent).new")
    let old = parent.appending(path: ".\(folder.lastPathComponent).old")
    let manager = FileManager.default
    try? manager.removeItem(at: fresh)
    try? manager.removeItem(at: old)
    try forEachFile { name, data throws(GradingError) in try Self.write(data, to: fresh.appending(path: name)) }
    do {
      if manager.fileExists(atPath: folder.path) { try manager.moveItem(at: folder, to: old) }
      try manager.moveItem(at: fresh, to: folder)
      try? manager.removeItem(at: old)
    } catch { throw .unwritable("The exports can't be put in place at \(folder.path): \(error.localizedDescription)") }
  }

  private static func write(_ data: Data, to file: URL) throws(GradingError) {
    do { try WholeFile.write(data, to: file) } catch { throw .unwritable(error.description) }
  }

  /// All files by their place in the folder, in order.
  public func files() throws(GradingError) -> [(name: String, data: Data)] {
    var files: [(name: String, data: Data)] = []
    try forEachFile { name, data in files.append((name, data)) }
    return files
  }

  /// Makes one file after the other: with figures a student's page takes megabytes, and a class of them isn't held at once.
  private func forEachFile(
    _ body: (_ name: String, _ data: Data) throws(GradingError) -> Void
  ) throws(GradingError) {
    let scores = Scoring(course).scores(of: standings)
    let fingerprints = Dictionary(
      standings.compactMap { standing in standing.graded.map { (standing.student.id, $0.fingerprint) } }
    ) { first, _ in first }
    try body("grades.csv", Data(GradesTable(scores).csv.utf8))
    let names = FileNames.of(scores.map(\.student.id))
    for scored in scores {
      let sheet = StudentSheet(scored, course: course, now: now)
      let name = names[scored.student.id] ?? scored.student.id
      let own = fingerprints[scored.student.id].flatMap { figures?.figures(of: $0) } ?? []
      try body("feedback/\(name).html", Data(FeedbackPage(sheet, figures: own).html.utf8))
      try body("feedback/\(name).md", Data(FeedbackMarkdown(sheet).text.utf8))
      try body("gradescope/\(name)/results.json", GradescopeResults(sheet).json)
      try body("junit/\(name).xml", Data(JUnitReport(sheet).xml.utf8))
      try body("classroom/\(name).txt", Data((ClassroomResult(sheet).line + "\n").utf8))
    }
    for (name, data) in try classFiles() { try body(name, data) }
  }

  /// What the lecturer reads about the class as a whole.
  private func classFiles() throws(GradingError) -> [(String, Data)] {
    let graded = standings.compactMap(\.graded)
    let report = ClassReport(graded)
    let pairs = SimilarPair.all(in: standings.compactMap(\.submission), books: books)
    var files = [
      ("class/exercises.csv", Data(report.exerciseTable.csv.utf8)),
      ("class/misconceptions.csv", Data(report.misconceptionTable.csv.utf8)),
      ("class/clusters.csv", Data(Cluster.table(of: Cluster.all(in: graded, books: books)).csv.utf8)),
      ("class/similar.csv", Data(SimilarPair.table(of: pairs).csv.utf8)),
    ]
    guard !graded.isEmpty else { return files }
    let figures = ClassFigures(report)
    var pictures = books.map(\.lab).map { ("class/\($0).png", figures.statuses(of: $0)) }
    if !report.misconceptions.isEmpty { pictures.append(("class/misconceptions.png", figures.misconceptions())) }
    for (name, figure) in pictures {
      do { files.append((name, Data(try figure.scene().png(scale: 2)))) } catch {
        throw .internalError("The figure \(name) can't be drawn: \(error)")
      }
    }
    return files
  }
}
