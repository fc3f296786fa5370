import AnswerChecks
import Foundation
import Testing

@testable import descent

/// `descent new-lab`, on values and on copies of a few of the project's files.
struct NewLabTests {
  private static let project = Workspace(root: Program.root)

  @Test(arguments: ["learning-rates", "LearningRates", "learningRates"])
  func aNameIsReadInEveryWayThatItIsWritten(text: String) throws {
    let name = try LabName(text)
    #expect(name.command == "learning-rates" && name.folder == "LearningRates" && name.value == "learningRates")
    #expect(name.heading == "Learning rates")
  }

  @Test(arguments: ["", "Größe", "two words", "2d", "a--b", "-a", "../a", String(repeating: "a", count: 41)])
  func whatMakesNoNameIsRefused(text: String) {
    #expect(throws: CommandError.self) { try LabName(text) }
  }

  @Test(arguments: ["optimizers", "BatchSize", "descent"])
  func aNameThatIsTakenIsRefused(text: String) throws {
    let result = try Program("descent").run("new-lab", text)
    let command = try LabName(text).command
    #expect(result.status == 64 && result.output.isEmpty)
    #expect(result.errorOutput == "The name \(command) is taken; Package.swift has it already.\n")
  }

  @Test func itsExercisesAreNumberedOn() throws {
    let draft = try LabDraft(named: "cost-curves", in: Self.project)
    let chapters = try Self.project.labs().flatMap { try $0.answerBook().exercises }.compactMap {
      Int($0.id.prefix { $0 != "." })
    }
    #expect(draft.chapter == (chapters.max() ?? 0) + 1)
    #expect(draft.files["Labs/CostCurves/Exercises/MyAnswers.swift"]?.contains("CostCurvesQuestions") == true)
  }

  @Test func nothingOfThePatternsNameIsLeft() throws {
    let draft = try LabDraft(named: "cost-curves", in: Self.project)
    for (place, text) in draft.files where place != "Package.swift" && place != "docs/course-map.md" {
      for word in ["NewLab", "newLab", "new-lab", "New lab", "new lab", "99."] {
        #expect(!place.contains(word) && !text.contains(word), "\(word) in \(place)")
      }
    }
  }

  @Test func itGetsALineInThePackageAndARowInTheCourseMap() throws {
    let draft = try LabDraft(named: "cost-curves", in: Self.project)
    for (place, line) in [
      ("Package.swift", "  lab(\"CostCurves\"),"),
      ("docs/course-map.md", "| [cost-curves](../Labs/CostCurves/README.md) | TOPICS | DECKS | begun |"),
    ] {
      let before = try String(contentsOf: Program.root.appending(path: place), encoding: .utf8)
      let after = try #require(draft.files[place])
      #expect(after.components(separatedBy: "\n").filter { $0 != line }.joined(separator: "\n") == before)
      #expect(after.contains(line))
    }
  }

  @Test func itsPlannedRowIsTaken() throws {
    let draft = try LabDraft(named: "augmentation", in: Self.project)
    let rows = try #require(draft.files["docs/course-map.md"]).split(separator: "\n").filter {
      $0.contains("augmentation")
    }
    #expect(rows.count == 1)
    #expect(rows[0].hasPrefix("| [augmentation](../Labs/Augmentation/README.md) | image changes"))
    #expect(rows[0].hasSuffix("| begun |"))
  }
}

/// What an author gets, built in a copy of the project that has no other lab: about a minute.
@Suite("A new lab")
struct NewLabBuildTests {
  @Test("It builds without a warning, proves itself, draws, and its checks tell right from wrong")
  func isWhole() throws {
    let copy = try ProjectCopy()
    defer { copy.remove() }
    #expect(try Program("descent").run(["new-lab", "cost-curves"], in: copy.root).status == 0)

    let build = try copy.run("swift", "build", "--build-tests")
    #expect(build.status == 0, "\(build.output.suffix(2000))")
    #expect(build.output.split(separator: "\n").filter { $0.contains("warning:") } == [])
    #expect(try copy.run(".build/debug/cost-curves-record").status == 0)
    let looks = ["--record-expected", "Labs/CostCurves/Expected", "--output", "build/looks"]
    #expect(try copy.run([".build/debug/cost-curves"] + looks).status == 0)
    let drawing = try copy.run(".build/debug/cost-curves", "--output", "docs/figures", "--scale", "lecture")
    #expect(drawing.status == 0, "\(drawing.output)")
    let picture = try Data(contentsOf: copy.root.appending(path: "docs/figures/cost-curves/settling.png"))
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) && picture.count > 10_000)

    let tests = try copy.run("swift", "test", "--skip-build")
    #expect(tests.status == 0, "\(tests.output.suffix(2000))")
    for proven in ["mistake 1.1 mean-forgotten", "1.1 Root mean square", "kernels of other processors"] {
      #expect(tests.output.contains(proven), "\(tests.output.suffix(2000))")
    }
    for (answer, status, words) in [
      ("square(values).mean().squareRoot()", 0, "2 of 2 points: 1 passed"),
      ("square(values).sum().squareRoot()", 1, "This is the length of x"),
    ] {
      try copy.answer(answer)
      let check = try copy.run(".build/debug/descent", "check", "cost-curves")
      #expect(check.status == Int32(status) && check.output.contains(words), "\(check.output)")
    }
  }
}

/// The files of the project that a lab needs, and no other lab.
private struct ProjectCopy {
  let root = FileManager.default.temporaryDirectory.appending(path: "descent-new-lab-\(UUID().uuidString)")

  private static let places = [
    "Package.swift", "docs/course-map.md", "docs/new-lab", "Tests/LabProofs", "Sources",
  ]
  /// What only lecturers need, and a class takes long to build.
  private static let without = [
    "Benchmarks", "Grading", "SealedStart", "CArchive", "descent/Authoring", "descent/Grading",
  ]

  init() throws {
    for place in Self.places {
      let copy = root.appending(path: place)
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Program.root.appending(path: place), to: copy)
    }
    for room in Self.without { try FileManager.default.removeItem(at: root.appending(path: "Sources/\(room)")) }
    try FileManager.default.createDirectory(at: root.appending(path: "Labs"), withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: root) }

  /// Runs a program of the system or of the copy, with all that it says as output.
  func run(_ words: String...) throws -> ToolResult { try run(words) }

  func run(_ words: [String]) throws -> ToolResult {
    try BuildTool(environment: ["DESCENT_LAB": "CostCurves"]).run(words, in: root)
  }

  /// Puts an answer in the place of the stub's last line.
  func answer(_ expression: String) throws {
    let file = root.appending(path: "Labs/CostCurves/Exercises/Exercise01RootMeanSquare.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.components(separatedBy: "\n").map { line in
      line.hasPrefix("    ") && !line.contains("///") ? "    \(expression)" : line
    }
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
  }
}
