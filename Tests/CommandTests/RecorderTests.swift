import AnswerChecks
import Foundation
import Testing

/// A lab's recorder, as `make record` and a grader start it.
struct RecorderTests {
  private let recorder = Program("batch-size-record")
  private let folder = FileManager.default.temporaryDirectory.appending(path: "descent-record-\(UUID().uuidString)")

  /// Records into a file of this name; gives what is said.
  private func record(_ name: String, _ options: String...) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let result = try recorder.run(["--output", folder.appending(path: name).path] + options)
    try #require(result.status == 0, "\(result.errorOutput)")
    return result.output
  }

  private func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  @Test func theSameSeedGivesTheSameAnswersAndAnotherGivesOthers() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, seed) in [("a.json", "5"), ("b.json", "5"), ("c.json", "6")] { _ = try record(name, "--seed", seed) }
    #expect(try bytes("a.json") == bytes("b.json"))
    // Not the seed alone: the answers too.
    let texts = try ["a.json", "c.json"].map {
      String(decoding: try bytes($0), as: UTF8.self).replacing(/"seed" ?: ?\d+/, with: "")
    }
    #expect(texts[0] != texts[1])
  }

  @Test func withoutASeedItRecordsWhatEveryCopyChecksWith() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let said = try record("public.json")
    let book = try AnswerBook(contentsOf: folder.appending(path: "public.json"))
    let known = try AnswerBook(contentsOf: Program.root.appending(path: "Labs/BatchSize/Checks/answers.json"))
    #expect(book.lab == known.lab && book.seed == known.seed)
    #expect(book.exercises.map(\.id) == known.exercises.map(\.id))
    #expect(said.contains("public.json: \(known.exercises.count) exercises, "))
  }

  @Test(arguments: [
    (["--seed", "x"], "--seed takes a whole number, 0 or more; x is none.\n"),
    (["--seed", "-1"], "--seed takes a whole number, 0 or more; -1 is none.\n"),
    (["--seed"], "--seed needs a value.\n"),
    (["--folder", "a"], "There is no option --folder; the options are --seed and --output.\n"),
  ])
  func aWrongOptionIsStatus64(arguments: [String], sentence: String) throws {
    let result = try recorder.run(arguments)
    #expect(result.status == 64)
    #expect(result.errorOutput == sentence)
    #expect(result.output.isEmpty)
  }
}
