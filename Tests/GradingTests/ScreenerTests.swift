import AnswerChecks
import Foundation
import Testing

@testable import Grading

/// What the screen lets pass and what it refuses.
@Suite struct ScreenerTests {
  static let root = WorkspaceTests.root
  static let binaries = DescentRun.program.deletingLastPathComponent()

  /// Whether this build has the module that the attempts import, as every build of all labs has.
  static func isBuilt(_ lab: String) -> Bool {
    FileManager.default.fileExists(atPath: binaries.appending(path: "Modules/\(lab)Questions.swiftmodule").path)
  }

  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "screen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private func screen(_ files: [ExerciseFile], tools: (any ToolRunner)? = nil) throws -> [Refusal] {
    let scratch = try Self.folder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let sealed = SealedTools(sandbox: try Sandbox.strongest(), readable: [])
    return try Screener(tools: tools ?? sealed, scratch: scratch).refusals(in: files)
  }

  private func file(_ code: String, name: String = "Exercise01Quadratic.swift") -> ExerciseFile {
    ExerciseFile(lab: "Optimizers", name: name, text: "import NumericCore\nimport OptimizersQuestions\n" + code + "\n")
  }

  /// Compiles files sealed, as submissions are.
  private static func compile(_ texts: [String], lab: String) throws -> ToolResult {
    let scratch = try folder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let names = try texts.indices.map { index in
      let file = scratch.appending(path: "\(index).swift")
      try Data(texts[index].utf8).write(to: file)
      return file.path
    }
    let openBLAS = root.appending(path: "Sources/COpenBLAS")
    let modules = binaries.appending(path: "Modules")
    let tools = SealedTools(sandbox: try Sandbox.strongest(), readable: [modules, openBLAS])
    return try tools.run(
      ["swiftc", "-typecheck", "-swift-version", "6", "-parse-as-library", "-module-name", "\(lab)Exercises"]
        + Screener.compilerFlags + ["-I", modules.path]
        + ["-Xcc", "-fmodule-map-file=\(openBLAS.appending(path: "module.modulemap").path)"] + names,
      in: scratch)
  }

  private static let answers = "public struct MyAnswers { public init() {} }\n"

  /// All attempts at once: one call of the parser, as in grading.
  @Test func eachAttemptGetsItsVerdict() throws {
    let attempts = ScreeningAttempt.all
    let files = attempts.indices.map { file(attempts[$0].code, name: "\($0).swift") }
    let refusals = Dictionary(grouping: try screen(files), by: \.file)
    for (index, attempt) in attempts.enumerated() {
      let found = refusals["\(index).swift"] ?? []
      if case .refused(let line, let words) = attempt.verdict {
        #expect(
          found.contains { $0.line == line && $0.sentence.contains(words) }, "\(attempt.name): \(found)")
      } else {
        #expect(found.isEmpty, "\(attempt.name): \(found)")
      }
    }
    #expect(Set(attempts.map(\.name)).count > 100)
  }

  @Test(
    "What passes the screen is left to the compiler", .enabled(if: isBuilt("Optimizers"), "needs a build of all labs"),
    arguments: ScreeningAttempt.all.filter {
      if case .refused = $0.verdict { false } else { true }
    })
  func compiled(_ attempt: ScreeningAttempt) throws {
    let result = try Self.compile([file(attempt.code).text, Self.answers], lab: "Optimizers")
    if case .doesNotCompile(let words) = attempt.verdict {
      #expect(result.status != 0)
      #expect(result.output.contains(words), "\(result.output)")
    } else {
      #expect(result.status == 0, "\(result.output)")
    }
  }

  /// A parser that a file with "bomb" in it ends.
  private struct FragileParser: ToolRunner {
    func run(_ arguments: [String], in folder: URL) throws -> ToolResult {
      let files = arguments.filter { $0.hasSuffix(".swift") }
      let texts = try files.map { String(decoding: try Data(contentsOf: URL(filePath: $0)), as: UTF8.self) }
      if texts.contains(where: { $0.contains("bomb") }) {
        return ToolResult(status: 139, output: "", ending: "The compiler was ended by signal 11.")
      }
      return try BuildTool().run(arguments, in: folder)
    }
  }

  @Test func aFileThatEndsTheParserCostsItselfAlone() throws {
    let files = [
      file("let a = 1", name: "A.swift"), file("let bomb = 1", name: "B.swift"), file("let c = 1", name: "C.swift"),
    ]
    let refusals = try screen(files, tools: FragileParser())
    #expect(refusals.map(\.file) == ["B.swift"])
    #expect(refusals.first?.sentence == "The compiler was ended by signal 11. Write it more simply.")
  }

  @Test func aParserThatCannotBeStartedIsNoRefusal() throws {
    let tools = SealedTools(sandbox: Sandbox(.bubblewrap), readable: [URL(filePath: "/no/such/folder")])
    #expect(throws: LaunchError.self) { try screen([file("let a = 1")], tools: tools) }
  }

  /// The files of a lab's folder and its folders.
  private static func sources(in folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter { $0.hasSuffix(".swift") }
      .map { folder.appending(path: $0) }
  }

  private static var labs: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Labs").path)) ?? []).sorted()
  }

  /// A reference answer or a mistake as a student would hand it in.
  private static func adapted(_ text: String) -> String {
    text.replacing("import AnswerChecks\n", with: "").replacing("ReferenceAnswers", with: "MyAnswers")
      .replacing("package ", with: "public ")
  }

  @Test func allStubsPass() throws {
    let files = try Self.labs.flatMap { lab in
      try Self.sources(in: Self.root.appending(path: "Labs/\(lab)/Exercises")).map {
        ExerciseFile(
          lab: lab, name: $0.lastPathComponent, text: String(decoding: try Data(contentsOf: $0), as: UTF8.self))
      }
    }
    #expect(files.count > 70)
    let refusals = try screen(files)
    #expect(refusals.isEmpty, "\(refusals)")
  }

  @Test func allSolutionsAndMistakesPass() throws {
    let files = try Self.labs.flatMap { lab in
      try Self.sources(in: Self.root.appending(path: "Labs/\(lab)/Solutions")).map {
        let text = String(decoding: try Data(contentsOf: $0), as: UTF8.self)
        return ExerciseFile(lab: lab, name: $0.lastPathComponent, text: Self.adapted(text))
      }
    }
    #expect(files.count > 50)
    let refusals = try screen(files)
    #expect(refusals.isEmpty, "\(refusals)")
  }

  @Test(
    "All reference answers of the labs that are built compile with the screen's flags", arguments: labs.filter(isBuilt))
  func referencesCompile(_ lab: String) throws {
    let folder = Self.root.appending(path: "Labs/\(lab)/Solutions")
    // What lies beside the mistakes: the reference, and what both use.
    let files = try Self.sources(in: folder).filter { file in
      !["Misconceptions/", "Mistakes.", "WrongAnswers.", "\(lab)Solutions."].contains { file.path.contains($0) }
    }
    #expect(!files.isEmpty)
    let texts = try files.map { Self.adapted(String(decoding: try Data(contentsOf: $0), as: UTF8.self)) }
    let result = try Self.compile(texts, lab: lab)
    #expect(result.status == 0, "\(result.output)")
  }
}
