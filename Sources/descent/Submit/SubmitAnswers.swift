import AnswerChecks
import ArgumentParser
import Datasets
import Foundation

/// Packs the answers to a lab for handing in.
struct SubmitAnswers: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Check your answers a last time, and pack them for handing in.",
    discussion: "What is blank or wrong is said, and packed all the same.")

  @Argument(help: "The lab, as optimizers; by default the one whose answers you edited last.")
  var lab: String?

  @Option(help: "Your id, which then begins the archive's name.")
  var student: String?

  @Option(help: "The folder that the archive is put into; build/submissions of this package by default.")
  var output: String?

  @Option(help: ArgumentHelp("Where the lab is built already.", visibility: .hidden))
  var binaries: String?

  func validate() throws {
    if let problem = student.flatMap(PackedAnswers.problem(withStudent:)) { throw ValidationError(problem) }
  }

  func run() async throws {
    let workspace = try Workspace.current()
    let (lab, reason) = try workspace.labInProgress(named: lab)
    if let reason { print(reason) }
    let book = try lab.answerBook()
    let (files, warnings) = try ExerciseFiles.read(of: lab, book)
    let checked = await verdicts(on: lab, files)
    let packed = PackedAnswers(lab: lab, student: student, files: files, verdicts: checked.verdicts)
    let report = SubmissionReport(
      packed, exercises: book.exercises, warnings: warnings, trouble: checked.trouble, style: .ofOutput())
    for line in report.lines { print(line) }

    let folder = output.map { URL(filePath: $0) } ?? workspace.root.appending(path: "build/submissions")
    let archive = try packed.archive()
    let digest = SHA256.digest(Array(archive))
    let place = folder.appending(path: packed.name)
    try WholeAnswers.write(archive, to: place)
    // As `sha256sum --check` reads it.
    try WholeAnswers.write(
      Data("\(digest)  \(packed.name)\n".utf8), to: folder.appending(path: packed.name + ".sha256"))
    print("")
    print("To hand in: \(place.path)")
    print("SHA-256: \(digest)")
  }

  /// The verdicts on exactly what is handed in, as where it is graded.
  private func verdicts(
    on lab: LabFolder, _ files: [PackedAnswers.File]
  ) async -> (verdicts: [String: Verdict], trouble: String?) {
    let scratch = ScratchFolder.new(in: lab)
    defer { try? FileManager.default.removeItem(at: scratch) }
    do {
      let rooms = try binaries.map { URL(filePath: $0) } ?? lab.build().binaries
      let answers = Set(files.map { $0.exercise.fileName })
      // The file that all answers belong to is the course's own.
      var sources = try lab.exerciseSources().filter { $0.key == "MyAnswers.swift" || answers.contains($0.key) }
      for file in files { sources[file.exercise.fileName] = String(decoding: file.data, as: UTF8.self) }
      let verdicts = try await LiveCheck(lab, binaries: rooms, scratch: scratch).verdicts(on: sources)
      return (Dictionary(verdicts.map { ($0.exercise, $0) }) { first, _ in first }, nil)
    } catch {
      return ([:], "\(error)")
    }
  }
}
