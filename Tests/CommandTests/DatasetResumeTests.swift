import Foundation
import Testing

/// Going on with a file that was cut off, and what else may lie in the folder.
struct DatasetResumeTests {
  private static let bytes = ToyProject.bytes
  private static let wrong = [UInt8](repeating: 7, count: ToyProject.size)
  private static let whole = MisbehavingServer.Request(path: "/toy/a.bin", start: nil)
  private static let rest = MisbehavingServer.Request(path: "/toy/a.bin", start: 40_000)

  private func with(
    _ behaviour: MisbehavingServer.Behaviour, _ body: (ToyProject, MisbehavingServer) throws -> Void
  ) throws {
    let server = try MisbehavingServer(behaviour)
    defer { server.stop() }
    let project = try ToyProject(addresses: [server.address + "/toy"])
    defer { project.remove() }
    try body(project, server)
  }

  @Test func restAloneIsAskedFor() throws {
    try with(.cuttingOff(Self.bytes, after: 40_000)) { project, server in
      let first = try project.datasets("fetch", "toy")
      #expect(first.status == 69)
      #expect(project.keeps(40_000))
      server.become(.serving(Self.bytes))
      let second = try project.datasets("fetch", "toy")
      #expect(second.status == 0)
      #expect(server.requests == [Self.rest])
      #expect(project.isWhole)
    }
  }

  /// What a server does when it is asked for the rest, with 40,000 right bytes here already.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let behaviour: MisbehavingServer.Behaviour
    var requests = [DatasetResumeTests.rest]
    var status: Int32 = 0
  }

  private static func answering(_ name: String, _ rest: MisbehavingServer.Behaviour) -> Case {
    Case(
      testDescription: name, behaviour: .resuming(rest, whole: .serving(bytes)),
      requests: [DatasetResumeTests.rest, whole])
  }

  /// After a bad answer, the whole is asked for.
  static let answers: [Case] = [
    answering("416", .always(.reply("416 Range Not Satisfiable"))),
    answering("another place", .part("bytes 30000-99999/100000", bytes[30_000...])),
    answering("no place", .part("here", bytes[40_000...])),
    answering("wrong bytes", .part("bytes 40000-99999/100000", wrong[40_000...])),
    Case(testDescription: "sends the whole again", behaviour: .always(.ok(bytes))),
    Case(testDescription: "size unsaid", behaviour: .part("bytes 40000-99999/*", bytes[40_000...])),
    Case(
      testDescription: "wrong both times",
      behaviour: .resuming(.part("bytes 40000-99999/100000", wrong[40_000...]), whole: .always(.ok(wrong))),
      requests: [rest, whole], status: 65),
  ]

  @Test(arguments: answers)
  func badAnswersToARange(way: Case) throws {
    try with(way.behaviour) { project, server in
      try project.leavePart(Self.bytes[..<40_000])
      #expect(try project.datasets("fetch", "toy").status == way.status)
      #expect(server.requests == way.requests)
      #expect(way.status == 0 ? project.isWhole : project.contents.isEmpty)
    }
  }

  /// Answers that say at once that they are not the file: what is here stays.
  static let refusals: [Case] = [
    Case(
      testDescription: "another size", behaviour: .part("bytes 40000-199999/200000", bytes[40_000...]), status: 65),
    Case(testDescription: "whole, another size", behaviour: .always(.ok(Array(bytes[..<5]))), status: 65),
    Case(testDescription: "404", behaviour: .always(.reply("404 Not Found")), status: 69),
    Case(
      testDescription: "login page", behaviour: .always(.reply("200 OK", ["Content-Type: text/html"], wrong)),
      status: 69),
    Case(testDescription: "cuts off at once", behaviour: .part("bytes 40000-99999/100000", [UInt8]()), status: 69),
    Case(testDescription: "hangs up", behaviour: .always(), status: 69),
  ]

  @Test(arguments: refusals)
  func goodPartIsKept(way: Case) throws {
    try with(way.behaviour) { project, server in
      try project.leavePart(Self.bytes[..<40_000])
      #expect(try project.datasets("fetch", "toy").status == way.status)
      #expect(Set(server.requests.map(\.start)) == [40_000])
      #expect(project.keeps(40_000))
    }
  }

  /// What else may lie beside the place, and what is then asked for.
  struct Leftover: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let requests: [MisbehavingServer.Request]
  }

  static let leftovers: [Leftover] = [
    Leftover(testDescription: "of another file", bytes: Array(wrong[..<40_000]), requests: [rest, whole]),
    Leftover(testDescription: "empty", bytes: [], requests: [whole]),
    Leftover(testDescription: "complete", bytes: bytes, requests: []),
    Leftover(testDescription: "complete and wrong", bytes: wrong, requests: [whole]),
    Leftover(testDescription: "too long", bytes: bytes + [0], requests: [whole]),
  ]

  @Test(arguments: leftovers)
  func partOfAnyKind(leftover: Leftover) throws {
    try with(.serving(Self.bytes)) { project, server in
      try project.leavePart(leftover.bytes)
      #expect(try project.datasets("fetch", "toy").status == 0)
      #expect(server.requests == leftover.requests)
      #expect(project.isWhole)
    }
  }

  @Test func wholeFileIsNotFetchedAgain() throws {
    try with(.serving(Self.bytes)) { project, server in
      #expect(try project.datasets("fetch", "toy").status == 0)
      server.become(.always())
      let again = try project.datasets("fetch", "toy")
      #expect(again.status == 0)
      #expect(again.output.hasPrefix("toy is whole, in \(project.folder.path)."))
      #expect(server.requests.isEmpty)
    }
  }

  @Test func damagedFileStaysUntilARightOneIsHere() throws {
    try with(.cuttingOff(Self.bytes, after: 40_000)) { project, server in
      try project.leavePart([])
      try FileManager.default.removeItem(at: project.part)
      try Data("damaged".utf8).write(to: project.place)
      #expect(try project.datasets("fetch", "toy").status == 69)
      #expect(try Data(contentsOf: project.place) == Data("damaged".utf8))
      server.become(.serving(Self.bytes))
      #expect(try project.datasets("fetch", "toy").status == 0)
      #expect(project.isWhole)
    }
  }

  /// kill -9 in the middle: what had come is kept, the place stays empty, and the next fetch goes on.
  @Test func killedFetchGoesOn() throws {
    let stalled = MisbehavingServer.Behaviour.always(
      .reply("200 OK", ["Content-Length: \(Self.bytes.count)"], Array(Self.bytes[..<40_000])), .stall)
    try with(stalled) { project, server in
      let process = project.process("fetch", "toy")
      try process.run()
      try waitUntil { (try? Data(contentsOf: project.part))?.count == 40_000 }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal)
      #expect(project.keeps(40_000))
      server.become(.serving(Self.bytes))
      #expect(try project.datasets("fetch", "toy").status == 0)
      #expect(server.requests == [Self.rest])
      #expect(project.isWhole)
    }
  }

  @Test func secondFetchOfTheSameFileIsRefused() throws {
    try with(.always(.stall)) { project, server in
      let process = project.process("fetch", "toy")
      try process.run()
      defer {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
      try waitUntil { server.requests.count == 1 }
      let second = try project.datasets("fetch", "toy")
      #expect(second.status == 73)
      #expect(
        second.errorOutput == "\(project.part.path) is being written by another fetch; wait until it is done.\n")
      #expect(server.requests.count == 1)
    }
  }

  /// Waits for what must come; gives up after half a minute.
  private func waitUntil(_ condition: () -> Bool) throws {
    for _ in 0..<600 where !condition() { usleep(50_000) }
    try #require(condition())
  }
}
