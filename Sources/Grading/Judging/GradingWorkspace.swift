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
    let files = try Self.files(of: project, labs: labs, books: books)
    try Self.synchronize(root, with: files)
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

  /// All files by their place in the package.
  private static func files(
    of project: Workspace, labs: [LabFolder], books: [AnswerBook]
  ) throws(GradingError) -> [String: Data] {
    var folders = rooms.map { "Sources/\($0)" }
    for lab in labs {
      folders += ["Questions", "Exercises", "Answers"].map { "Labs/\(lab.name)/\($0)" }
      folders.append("Tests/\(lab.name)ExerciseTests")
    }
    var files: [String: Data] = [:]
    do {
      for folder in folders {
        for name in try FileManager.default.subpathsOfDirectory(atPath: project.root.appending(path: folder).path) {
          let file = project.root.appending(path: "\(folder)/\(name)")
          if !file.hasDirectoryPath, try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
            files["\(folder)/\(name)"] = try Data(contentsOf: file)
          }
        }
      }
      // The package manager keeps what a manifest comes to by the manifest's text alone, and this one asks which labs
      // there are: the last line tells this copy from the project, and from a copy of other labs.
      let last = "// The copy for grading: \(labs.map(\.command).joined(separator: ", ")).\n"
      files["Package.swift"] =
        try Data(contentsOf: project.root.appending(path: "Package.swift")) + Data(last.utf8)
    } catch { throw .unreadable("The project's files can't be read: \(error.localizedDescription)") }
    // The stubs as they were handed out, whatever the project's own room holds by now.
    for (lab, book) in zip(labs, books) {
      for exercise in book.exercises { files["Labs/\(lab.name)/\(exercise.file)"] = Data(exercise.stub.utf8) }
    }
    return files
  }

  /// Makes the folder hold these files and, but for what was built, no others. What is the same isn't touched, so that
  /// it needn't be built again.
  private static func synchronize(_ root: URL, with files: [String: Data]) throws(GradingError) {
    let manager = FileManager.default
    let present = (try? manager.subpathsOfDirectory(atPath: root.path)) ?? []
    for name in present where !name.hasPrefix(".build") && name != "Package.resolved" && files[name] == nil {
      let file = root.appending(path: name)
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      do { try manager.removeItem(at: file) } catch {
        throw .unwritable("\(file.path) is in the way and can't be removed: \(error.localizedDescription)")
      }
    }
    for (name, data) in files.sorted(by: { $0.key < $1.key }) {
      let file = root.appending(path: name)
      if (try? Data(contentsOf: file)) == data { continue }
      do { try WholeFile.write(data, to: file) } catch { throw .unwritable(error.description) }
    }
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
