import Foundation

/// A copy of the package on disk: where the labs are, and how its programs are built.
public struct Workspace: Sendable {
  /// The folder of Package.swift.
  public let root: URL

  /// The workspace at `root`.
  public init(root: URL) { self.root = root }

  /// The workspace that the current folder, or else this program, lies in.
  public static func current() throws(WorkspaceError) -> Workspace {
    let starts = [FileManager.default.currentDirectoryPath, Bundle.main.executablePath ?? "/"]
    for start in starts {
      var folder = URL(filePath: start).standardizedFileURL
      while folder.path != "/" {
        if isRoot(folder) { return Workspace(root: folder) }
        folder.deleteLastPathComponent()
      }
    }
    throw WorkspaceError("There is no Descent package here; change into its folder, where Package.swift is.")
  }

  private static func isRoot(_ folder: URL) -> Bool {
    ["Package.swift", "Labs"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
    }
  }

  /// The labs that have recorded answers, in the order of their names.
  public func labs() -> [LabFolder] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Labs").path)) ?? []
    return names.sorted().map { LabFolder(name: $0, workspace: self) }.filter {
      FileManager.default.fileExists(atPath: $0.answersFile.path)
    }
  }

  /// The lab that goes by this name, as `optimizers` or `Optimizers`.
  public func lab(_ name: String) throws(WorkspaceError) -> LabFolder {
    let labs = labs()
    guard let lab = labs.first(where: { $0.command == name || $0.name == name }) else {
      throw WorkspaceError("There is no lab \"\(name)\"; the labs are \(labs.map(\.command).joined(separator: ", ")).")
    }
    return lab
  }
}

/// One lab's folder in a workspace.
public struct LabFolder: Sendable {
  /// The folder's name, as `BatchSize`.
  public let name: String
  /// The package that it lies in.
  public let workspace: Workspace

  /// The lab in the folder `Labs/<name>` of a workspace, whatever is in it.
  public init(name: String, workspace: Workspace) {
    self.name = name
    self.workspace = workspace
  }

  /// The lab's command, as `batch-size`.
  public var command: String {
    name.reduce(into: "") { $0 += $1.isUppercase && !$0.isEmpty ? "-\($1)" : "\($1)" }.lowercased()
  }

  /// `Labs/<Name>`.
  public var folder: URL { workspace.root.appending(path: "Labs/\(name)") }

  /// The recorded answers.
  public var answersFile: URL { folder.appending(path: "Checks/answers.json") }

  /// Reads the recorded answers.
  public func answerBook() throws(AnswerBookError) -> AnswerBook { try AnswerBook(contentsOf: answersFile) }
}

/// Why there is nothing to work on.
public struct WorkspaceError: Error, Equatable, CustomStringConvertible {
  /// One sentence: what is wrong, and what to do.
  public let description: String

  init(_ description: String) { self.description = description }
}
