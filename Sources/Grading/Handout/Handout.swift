import AnswerChecks
import Datasets
import Foundation

/// The package that students get: all that a lab takes to be built, checked and drawn, and nothing that answers it.
///
/// It is a copy of the project without the rooms below, with blank stubs, and with the files of `docs/handout` laid over
/// its top. `Package.swift` leaves out what isn't there.
public struct Handout: Sendable {
  /// The labs that are handed out, in the order of their names.
  public let labs: [LabFolder]
  private let files: PackageFiles

  /// Rooms with answers, and those that only lecturers and authors need.
  private static let keptBack: Set<String> = [
    "Techniques", "Benchmarks", "Grading", "SealedStart", "CArchive", "Site", "Errata",
  ]

  /// Folders of commands that go with those rooms.
  private static let lecturersCommands: Set<String> = ["Authoring", "Grading", "Site"]

  /// Pages for students, besides those of the labs.
  private static let pages = ["docs/students.md", "docs/from-numpy.md", "docs/glossary.md"]

  /// What an editor reads, in folders of its own.
  private static let editors = [".vscode", ".devcontainer"]

  /// The file that tells a handout from any other folder: the checksum and place of each of its files.
  public static let mark = ".handout"

  /// Reads the project's files.
  ///
  /// - Parameters:
  ///   - project: the whole project.
  ///   - labs: the commands of the labs to hand out; all of them by default.
  public init(of project: Workspace, labs: [String] = []) throws(GradingError) {
    let asked = try labs.map { lab throws(GradingError) in try project.found(lab) }
    self.labs = asked.isEmpty ? project.labs() : asked.sorted { $0.name < $1.name }
    var package = PackageFiles()
    for place in ["Package.swift", "LICENSE", ".swift-format", ".gitignore", ".ci/setup"] + Self.pages + Self.editors {
      try package.add(place, of: project)
    }
    try package.add("datasets", of: project, where: Self.isOfData)
    try package.add("Sources", of: project, where: Self.isStudentsSource)
    for lab in self.labs { try Self.add(lab, of: project, to: &package) }
    try Self.layOver(project, labs: self.labs, &package)
    package.files[Self.mark] = Self.checksums(package)
    files = package
  }

  /// How many files it has.
  public var count: Int { files.files.count }

  /// Writes it into a folder: a new one, an empty one, or an older handout, whose builds stay.
  ///
  /// - Throws: where something else lies there, which would be lost, or the folder can't be written.
  public func write(to folder: URL) throws(GradingError) {
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    guard present.isEmpty || present.contains(Self.mark) else {
      throw .usage("\(folder.path) holds something else than a handout; name a new folder, or empty this one.")
    }
    try files.synchronize(folder)
  }

  // MARK: What belongs to it

  private static func isOfData(_ place: String) -> Bool {
    // Of data sets the catalogue alone: the data itself is fetched.
    place.split(separator: "/").count == 2
  }

  private static func isStudentsSource(_ place: String) -> Bool {
    let parts = place.split(separator: "/").map(String.init)
    return !keptBack.contains(parts[1])
      && !lecturersCommands.contains { parts.starts(with: ["Sources", "descent", $0]) }
  }

  private static func add(
    _ lab: LabFolder, of project: Workspace, to package: inout PackageFiles
  ) throws(GradingError) {
    let folder = "Labs/\(lab.name)"
    for room in ["README.md", "Questions", "Exercises", "Answers", "Checks/answers.json"] {
      try package.add("\(folder)/\(room)", of: project)
    }
    try package.add("\(folder)/Lab", of: project) { !($0.split(separator: "/").last ?? "").hasPrefix("Reference") }
    // How figures look with right answers, as data: nobody can copy code from it.
    if FileManager.default.fileExists(atPath: lab.folder.appending(path: "Expected").path) {
      try package.add("\(folder)/Expected", of: project)
    }
    try package.add("Tests/\(lab.name)ExerciseTests", of: project)
    do { package.addStubs(of: try lab.answerBook(), lab: lab) } catch { throw .badData(error.description) }
    // The pictures that its page shows.
    let page = String(decoding: package.files["\(folder)/README.md"] ?? Data(), as: UTF8.self)
    for link in page.matches(of: /\]\(\.\.\/\.\.\/(docs\/[^)#]+)(?:#[^)]*)?\)/) {
      try package.add(String(link.1), of: project)
    }
  }

  /// What students read and type instead of what the project has there. Lines that lead to a lab which isn't handed out are
  /// left out.
  private static func layOver(
    _ project: Workspace, labs: [LabFolder], _ package: inout PackageFiles
  ) throws(GradingError) {
    let folder = "docs/handout/"
    var own = PackageFiles()
    try own.add("docs/handout", of: project)
    let absent = project.labs().map(\.name).filter { name in !labs.contains { $0.name == name } }
    for (place, data) in own.files {
      let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        .filter { line in !absent.contains { line.contains("](Labs/\($0)/") } }
      package.files[String(place.dropFirst(folder.count))] = Data(lines.joined(separator: "\n").utf8)
    }
  }

  private static func checksums(_ package: PackageFiles) -> Data {
    let lines = package.files.sorted { $0.key < $1.key }.map { "\(SHA256.digest(Array($1)))  \($0)\n" }
    return Data(lines.joined().utf8)
  }
}
