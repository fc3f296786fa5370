import AnswerChecks
import Foundation

@testable import Grading

/// A made-up class on disk: a folder of submissions, a roster and a course.
struct ClassFolder {
  private let folder: WorkFolder
  private let students: [MadeUpStudent]
  private let labNames: [String: Set<String>]

  /// The submissions.
  var submissions: URL { folder.url.appending(path: "submissions") }
  /// The roster.
  var roster: URL { folder.url.appending(path: "roster.csv") }
  /// The course's settings.
  var course: URL { folder.url.appending(path: "course.toml") }

  /// Writes everything. Folders that are read in the order in which they were made are read in the order of `students`.
  init(_ students: [MadeUpStudent], missing: [String], course text: String, in folder: WorkFolder) throws {
    self.folder = folder
    self.students = students
    labNames = students.flatMap(\.files).reduce(into: [:]) { $0[$1.name, default: []].insert($1.lab) }
    try FileManager.default.createDirectory(at: submissions, withIntermediateDirectories: true)
    for student in students { try write(student) }
    try writeMetadata()
    try folder.write(text, to: "course.toml")
    try folder.write(rosterText(missing: missing), to: "roster.csv")
  }

  private func rosterText(missing: [String]) -> String {
    let rows = students.filter(\.isInRoster).map { student in
      let days = student.extensionDays == 0 ? "" : "\(student.extensionDays)"
      return [student.id, student.name, "A", days, student.submitted].map(Self.quoted).joined(separator: ",")
    }
    let others = missing.map { "\($0),Mo Missing,A,," }
    return (["id,name,section,extension_days,submitted"] + rows + others).joined(separator: "\n") + "\n"
  }

  private static func quoted(_ cell: String) -> String { "\"\(cell.replacing("\"", with: "\"\""))\"" }

  // MARK: One student

  private func write(_ student: MadeUpStudent) throws {
    let number = Self.number(of: student)
    switch student.form {
    case .handoutFolder: try writeFolder(student, "\(student.id)/descent") { handout($0) }
    case .labFolders: try writeFolder(student, student.id) { "\($0.lab)/\($0.name)" }
    case .looseFiles: try writeFolder(student, student.id) { loose($0) }
    case .git:
      try writeFolder(student, "\(student.id)/repository") { handout($0) }
      try commit(at: submissions.appending(path: "\(student.id)/repository"))
    case .zip: try writeArchive(student, "\(student.id).zip", .zip)
    case .tar: try writeArchive(student, "\(student.id).tar", .tar)
    case .tarGzip: try writeArchive(student, "\(student.id).tar.gz", .tarGzip)
    case .archiveInFolder: try writeArchive(student, "\(student.id)/work.zip", .zip)
    case .folderInArchive: try writeArchive(student, "\(student.id).zip", .zip, below: "my work/")
    case .moodleFolder:
      try writeFolder(student, "\(student.name)_\(number)_assignsubmission_file") { handout($0) }
    case .moodleFlat:
      try writeArchive(student, "\(student.name)_\(number)_assignsubmission_file_my_work.zip", .zip)
    case .canvas:
      let words = student.name.lowercased().split(separator: " ")
      let name = (words.dropFirst() + words.prefix(1)).joined()
      try writeArchive(student, "\(name)_\(number)_\(number + 1000)_work.zip", .zip)
    case .gradescope: try writeFolder(student, "submission_\(number)") { handout($0) }
    }
  }

  /// A number that no other student has, made of the id.
  private static func number(of student: MadeUpStudent) -> Int {
    student.id.utf8.reduce(7) { ($0 &* 131 &+ Int($1)) % 900_000 } + 100_000
  }

  private func handout(_ file: ExerciseFile) -> String { "Labs/\(file.lab)/Exercises/\(file.name)" }

  private func loose(_ file: ExerciseFile) -> String {
    (labNames[file.name]?.count ?? 0) > 1 ? "\(file.lab)/\(file.name)" : file.name
  }

  private func writeFolder(_ student: MadeUpStudent, _ root: String, _ place: (ExerciseFile) -> String) throws {
    try FileManager.default.createDirectory(
      at: submissions.appending(path: root), withIntermediateDirectories: true)
    for file in student.files { try folder.write(file.text, to: "submissions/\(root)/\(place(file))") }
    for (name, text) in student.strays { try folder.write(text, to: "submissions/\(root)/\(name)") }
  }

  private func writeArchive(
    _ student: MadeUpStudent, _ name: String, _ format: ArchiveMaker.Format, below top: String = ""
  ) throws {
    var maker = ArchiveMaker(format)
    for file in student.files { maker.add(top + handout(file), file.text) }
    for (name, text) in student.strays.sorted(by: { $0.key < $1.key }) { maker.add(top + name, text) }
    for (path, kind) in student.entries { maker.add(path, kind) }
    try folder.write(Data(maker.bytes()), to: "submissions/\(name)")
  }

  // MARK: What systems add

  /// When work is committed, or comes to Gradescope: a day and the grace after it is due, where the roster says nothing.
  static let systemsTime = Date(timeIntervalSince1970: 1_790_943_300)

  private func commit(at place: URL) throws {
    let script = "git init -q . && git add -A && git commit -q -m work"
    let who = [
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b",
    ]
    let time = "\(Int(Self.systemsTime.timeIntervalSince1970)) +0000"
    let made = try BuildTool(
      environment: who.merging([
        "GIT_COMMITTER_DATE": time, "GIT_AUTHOR_DATE": time, "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nowhere",
      ]) { $1 }
    ).run(["sh", "-c", script], in: place)
    guard made.status == 0 else { throw GradingError.internalError("git: \(made.output)") }
  }

  private func writeMetadata() throws {
    let records = students.filter { $0.form == .gradescope }.map { student in
      """
      submission_\(Self.number(of: student)):
        :submitters:
        - :name: \(student.name)
          :sid: \(student.id)
        :created_at: 2026-10-02 12:15:00.000000000 Z
      """
    }
    if records.isEmpty { return }
    try folder.write((["---"] + records).joined(separator: "\n") + "\n", to: "submissions/submission_metadata.yml")
  }
}
