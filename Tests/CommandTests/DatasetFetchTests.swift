import Foundation
import Testing

/// `descent datasets fetch` against servers of every kind.
struct DatasetFetchTests {
  private static let size = ToyProject.size
  private static let bytes = ToyProject.bytes
  private static let start = Array(bytes[..<40_000])
  private static let field = Array("Name: \(String(repeating: "value", count: 1000))\r\n".utf8)
  private static let full = "Content-Length: \(size)"
  /// As long as the file, and nothing like it.
  private static let wrong = [UInt8](repeating: 7, count: size)

  /// A project, and a server that behaves like this; both are gone afterwards.
  private func with(
    _ behaviour: MisbehavingServer.Behaviour, _ body: (ToyProject, MisbehavingServer) throws -> Void
  ) throws {
    let server = try MisbehavingServer(behaviour)
    defer { server.stop() }
    let project = try ToyProject(addresses: [server.address + "/toy"])
    defer { project.remove() }
    try body(project, server)
  }

  /// A way to send the file that differs from the usual, or a way to fail.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let behaviour: MisbehavingServer.Behaviour
    var status: Int32 = 0
    var clause = ""
    var kept = 0
  }

  static let good: [Case] = [
    Case(testDescription: "normal", behaviour: .serving(bytes)),
    Case(testDescription: "no length", behaviour: .always(.reply("200 OK", [], bytes))),
    Case(testDescription: "in chunks", behaviour: .chunked(bytes)),
    Case(testDescription: "slow", behaviour: .trickling(bytes)),
    Case(testDescription: "slow head", behaviour: .pausingInTheHead(bytes)),
    Case(testDescription: "redirect", behaviour: .redirecting(to: bytes)),
    Case(testDescription: "goes on without end", behaviour: .always(.reply("200 OK", [], bytes), .flood(wrong))),
  ]

  @Test(arguments: good)
  func fileComesWhole(way: Case) throws {
    try with(way.behaviour) { project, server in
      let result = try project.datasets("fetch", "toy", "--patience", "10")
      #expect(result.status == 0)
      #expect(result.errorOutput.isEmpty, "nothing on a pipe but the result")
      let folder = project.folder.path
      #expect(
        result.output == """
          \(folder)/a.bin: 100,000 bytes, verified
          toy is whole, in \(folder). Licence: CC0.
            Cite: Nobody: Toys. 2024.

          """)
      #expect(project.isWhole)
      #expect(server.requests.first == .init(path: "/toy/a.bin", start: nil))
    }
  }

  static let bad: [Case] = [
    Case(
      testDescription: "cuts off", behaviour: .cuttingOff(bytes, after: 40_000), status: 69,
      clause: "ended after 40,000 of 100,000 bytes", kept: 40_000),
    Case(
      testDescription: "cuts off, no length", behaviour: .always(.reply("200 OK", [], start)), status: 69,
      clause: "ended after 40,000 of 100,000 bytes", kept: 40_000),
    Case(
      testDescription: "hangs up", behaviour: .always(), status: 69,
      clause: "ended after 0 of 100,000 bytes"),
    Case(
      testDescription: "never answers", behaviour: .always(.stall), status: 69,
      clause: "sent nothing for a second"),
    Case(
      testDescription: "stalls in the head", behaviour: .always(.send(Array("HTTP/1.1 200 OK\r\n".utf8)), .stall),
      status: 69,
      clause: "sent nothing for a second"),
    Case(
      testDescription: "stalls in the body", behaviour: .always(.reply("200 OK", [full], start), .stall), status: 69,
      clause: "sent nothing for a second", kept: 40_000),
    Case(
      testDescription: "length too long", behaviour: .always(.reply("200 OK", ["Content-Length: 110000"], bytes)),
      status: 65,
      clause: "has a file of 110,000 bytes instead of 100,000 bytes"),
    Case(
      testDescription: "length too short", behaviour: .always(.reply("200 OK", ["Content-Length: 50000"], bytes)),
      status: 65,
      clause: "has a file of 50,000 bytes instead of 100,000 bytes"),
    Case(
      testDescription: "wrong bytes", behaviour: .always(.ok(wrong)), status: 65,
      clause: "sent a file with another SHA-256 than the catalogue's"),
    Case(
      testDescription: "one wrong byte", behaviour: .always(.ok(Array(bytes.dropLast()) + [~bytes[size - 1]])),
      status: 65,
      clause: "sent a file with another SHA-256 than the catalogue's"),
    Case(
      testDescription: "wrong bytes without end", behaviour: .always(.reply("200 OK"), .flood(wrong)), status: 65,
      clause: "sent a file with another SHA-256 than the catalogue's"),
    Case(
      testDescription: "404", behaviour: .always(.reply("404 Not Found", [full], bytes)), status: 69,
      clause: "answers with status 404 (not found)"),
    Case(
      testDescription: "500", behaviour: .always(.reply("500 Oops", [full], bytes)), status: 69,
      clause: "answers with status 500 (trouble at the server)"),
    Case(
      testDescription: "a part unasked", behaviour: .part("bytes 5-9/100000", start), status: 69,
      clause: "answers with status 206"),
    Case(
      testDescription: "login page",
      behaviour: .always(.reply("200 OK", ["Content-Type: text/html; charset=utf-8"], wrong)), status: 69,
      clause: "answers with a web page instead of the file; perhaps this network asks for a login first"),
    Case(
      testDescription: "redirects in circles", behaviour: .always(.reply("302 Found", ["Location: /toy/a.bin"])),
      status: 69,
      clause: "sends the request in circles"),
    Case(
      testDescription: "redirects to a file",
      behaviour: .always(.reply("302 Found", ["Location: file:///etc/hostname"])), status: 69,
      clause: "doesn't answer as a web server does"),
    Case(
      testDescription: "garbage", behaviour: .always(.send(wrong)), status: 69,
      clause: "doesn't answer as a web server does"),
    Case(
      testDescription: "a head without end",
      behaviour: .always(.send(Array("HTTP/1.1 200 OK\r\n".utf8)), .flood(field)), status: 69,
      clause: "doesn't answer as a web server does"),
  ]

  /// The status, what is said of the address, and what is kept.
  @Test(arguments: bad)
  func failureIsSaidAndLeavesTheFolderRight(way: Case) throws {
    try with(way.behaviour) { project, server in
      let result = try project.datasets("fetch", "toy", "--patience", "1")
      #expect(result.status == way.status)
      let advice =
        if way.status == 65 {
          "Name another server with --from, or put the file in place by hand."
        } else if way.kept > 0 {
          "40,000 bytes are kept: type the same command again to go on from there."
        } else {
          "Look at the network and type the same command again, or name another server with --from."
        }
      let sentence = "toy/a.bin can't be fetched. \(server.address)/toy/a.bin \(way.clause). \(advice)\n"
      #expect(result.errorOutput == sentence)
      #expect(result.output.isEmpty)
      #expect(way.kept > 0 ? project.keeps(way.kept) : project.contents.isEmpty)
    }
  }

  @Test func nothingListens() throws {
    let project = try ToyProject(addresses: ["http://127.0.0.1:1/toy"])
    defer { project.remove() }
    let result = try project.datasets("fetch", "toy")
    #expect(result.status == 69)
    #expect(result.errorOutput.contains("http://127.0.0.1:1/toy/a.bin can't be reached: nothing answers there."))
    #expect(!FileManager.default.fileExists(atPath: project.folder.path), "not even an empty folder is left")
  }

  /// After one of these, the next address is tried.
  @Test(arguments: [good[0], bad[0], bad[3], bad[8]])
  func nextAddressIsTried(first: Case) throws {
    try with(first.behaviour) { _, server in
      let second = try MisbehavingServer(.serving(Self.bytes))
      defer { second.stop() }
      let project = try ToyProject(addresses: [server.address, second.address])
      defer { project.remove() }
      let result = try project.datasets("fetch", "toy", "--patience", "1")
      #expect(result.status == 0)
      #expect(project.isWhole)
      guard first.status != 0 else {
        #expect(second.requests.isEmpty)
        return
      }
      #expect(result.errorOutput == "\(server.address)/a.bin \(first.clause). The next address is tried.\n")
      #expect(second.requests == [.init(path: "/a.bin", start: first.kept > 0 ? first.kept : nil)], "a part goes on")
    }
  }

  @Test func mirrorReplacesTheAddresses() throws {
    try with(.always()) { project, server in
      let mirror = try MisbehavingServer(.serving(Self.bytes))
      defer { mirror.stop() }
      let result = try project.datasets("fetch", "toy", "--from", mirror.address + "/data/")
      #expect(result.status == 0)
      #expect(server.requests.isEmpty)
      #expect(mirror.requests == [.init(path: "/data/toy/a.bin", start: nil)])
      #expect(project.isWhole)
    }
  }
}
