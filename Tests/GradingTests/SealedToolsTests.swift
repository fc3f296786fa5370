import AnswerChecks
import Foundation
import Testing

@testable import Grading

/// The compiler in its sandbox: what it may do, what ends it, and what it says.
@Suite struct SealedToolsTests {
  private func run(
    _ text: String, arguments: [String] = ["-typecheck"], limits: Limits = SealedTools.compilerLimits,
    then look: (URL) throws -> Void = { _ in }
  ) throws -> ToolResult {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "tools-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let file = scratch.appending(path: "Answer.swift")
    try Data(text.utf8).write(to: file)
    let tools = SealedTools(sandbox: try Sandbox.strongest(), readable: [], limits: limits)
    let result = try tools.run(
      ["swiftc", "-swift-version", "6", "-parse-as-library"] + arguments + [file.path], in: scratch)
    try look(scratch)
    return result
  }

  @Test func anHonestFileIsCompiled() throws {
    let result = try run("func act() -> Int { 1 }", arguments: ["-c", "-o", "answer.o"]) { scratch in
      #expect(FileManager.default.fileExists(atPath: scratch.appending(path: "answer.o").path))
    }
    #expect(result == ToolResult(status: 0, output: ""))
  }

  @Test func errorsNameTheFileAlone() throws {
    let result = try run("func act() -> Int { \"\" }")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("/Answer.swift:1:21: error: "), "\(result.output)")
    #expect(!result.output.contains("tools-"))
  }

  @Test(
    "An endless type check is ended, in one process and in a driver's child",
    arguments: [["-typecheck"], ["-c", "-o", "a.o", "-num-threads", "0", "-v"]])
  func endless(arguments: [String]) throws {
    // A type whose size doubles with each line.
    let lines = (0..<40).map { "typealias A\($0 + 1) = (A\($0), A\($0))" }
    let bomb = (["typealias A0 = (Int, Int)"] + lines + ["func act(_ x: A40) {}"]).joined(separator: "\n")
    let limits = Limits(cpuSeconds: 2, wallSeconds: 60, memoryBytes: 3 << 30, fileBytes: 256 << 20, openFiles: 1024)
    let result = try run(bomb, arguments: arguments, limits: limits)
    #expect(result.ending == "The compiler needed more than 2 seconds of processor time.", "\(result)")
    #expect(result.status != 0)
  }

  @Test func messagesAreCut() throws {
    let errors = "func act() {\n" + String(repeating: "x(1)\n", count: 1000) + "}"
    let limits = Limits(cpuSeconds: 20, memoryBytes: 3 << 30, fileBytes: 256 << 20, keptOutputBytes: 10_000)
    let result = try run(errors, limits: limits)
    #expect(result.output.utf8.count <= 10_000)
    #expect(result.output.contains("Answer.swift:2:"))
  }

  @Test func aToolWritesOnlyItsScratch() throws {
    let outside = FileManager.default.temporaryDirectory.appending(path: "outside-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: outside.path)
    defer { try? FileManager.default.removeItem(at: outside) }
    // It may seem to write there, but to memory of the sandbox's own.
    _ = try run("func act() {}", arguments: ["-c", "-o", outside.appending(path: "a.o").path])
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
  }

  @Test func aToolReadsNothingElse() throws {
    let secret = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString).swift")
    try Data("func secret() {}".utf8).write(to: secret)
    defer { try? FileManager.default.removeItem(at: secret) }
    #expect(try run("func act() {}", arguments: ["-typecheck", secret.path]).status != 0)
  }

  #if os(Linux)
    /// An answer's sockets are refused, whatever network it is in; a tool's aren't.
    @Test(arguments: Sealed.kinds) func aToolHasANetworkOfItsOwn(in kind: Sandbox.Kind) throws {
      let place = "/proc/self/ns/net"
      let launcher = Sandbox(kind).launcher(for: .tools, readable: [])
      let result = try LimitedTool(launcher: launcher, environment: [:], limits: Limits())
        .run(["/usr/bin/readlink", place], in: URL(filePath: "/"))
      let own = result.output.trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(own.hasPrefix("net:["), "\(result)")
      #expect(try own != FileManager.default.destinationOfSymbolicLink(atPath: place))
    }
  #endif

  @Test func aSandboxThatCannotBeBuiltIsNoErrorOfTheFile() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "tools-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let tools = SealedTools(sandbox: Sandbox(.bubblewrap), readable: [URL(filePath: "/no/such/folder")])
    #expect(throws: LaunchError.self) { try tools.run(["swiftc", "--version"], in: scratch) }
  }

  @Test func aWarmCacheIsOnlyRead() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "cache-\(UUID().uuidString)")
    let (cache, work) = (scratch.appending(path: "modules"), scratch.appending(path: "work"))
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let file = work.appending(path: "Answer.swift")
    try Data("func act() -> Int { 1 }".utf8).write(to: file)
    let tools = SealedTools(sandbox: try Sandbox.strongest(), readable: [], moduleCache: cache)
    let arguments = ["swiftc", "-typecheck", file.path]
    #expect(try tools.warmed(by: arguments, in: work).status == 0)
    let made = try FileManager.default.subpathsOfDirectory(atPath: cache.path).sorted()
    #expect(made.contains { $0.hasSuffix(".pcm") })
    #expect(try tools.run(arguments, in: work).status == 0)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: cache.path).sorted() == made)
  }
}
