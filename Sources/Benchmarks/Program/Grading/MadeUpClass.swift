import Foundation

/// A class that answers everything, made up from the project's own stubs and solutions, so that grading can be measured.
///
/// Each student has changed every file of every lab, and no two files of the class are the same. Most answers are right.
/// Every fourth student has a file that doesn't compile, every tenth an answer that crashes: these cost more.
struct MadeUpClass {
  private let labs: [AnsweredLab]

  /// - Parameter root: the project's folder.
  init(project root: URL) throws {
    let folder = root.appending(path: "Labs")
    labs = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap {
      try AnsweredLab(folder.appending(path: $0))
    }
    if labs.isEmpty {
      throw BenchmarkError.child("There are no labs with solutions here, so there is no class to make up.")
    }
  }

  /// How many files a student hands in.
  var fileCount: Int { labs.reduce(0) { $0 + $1.files.count } }

  /// Writes a folder a student, as `student-017`.
  func write(_ students: Int, to folder: URL) throws {
    for student in 0..<students {
      for (path, text) in files(of: student) {
        let file = folder.appending(path: "\(Self.name(student))/\(path)")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
    }
  }

  /// What one student hands in: text by place.
  func files(of student: Int) -> [(path: String, text: String)] {
    let answers = labs.flatMap { lab in lab.files.map { ("Labs/\(lab.name)/Exercises/\($0.name)", $0) } }
    return answers.enumerated().map { index, answer in
      let text =
        switch Self.mistake(of: student, at: index, of: answers.count) {
        case .none: answer.1.answered
        case .misspelt: answer.1.with("_ = misspelt")
        case .crash: answer.1.with("_ = [1, 2][student]")
        }
      return (answer.0, "// Answered by \(Self.name(student)).\n" + text)
    }
  }

  private enum Mistake { case none, misspelt, crash }

  private static func mistake(of student: Int, at index: Int, of count: Int) -> Mistake {
    let place = 7 * student % count
    if student % 4 == 1, index == place { return .misspelt }
    if student % 10 == 3, index == (place + 1) % count { return .crash }
    return .none
  }

  private static func name(_ student: Int) -> String {
    "student-" + String(repeating: "0", count: max(0, 3 - "\(student)".count)) + "\(student)"
  }
}

/// The exercise files of a lab with the reference answers in them.
struct AnsweredLab {
  /// One exercise file.
  struct File {
    let name: String
    /// The blank stub.
    let stub: String
    /// The file with the reference answer.
    let answered: String

    /// The stub with some code before it gives up.
    func with(_ code: String) -> String {
      stub.replacing("    throw NotAttempted", with: "    let student = 3\n    \(code)\n    throw NotAttempted")
    }
  }

  /// The folder's name.
  let name: String
  let files: [File]

  /// Nothing where the lab has no solutions.
  init?(_ folder: URL) throws {
    name = folder.lastPathComponent
    let solutions = try Self.sources(in: folder.appending(path: "Solutions")).filter(Self.isReference)
    let stubs = try Self.sources(in: folder.appending(path: "Exercises")).filter {
      $0.lastPathComponent.hasPrefix("Exercise")
    }
    guard !solutions.isEmpty, !stubs.isEmpty else { return nil }
    var code = ReferenceCode()
    for solution in solutions { code.read(try String(contentsOf: solution, encoding: .utf8)) }
    files = try stubs.enumerated().map { index, stub in
      let text = try String(contentsOf: stub, encoding: .utf8)
      guard let function = text.firstMatch(of: /public func (\w+)/), let answer = code.answers[String(function.1)]
      else {
        throw BenchmarkError.child("The solutions of \(folder.lastPathComponent) lack \(stub.lastPathComponent).")
      }
      let imports = text.split(separator: "\n").filter { $0.hasPrefix("import ") }
      // What answers share stands in the first file.
      let members = [answer] + (index == 0 ? code.helpers : [])
      let parts =
        [imports.joined(separator: "\n"), "extension MyAnswers {\n\(members.joined(separator: "\n\n"))\n}"]
        + (index == 0 ? code.others : [])
      return File(name: stub.lastPathComponent, stub: text, answered: parts.joined(separator: "\n\n") + "\n")
    }
  }

  /// Whether a file of solutions holds right answers, or what they share.
  private static func isReference(_ file: URL) -> Bool {
    let others = ["Misconceptions/", "Misconceptions.swift", "Mistakes.swift", "WrongAnswers.swift", "Solutions.swift"]
    return !others.contains { file.path.contains($0) }
  }

  private static func sources(in folder: URL) throws -> [URL] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".swift") }.map { folder.appending(path: $0) }
  }
}

/// Reference answers, taken apart. Formatted code makes it simple: what belongs together has no empty line between, or has
/// braces around it.
private struct ReferenceCode {
  /// Functions that are asked for, by name.
  var answers: [String: String] = [:]
  /// Other members of the answers.
  var helpers: [String] = []
  /// Extensions of other types, and functions.
  var others: [String] = []

  mutating func read(_ text: String) {
    let adapted = text.replacing("ReferenceAnswers", with: "MyAnswers").replacing("package func", with: "func")
    for block in Self.blocks(adapted.split(separator: "\n", omittingEmptySubsequences: false)) {
      let head = block.first { !$0.hasPrefix("///") } ?? ""
      if head.hasPrefix("import ") { continue }
      if head.hasPrefix("extension MyAnswers") || head.hasPrefix("public struct MyAnswers") {
        let start = block.firstIndex { $0.hasSuffix("{") } ?? 0
        for member in Self.blocks(block[(start + 1)...].dropLast()) { add(member: member.joined(separator: "\n")) }
      } else {
        others.append(block.joined(separator: "\n"))
      }
    }
  }

  private mutating func add(member: String) {
    if member.contains("public init()") { return }
    if let function = member.firstMatch(of: /public func (\w+)/) {
      answers[String(function.1)] = member
    } else {
      helpers.append(member)
    }
  }

  private static func blocks(_ lines: some Sequence<Substring>) -> [[Substring]] {
    var blocks: [[Substring]] = [[]]
    var depth = 0
    for line in lines {
      if line.isEmpty, depth == 0 {
        blocks.append([])
      } else {
        depth += line.count { $0 == "{" } - line.count { $0 == "}" }
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks.filter { !$0.isEmpty }
  }
}
