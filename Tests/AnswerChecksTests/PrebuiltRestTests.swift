import Foundation
import Testing

@testable import AnswerChecks

#if os(Linux)
  /// What was compiled beforehand makes a whole program with a student's files.
  @Suite final class PrebuiltRestTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    private static let binaries = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    private static let isBuilt = FileManager.default.fileExists(
      atPath: binaries.appending(path: "OptimizersAnswers.build/main.swift.o").path)

    private let lab = LabFolder(name: "Optimizers", workspace: Workspace(root: root))
    private let scratch: URL

    init() throws {
      scratch = FileManager.default.temporaryDirectory.appending(path: "descent-rest-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: scratch) }

    @Test(.enabled(if: isBuilt, "needs a build of all labs"))
    func aProgramLinkedWithItAnswers() throws {
      let rest = try #require(try PrebuiltRest(of: lab, binaries: Self.binaries, scratch: scratch))
      let compiler = ExerciseCompiler(
        lab: lab, binaries: Self.binaries, scratch: scratch.appending(path: "program"), rest: rest)
      let book = try lab.answerBook()
      var sources: [String: String] = try lab.exerciseSources()
      for exercise in book.exercises {
        sources[exercise.fileName] = exercise.stub.replacing(
          "throw NotAttempted(\"1.3\")", with: "return weights - learningRate * gradient")
      }
      let check = LabCheck(book, program: try compiler.program(from: sources, stubs: book.exercises))
      let statuses = book.exercises.map { check.verdict(on: $0).status }
      #expect(statuses == book.exercises.map { $0.id == "1.3" ? .passed : .notAttempted })
    }

    /// A toolchain that says the same to everything, but for what it is asked first.
    private struct Toolchain: ToolRunner {
      var status: Int32
      var output: String
      var target: String?

      func run(_ arguments: [String], in folder: URL) throws -> ToolResult {
        if let target, arguments.contains("-print-target-info") { return ToolResult(status: 0, output: target) }
        return ToolResult(status: status, output: output)
      }
    }

    @Test(
      "A toolchain that doesn't say what it links is no one's fault but its own",
      .enabled(if: isBuilt, "needs a build of all labs"),
      arguments: [
        (Int32(0), "", nil), (0, "{}", nil), (1, "error: no such option", nil),
        (
          1, "error: no such tool",
          #"{"target": {"arch": "x86_64"}, "paths": {"runtimeLibraryPaths": ["/usr/lib/swift/linux"]}}"#
        ),
      ] as [(Int32, String, String?)])
    func silent(status: Int32, output: String, target: String?) throws {
      let failure = #expect(throws: BuildError.self) {
        try PrebuiltRest(
          of: lab, binaries: Self.binaries, scratch: scratch,
          tools: Toolchain(status: status, output: output, target: target))
      }
      #expect(failure?.description.contains("no exercise is to blame") == true)
      if output.hasPrefix("error:") { #expect(failure?.description.hasSuffix(output) == true) }
    }

    @Test func objectsThatAreMissingAreAnError() {
      let nowhere = URL(filePath: "/nowhere")
      #expect(throws: (any Error).self) { try PrebuiltRest(of: lab, binaries: nowhere, scratch: scratch) }
    }
  }
#endif
