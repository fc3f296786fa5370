import Foundation
import LabKit
import Testing

/// The lab's program as it was built, on images that every machine has.
@Suite(.serialized) struct LabProgramTests {
  /// What a clock measures is never the same twice.
  private static let measured: Set = ["by-time", "throughput"]

  @Test func allFiguresAreTheSameBytesTwiceAndOnOneCore() throws {
    let first = try LabRun()
    #expect(first.manifest.measured?.figures.map(\.name) == ["by-time", "throughput"])
    #expect(first.files.count == 14)
    var others = [try LabRun()]
    #if os(Linux)
      others.append(try LabRun(through: ["/usr/bin/taskset", "-c", "0"]))
    #endif
    for other in others {
      for (name, bytes) in first.files where !Self.measured.contains(String(name.split(separator: ".")[0])) {
        #expect(other.files[name] == bytes, "\(name) differs.")
      }
      #expect(other.manifest.results == first.manifest.results)
      #expect(other.manifest.figures == first.manifest.figures)
    }
  }

  #if arch(x86_64)
    @Test func anotherKernelAgreesWithinTheTolerances() throws {
      let figures = ["by-epoch", "gradient-noise", "generalization", "paths"].flatMap { ["--figure", $0] }
      let first = try LabRun(figures, kernel: "Haswell", keepsFolder: true)
      defer { first.remove() }
      let other = try LabRun(figures + ["--compare", first.folder.path], kernel: "Prescott", expects: nil)
      #expect(other.status == 0, "\(other.output)")
      #expect(other.manifest.environment.kernel != first.manifest.environment.kernel)
    }
  #endif
}

/// A run of the program at quick scale.
struct LabRun {
  let folder = FileManager.default.temporaryDirectory.appending(path: "batch-size-\(UUID().uuidString)")
  let status: Int32
  let output: String
  let files: [String: Data]
  let manifest: Manifest

  /// - Parameters:
  ///   - prefix: a program that runs the lab's.
  ///   - kernel: OpenBLAS's, where it isn't left to the program.
  ///   - expects: the status; nothing takes any.
  init(
    _ arguments: [String] = [], through prefix: [String] = [], kernel: String? = nil, keepsFolder: Bool = false,
    expects: Int32? = 0
  ) throws {
    let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "batch-size")
    let words = prefix + [program.path, "--dataset", "synthetic", "--output", folder.path] + arguments
    let process = Process()
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.environment = ProcessInfo.processInfo.environment.merging(["OPENBLAS_CORETYPE": kernel ?? ""]) {
      kernel == nil ? $0 : $1
    }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
    if let expects { try #require(status == expects, "\(output)") }
    let place = folder.appending(path: "batch-size")
    manifest = try Manifest(contentsOf: place.appending(path: "manifest.json"))
    files = try FileManager.default.contentsOfDirectory(atPath: place.path).filter { $0 != "manifest.json" }
      .reduce(into: [:]) { $0[$1] = try Data(contentsOf: place.appending(path: $1)) }
    if !keepsFolder { remove() }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
