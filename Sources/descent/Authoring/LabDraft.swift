#if canImport(Grading)
  import AnswerChecks
  import Foundation
  import LabKit

  /// The files of a new lab: those of `docs/new-lab` with its own name and number, its line in `Package.swift` and its row in
  /// the course map.
  struct LabDraft {
    let name: LabName
    /// What its exercises' numbers begin with: one more than the last lab's.
    let chapter: Int
    /// Text by place in the project.
    let files: [String: String]
    private let project: Workspace

    private static let pattern = "docs/new-lab/"
    private static let package = "Package.swift"
    private static let courseMap = "docs/course-map.md"

    /// Reads the pattern, and writes nothing yet.
    ///
    /// - Throws: where the name is none or is taken, or a file of the project isn't what it was.
    init(named text: String, in project: Workspace) throws(CommandError) {
      let name = try LabName(text)
      let package = try Self.text(at: Self.package, of: project)
      guard !package.contains("\"\(name.command)\""), !package.contains("\"\(name.folder)\"") else {
        throw .usage("The name \(name.command) is taken; Package.swift has it already.")
      }
      let chapter = try Self.nextChapter(of: project)
      var files = try Self.pattern(for: name, chapter: chapter, of: project)
      for place in files.keys.sorted() where Self.exists(place, of: project) {
        throw .usage("\(place) is there already; nothing was written.")
      }
      files[Self.package] = try Self.added(name, toPackage: package)
      files[Self.courseMap] = try Self.added(name, toCourseMap: Self.text(at: Self.courseMap, of: project))
      (self.name, self.chapter, self.files, self.project) = (name, chapter, files, project)
    }

    /// Writes all files, the new ones first: whatever stops it, no file that was there is lost.
    func write() throws(LabError) {
      let known = [Self.package, Self.courseMap]
      for place in files.keys.sorted(by: { (known.contains($0) ? 1 : 0, $0) < (known.contains($1) ? 1 : 0, $1) }) {
        try WholeFile.write(Data((files[place] ?? "").utf8), to: project.root.appending(path: place))
      }
    }

    // MARK: What it is made from

    private static func nextChapter(of project: Workspace) throws(CommandError) -> Int {
      var chapters: [Int] = []
      for lab in project.labs() {
        do {
          chapters += try lab.answerBook().exercises.compactMap { Int($0.id.prefix { $0 != "." }) }
        } catch { throw .badData(error.description) }
      }
      return (chapters.max() ?? 0) + 1
    }

    private static func pattern(
      for name: LabName, chapter: Int, of project: Workspace
    ) throws(CommandError) -> [String: String] {
      let folder = project.root.appending(path: pattern)
      let places = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
      guard !places.isEmpty else { throw .badData("\(folder.path) is missing; a new lab is made from it.") }
      var files: [String: String] = [:]
      for place in places where place.hasSuffix(".swift") || place.hasSuffix(".md") {
        files[name.put(into: place, chapter: chapter)] = name.put(
          into: try text(at: pattern + place, of: project), chapter: chapter)
      }
      return files
    }

    /// After the last lab's line.
    private static func added(_ name: LabName, toPackage text: String) throws(CommandError) -> String {
      var lines = text.components(separatedBy: "\n")
      guard let last = lines.lastIndex(where: { $0.hasPrefix("  lab(\"") }) else {
        throw .badData("Package.swift has no line that begins with lab(\", so it isn't clear where this lab's belongs.")
      }
      lines.insert("  lab(\"\(name.folder)\"),", at: last + 1)
      return lines.joined(separator: "\n")
    }

    /// In the place of its planned row, or before the first planned one.
    private static func added(_ name: LabName, toCourseMap text: String) throws(CommandError) -> String {
      let link = "[\(name.command)](../Labs/\(name.folder)/README.md)"
      var lines = text.components(separatedBy: "\n")
      if let own = lines.firstIndex(where: { $0.hasPrefix("| \(name.command) |") }) {
        lines[own] = lines[own].replacing("| \(name.command) |", with: "| \(link) |").replacing(
          "| planned |", with: "| begun |")
      } else if let state = lines.lastIndex(where: { $0.hasSuffix("| **there** |") || $0.hasSuffix("| begun |") }) {
        lines.insert("| \(link) | TOPICS | DECKS | begun |", at: state + 1)
      } else {
        throw .badData("\(courseMap) has no table of labs, so it isn't clear where this lab's row belongs.")
      }
      return lines.joined(separator: "\n")
    }

    private static func exists(_ place: String, of project: Workspace) -> Bool {
      FileManager.default.fileExists(atPath: project.root.appending(path: place).path)
    }

    private static func text(at place: String, of project: Workspace) throws(CommandError) -> String {
      let file = project.root.appending(path: place)
      do { return try String(contentsOf: file, encoding: .utf8) } catch {
        throw CommandError("\(file.path) can't be read: \(error.localizedDescription)", exitStatus: EX_IOERR)
      }
    }
  }

  extension LabName {
    /// A text of the pattern with this name for its own, and this chapter for its 99.
    func put(into text: String, chapter: Int) -> String {
      text.replacing("NewLab", with: folder).replacing("newLab", with: value).replacing("new-lab", with: command)
        .replacing("New lab", with: heading).replacing("new lab", with: words.joined(separator: " "))
        .replacing("99.", with: "\(chapter).")
    }
  }
#endif
