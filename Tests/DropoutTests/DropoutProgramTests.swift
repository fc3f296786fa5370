import AnswerChecks
import Foundation
import LabKit
import Testing

/// The program as it is built beside the tests, on synthetic digits at quick scale.
@Suite("The dropout program", .serialized)
struct DropoutProgramTests {
  private static let binaries = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// Runs the program behind these words, and returns its status and what it printed.
  private static func run(_ words: [String], into folder: URL, kernel: String? = nil) throws -> (Int32, String) {
    let program = binaries.appending(path: "dropout").path
    let arguments = ["--output", folder.path, "--dataset", "synthetic"]
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words.prefix { $0 != "--" } + [program] + arguments + words.drop { $0 != "--" }.dropFirst()
    process.environment = ProcessInfo.processInfo.environment
      .filter { $0.key != "OPENBLAS_CORETYPE" && !$0.key.hasPrefix("DESCENT_KERNEL") }
      .merging(kernel.map { ["OPENBLAS_CORETYPE": $0] } ?? [:]) { $1 }
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  private static func scratch(_ name: String) -> URL {
    FileManager.default.temporaryDirectory.appending(path: "descent-dropout-\(name)-\(UUID().uuidString)")
  }

  /// One run that the others are compared with.
  private static let first = Result {
    let folder = scratch("first")
    let (status, text) = try run([], into: folder)
    #expect(status == 0, "\(text)")
    return folder
  }

  /// A file's bytes; of the manifest what is promised to be the same.
  private func bytes(_ name: String, in folder: URL) throws -> Data {
    let file = folder.appending(path: "dropout").appending(path: name)
    guard name == "manifest.json" else { return try Data(contentsOf: file) }
    var manifest = try Manifest(contentsOf: file)
    manifest.seconds = 0
    manifest.environment.threads = 0
    return try manifest.encoded()
  }

  @Test("A second run, on one core, gives the same bytes")
  func oneCore() throws {
    let (first, second) = (try Self.first.get(), Self.scratch("second"))
    let (status, text) = try Self.run(["taskset", "-c", "0"], into: second)
    #expect(status == 0, "\(text)")
    let names = try FileManager.default.contentsOfDirectory(atPath: first.appending(path: "dropout").path).sorted()
    #expect(names.count == 15)
    for name in names { #expect(try bytes(name, in: first) == bytes(name, in: second), "\(name)") }
  }

  #if arch(x86_64)
    @Test("Another processor's kernel agrees within the stated tolerances", arguments: ["Haswell", "Prescott"])
    func kernels(_ kernel: String) throws {
      let (status, text) = try Self.run(
        ["--", "--compare", try Self.first.get().path], into: Self.scratch(kernel), kernel: kernel)
      #expect(status == 0, "\(text)")
    }
  #endif

  @Test("A data set that doesn't exist is wrong usage")
  func wrongData() throws {
    let (status, text) = try Self.run(["--", "--dataset", "imagenet"], into: Self.scratch("wrong"))
    #expect(status == 64)
    #expect(text.contains("imagenet"))
  }
}
