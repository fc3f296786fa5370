import Foundation
import Testing

/// The sessions in `docs/transcripts`, typed again.
@Suite("Transcripts")
struct TranscriptTests {
  private static func page(_ name: String) throws -> String {
    try String(contentsOf: Program.root.appending(path: "docs/transcripts/\(name).md"), encoding: .utf8)
  }

  @Test("From a fresh copy to a first exercise that passes, then to a gradebook of ten")
  func replay() throws {
    let copy = FileManager.default.temporaryDirectory.appending(path: "descent-transcript-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: copy) }
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    let built: Set<String> = [".build", ".git", "build", "grades", "submissions", "Package.resolved"]
    for name in try FileManager.default.contentsOfDirectory(atPath: Program.root.path) where !built.contains(name) {
      try FileManager.default.copyItem(at: Program.root.appending(path: name), to: copy.appending(path: name))
    }
    for name in ["student", "lecturer"] {
      let transcript = Transcript(page: try Self.page(name))
      #expect(transcript.steps.count >= 7)
      if let problem = try transcript.replay(in: copy) { Issue.record("\(name).md: \(problem)") }
    }
  }

  @Test func aPageIsReadStepByStep() throws {
    let page = """
      Text.

      ```console
      $ cat > a.txt <<'END'
      > one
      > END
      $ cat a.txt
      one
      ```

      In `a.txt`, this takes the place of `one`:

      ```swift
      two
      ```

      ```sh
      not typed
      ```
      """
    #expect(
      Transcript(page: page).steps == [
        .command("cat > a.txt <<'END'\none\nEND", answer: []), .command("cat a.txt", answer: ["one"]),
        .edit(file: "a.txt", old: "one", new: "two"),
      ])
  }

  @Test(arguments: [
    (["a", "b"], "a\nb\n", true), (["a", "b"], "a\r\nb\r\n", true), (["a"], "a\nb\n", false),
    (["a", "..."], "a\nb\nc\n", true),
    (["...", "c"], "a\nb\nc\n", true), (["...", "b"], "a\nb\nc\n", false), (["a...d"], "abcd\n", true),
    (["a...d...f"], "abcdef\n", true), (["a...x...f"], "abcdef\n", false), (["ab...bc"], "abc\n", false),
    ([], "", true),
    ([], "a\n", false), (["..."], "", true),
  ])
  func dotsStandForWhatIsLeftOut(answer: [String], output: String, agrees: Bool) {
    #expect(Transcript.agrees(output, with: answer) == agrees)
  }

  @Test func whatDiffersIsSaid() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "descent-transcript-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func problem(_ block: String) throws -> String? {
      try Transcript(page: "```console\n\(block)\n```").replay(in: folder)
    }
    #expect(try problem("$ echo right\nright") == nil)
    #expect(try problem("$ echo right\nwrong")?.contains("was answered by\nright\n") == true)
    #expect(try problem("$ exit 3")?.contains("status 3") == true)
  }
}
