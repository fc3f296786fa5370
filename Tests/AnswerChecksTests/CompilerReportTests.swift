import Foundation
import Testing

@testable import AnswerChecks

/// What students are told when the compiler refuses their file.
@Suite struct CompilerReportTests {
  /// A faulty answer, what the compiler said, and what is to be told.
  struct Faulty: Sendable, CustomTestStringConvertible {
    let name: String
    let body: String
    let output: String
    let told: String

    var testDescription: String { name }

    var text: String {
      """
      import NumericCore
      import OptimizersQuestions

      extension MyAnswers {
        func step(_ weights: Vector<Double>, gradient: Vector<Double>, rate: Double) throws -> Vector<Double> {
      \(body)
        }
      }

      """
    }

    /// The answers in FaultyAnswers.txt.
    static let recorded: [Faulty] = {
      let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "FaultyAnswers.txt")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return text.components(separatedBy: "\n=== ").dropFirst().compactMap { section in
        let parts = section.components(separatedBy: "\n--- ")
        guard parts.count == 3, let end = parts[0].firstIndex(of: "\n") else { return nil }
        func content(_ part: String) -> String { String(part.drop { $0 != "\n" }.dropFirst()) }
        return Faulty(
          name: String(parts[0][..<end]), body: content(parts[0]), output: content(parts[1]),
          told: content(parts[2]).trimmingCharacters(in: .newlines))
      }
    }()
  }

  private func report(_ faulty: Faulty) -> CompilerReport {
    CompilerReport(CompilerMessage.errors(in: faulty.output), file: "Step.swift", text: faulty.text)
  }

  @Test func allAreRecorded() { #expect(Faulty.recorded.count == 28) }

  @Test(arguments: Faulty.recorded)
  func theFirstErrorsAreToldPlainly(_ faulty: Faulty) throws {
    let told = try #require(report(faulty).text)
    #expect(told == faulty.told)
    #expect(!told.contains("/student"), "paths are no help")
    for line in told.split(separator: "\n") where line.hasPrefix("    ") { #expect(line.count <= 78) }
  }

  @Test func otherFilesErrorsAreNotTold() {
    let output = "/student/Other.swift:1:1: error: cannot find 'x' in scope\nx\n^\n"
    #expect(CompilerReport(CompilerMessage.errors(in: output), file: "Step.swift", text: "x\n").text == nil)
  }

  @Test func theCaretStandsUnderTheCharacterWhateverItsBytes() throws {
    let source = "\tlet größe = η * gradeint"
    let column = source.utf8.count - "gradeint".utf8.count + 1
    let output = "/s/Step.swift:1:\(column): error: cannot find 'gradeint' in scope\n\(source)\n ^~\n"
    let lines = try #require(CompilerReport(CompilerMessage.errors(in: output), file: "Step.swift", text: source).text)
      .split(separator: "\n")
    #expect(lines[1] == "    let größe = η * gradeint")
    #expect(lines[2].count == lines[1].count - "gradeint".count + 1)
  }

  @Test func aLongLineIsCutAroundTheCaret() throws {
    let source = String(repeating: "a + ", count: 50) + "wrong" + String(repeating: " + b", count: 50)
    let output = "/s/Step.swift:1:201: error: cannot find 'wrong' in scope\n\(source)\n"
    let lines = try #require(CompilerReport(CompilerMessage.errors(in: output), file: "Step.swift", text: source).text)
      .split(separator: "\n")
    #expect(lines[1].hasPrefix("    ...") && lines[1].hasSuffix("...") && lines[1].count <= 78)
    #expect(lines[1].dropFirst(lines[2].count - 1).hasPrefix("wrong"))
  }

  @Test func aPlaceBehindTheFileIsNoMatter() {
    let output = "/s/Step.swift:9:1: error: expected '}' at end of extension\n\n^\n"
    let report = CompilerReport(CompilerMessage.errors(in: output), file: "Step.swift", text: "extension A {\n")
    #expect(report.text?.hasPrefix("Step.swift, line 9: expected '}' at end of extension\n") == true)
  }

  // MARK: One real compile

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let binaries = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()
  private static let isBuilt = FileManager.default.fileExists(
    atPath: binaries.appending(path: "OptimizersAnswers.build/main.swift.o").path)

  @Test(.enabled(if: isBuilt, "needs a build of all labs"))
  func theCompilerOfTodaySpeaksSo() throws {
    let lab = LabFolder(name: "Optimizers", workspace: Workspace(root: Self.root))
    let scratch = FileManager.default.temporaryDirectory.appending(path: "descent-faulty-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let stubs = try lab.answerBook().exercises
    let bodies = [
      "1.3": "let rate = learningRate\n    rate = rate / 2\n    return weights - rate * gradient",
      "1.5": "let d = np.dot(weights, gradient)\n    return d * weights",
    ]
    var sources: [String: String] = [:]
    for stub in stubs {
      let blank = "throw NotAttempted(\"\(stub.id)\")"
      sources[stub.fileName] = bodies[stub.id].map { stub.stub.replacing(blank, with: $0) } ?? stub.stub
      // Other labels than the protocol asks for: the compiler blames the file that conforms, which isn't to blame.
      if stub.id == "1.11" {
        sources[stub.fileName] = stub.stub.replacing("learningRate: Double", with: "rate: Double")
      }
    }
    sources["MyAnswers.swift"] = try lab.exerciseSources()["MyAnswers.swift"]
    let refused = try ExerciseCompiler(lab: lab, binaries: Self.binaries, scratch: scratch)
      .program(from: sources, stubs: stubs).refused
    #expect(refused.keys.sorted() == ["1.11", "1.3", "1.5"])
    #expect(
      refused["1.3"]?.contains("    rate = rate / 2\n    ^\nThe compiler suggests `var` instead of `let`") == true)
    #expect(refused["1.3"]?.hasSuffix("Write var where it is to change: var rate = ...") == true)
    #expect(refused["1.5"]?.contains("cannot find 'np' in scope") == true)
    #expect(refused["1.5"]?.contains("There is no np") == true)
    #expect(refused["1.11"]?.contains("must hold the function adamStep with the parameters") == true)
  }
}
