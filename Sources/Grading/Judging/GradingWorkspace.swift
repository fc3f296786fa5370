import AnswerChecks
import Foundation
import LabKit

/// The pristine package that submissions are judged in: the parts of the handout that judging takes, with blank stubs.
///
/// There is no reference answer, no misconception and no expected output anywhere in it: student code is compiled against
/// it and runs beside it. It is a cache; what differs from the project is written anew each time it is prepared.
struct GradingWorkspace: Sendable {
  /// The package.
  let package: Workspace
  /// The labs that can be judged.
  let labs: [LabFolder]
  /// Where the package manager puts programs, modules and objects.
  let binaries: URL

  /// Makes the package's files the project's own, and builds them.
  ///
  /// - Parameters:
  ///   - project: the whole project.
  ///   - root: the workspace's folder.
  ///   - books: the labs, with the stubs that the handout has.
  ///   - note: told what is going on.
  init(
    of project: Workspace, at root: URL, books: [AnswerBook], note: (String) -> Void
  ) throws(GradingError) {
    let labs = try books.map { book throws(GradingError) in try project.found(book.lab) }
    let package = Workspace(root: root)
    try Self.files(of: project, labs: labs, books: books).synchronize(root)
    self.package = package
    self.labs = labs.map { LabFolder(name: $0.name, workspace: package) }
    note("building what submissions are compiled against")
    binaries = try Self.build(root, programs: labs.map { "\($0.command)-answers" } + ["descent-sealed"])
  }

  /// The lab that goes by this command.
  func lab(_ command: String) -> LabFolder? { labs.first { $0.command == command } }

  /// The program of a lab's blank stubs.
  func blankProgram(of lab: LabFolder) -> URL { binaries.appending(path: "\(lab.command)-answers") }

  // MARK: Files

  private static let rooms = ["COpenBLAS", "CLauncher", "NumericCore", "AnswerWire", "AnswerChecks", "SealedStart"]

  private static func files(
    of project: Workspace, labs: [LabFolder], books: [AnswerBook]
  ) throws(GradingError) -> PackageFiles {
    var package = PackageFiles()
    for room in rooms { try package.add("Sources/\(room)", of: project) }
    for (lab, book) in zip(labs, books) {
      for room in ["Questions", "Exercises", "Answers"] { try package.add("Labs/\(lab.name)/\(room)", of: project) }
      try package.add("Tests/\(lab.name)ExerciseTests", of: project)
      package.addStubs(of: book, lab: lab)
    }
    try package.add("Package.swift", of: project)
    // The package manager keeps what a manifest comes to by the manifest's text alone, and this one asks which labs
    // there are: the last line tells this copy from the project, and from a copy of other labs.
    package.files["Package.swift"]?.append(
      Data("// The copy for grading: \(labs.map(\.command).joined(separator: ", ")).\n".utf8))
    return package
  }

  // MARK: Building

  /// Builds the exercise tests and the blank programs; returns where they are.
  private static func build(_ root: URL, programs: [String]) throws(GradingError) -> URL {
    let package = SwiftPackage(root: root)
    try package.build(["--build-tests"], otherwise: "The pristine workspace at \(root.path) can't be built:")
    let binaries = try package.binaries()
    for program in programs
    where !FileManager.default.isExecutableFile(atPath: binaries.appending(path: program).path) {
      throw .internalError("The pristine workspace has no program \(program) after it was built.")
    }
    return binaries
  }
}

extension Workspace {
  /// The lab that goes by this name, or the sentence that says which there are.
  func found(_ lab: String) throws(GradingError) -> LabFolder {
    do { return try self.lab(lab) } catch { throw .usage(error.description) }
  }
}
