import Foundation
import Testing

/// What answers programs link stays free of Dispatch, of Swift's tasks, and of Foundation, which brings Dispatch along.
///
/// On Linux their threads are counted through `/proc`, which the sandbox for answers doesn't have; where it can't be read
/// they end the program, at random. `FoundationEssentials` has no part in that.
@Suite struct LinkedRoomsTests {
  private static let rooms: [URL] = {
    let root = ScreenerTests.root
    let labs = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Labs").path)) ?? []
    let ofLabs = labs.sorted().flatMap { lab in ["Questions", "Exercises", "Answers"].map { "Labs/\(lab)/\($0)" } }
    return (["Sources/NumericCore", "Sources/AnswerWire"] + ofLabs).map { root.appending(path: $0) }
  }()

  /// The first thing in a file that would bring threads of Dispatch.
  private func threads(in text: String) -> String? {
    let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    let pattern =
      /\bimport\s+(?:\w+\s+)?(?:Foundation|Dispatch)\b|\b(?:Dispatch\w+|concurrentPerform|Task|await|with\w*TaskGroup)\b/
      .wordBoundaryKind(.simple)
    return code.firstMatch(of: pattern).map { String($0.output) }
  }

  @Test func noRoomThatAnswersLinkStartsThreadsOfDispatch() throws {
    var count = 0
    for room in Self.rooms {
      for name in try FileManager.default.subpathsOfDirectory(atPath: room.path) where name.hasSuffix(".swift") {
        let found = threads(in: try String(contentsOf: room.appending(path: name), encoding: .utf8))
        #expect(found == nil, "\(room.lastPathComponent)/\(name)")
        count += 1
      }
    }
    #expect(count > 150)
  }

  @Test(
    "What is looked for is found",
    arguments: [
      "import Foundation", "import Dispatch\n", "@preconcurrency import Foundation", "import struct Foundation.Data",
      "let a = 1\n  Task.detached { }", "DispatchQueue.global()", "await withTaskGroup(of: Int.self) { _ in }",
      "concurrentPerform(iterations: 2)",
    ])
  func seen(_ text: String) { #expect(threads(in: text) != nil) }

  @Test(arguments: ["import FoundationEssentials", "// Task, Dispatch", "/// import Foundation", "struct TaskList {}"])
  func harmless(_ text: String) { #expect(threads(in: text) == nil) }
}
