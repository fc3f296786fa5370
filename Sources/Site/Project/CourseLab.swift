import AnswerChecks

/// A lab as the site tells of it.
struct CourseLab: Sendable {
  let name: String
  let command: String
  let exercises: [Exercise]

  /// What is known of an exercise without its cases.
  struct Exercise: Sendable {
    var id: String
    var title: String
    var points: Int
    /// Its file's place in the project.
    var place: String
  }

  /// The place of its handout.
  var place: String { "Labs/\(name)/README.md" }
  var address: String { "labs/\(command)/index.html" }
  var points: Int { exercises.reduce(0) { $0 + $1.points } }

  /// All labs by the numbers of their exercises, which is the order of the course.
  ///
  /// - Throws: `SiteError` where recorded answers can't be read.
  static func all(of project: Workspace) throws(SiteError) -> [CourseLab] {
    var labs: [CourseLab] = []
    for folder in project.labs() {
      let book: AnswerBook
      do { book = try folder.answerBook() } catch { throw .badData(error.description) }
      let exercises = book.exercises.map {
        Exercise(id: $0.id, title: $0.title, points: $0.points, place: "Labs/\(folder.name)/\($0.file)")
      }
      labs.append(CourseLab(name: folder.name, command: folder.command, exercises: exercises))
    }
    return labs.sorted { ($0.number, $0.name) < ($1.number, $1.name) }
  }

  /// The 3 of exercise 3.1.
  private var number: Int { exercises.first.flatMap { Int($0.id.prefix { $0 != "." }) } ?? .max }
}
