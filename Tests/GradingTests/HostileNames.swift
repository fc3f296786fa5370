import AnswerChecks
import Foundation

@testable import Grading

/// Students whose archives or names mean harm. Each hands in one right answer, which must count, and nothing else may.
struct HostileNames {
  private let optimizers: MadeUpLab
  private(set) var students: [MadeUpStudent] = []

  init(_ optimizers: MadeUpLab) throws {
    self.optimizers = optimizers
    try addArchives()
    try addNames()
  }

  private func student(_ id: String, _ name: String, _ form: MadeUpStudent.Form) throws -> MadeUpStudent {
    var student = MadeUpStudent(id, name, form)
    try student.hand(
      in: optimizers, ["1.3": .code("return weights - learningRate * gradient")], expecting: ["1.3": .passed])
    return student
  }

  private mutating func addArchives() throws {
    let exercise = "Labs/Optimizers/Exercises/Exercise01Quadratic.swift"
    let wrong = ArchiveMaker.Kind.file(Array("import Glibc\n".utf8))
    let zeros = ArchiveMaker.Kind.file([UInt8](repeating: 32, count: 20 << 20))
    let archives: [(MadeUpStudent.Form, [(String, ArchiveMaker.Kind)])] = [
      (.zip, [("../../\(exercise)", wrong), ("a/../../../\(exercise)", wrong)]),
      (.tar, [("/tmp/\(exercise)", wrong), ("/etc/cron.d/descent", wrong)]),
      (.tar, [(exercise, .symbolicLink("/etc/passwd")), ("Labs/Dropout", .symbolicLink("/"))]),
      (
        .tarGzip,
        [(exercise, .hardLink("/etc/passwd")), ("Labs/Optimizers/Exercises/Exercise02ConditionNumber.swift", .fifo)]
      ),
      (.zip, [(exercise, zeros), ("bomb.swift", zeros)]),
      (.zip, [("Labs/Optimizers/Exercises/exercise01quadratic.swift", wrong), ("labs/optimizers/EXERCISES/x", wrong)]),
      (.tar, [("$(touch descent-was-here); .swift", wrong), ("a\nb\u{1b}[2J.swift", wrong), ("<b>|`x`.md", wrong)]),
    ]
    for (index, (form, entries)) in archives.enumerated() {
      var student = try student("h0\(index + 1)", "Hal Archive \(index + 1)", form)
      student.entries = entries
      students.append(student)
    }
  }

  private mutating func addNames() throws {
    students += [
      try student("=1+1", "=HYPERLINK(\"http://evil.example\";\"grade\")", .labFolders),
      try student("-2+3", "<script>alert(1)</script>", .zip),
      try student("n03", "[x](javascript:alert(1)) **bold** | cell", .labFolders),
      try student("n04 & <i>", "]]> &amp; <img src=x onerror=alert(1)>", .tar),
      try student("N05", "Same in capitals", .labFolders),
      try student("n05", "Same in small letters", .zip),
    ]
    var unknown = try student("$(touch descent-was-here)", "", .labFolders)
    unknown.isInRoster = false
    students.append(unknown)
    var escape = try student("a\nb\u{1b}[2Jc", "", .labFolders)
    escape.isInRoster = false
    escape.listedAs = "a\\u{0A}b\\u{1B}[2Jc"
    students.append(escape)
  }
}
