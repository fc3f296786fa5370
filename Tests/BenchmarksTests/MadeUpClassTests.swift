import Foundation
import Testing

@testable import Benchmarks

/// The class whose grading is measured: it must be the work that a class is.
struct MadeUpClassTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func stubs() throws -> [String: String] {
    let labs = root.appending(path: "Labs")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: labs.path)
      .filter { $0.contains("/Exercises/Exercise") }
    return try paths.reduce(into: [:]) { stubs, path in
      stubs["Labs/\(path)"] = try String(contentsOf: labs.appending(path: path), encoding: .utf8)
    }
  }

  @Test func everyFileOfEveryLabIsAnswered() throws {
    let files = try MadeUpClass(project: Self.root).files(of: 0)
    let stubs = try Self.stubs()
    #expect(Set(files.map(\.path)) == Set(stubs.keys))
    #expect(stubs.count > 70)
    for file in files {
      #expect(file.text.contains("extension MyAnswers"))
      #expect(!file.text.contains("NotAttempted"), "\(file.path) is blank")
      #expect(!file.text.contains("ReferenceAnswers") && !file.text.contains("package "))
      let function = try #require(stubs[file.path]?.firstMatch(of: /public func (\w+)/)?.1)
      #expect(file.text.contains("public func \(function)("), "\(file.path) answers something else")
    }
  }

  @Test func noTwoFilesOfAClassAreTheSame() throws {
    let madeUp = try MadeUpClass(project: Self.root)
    let texts = (0..<5).flatMap { madeUp.files(of: $0).map(\.text) }
    #expect(Set(texts).count == texts.count)
    #expect(texts.count == 5 * madeUp.fileCount)
  }

  @Test func someStudentsMakeMistakesThatCostTime() throws {
    let madeUp = try MadeUpClass(project: Self.root)
    func count(_ student: Int, _ words: String) -> Int { madeUp.files(of: student).count { $0.text.contains(words) } }
    #expect((0..<20).map { count($0, "misspelt") } == (0..<20).map { $0 % 4 == 1 ? 1 : 0 })
    #expect((0..<20).map { count($0, "[1, 2][student]") } == (0..<20).map { $0 % 10 == 3 ? 1 : 0 })
  }
}
