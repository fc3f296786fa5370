import Foundation
import LabKit

/// A lab's program as it was built beside the tests, run at quick scale.
package struct LabProgram: Sendable {
  let name: String
  private let options: [String]

  /// - Parameters:
  ///   - name: its command, as `batch-size`.
  ///   - options: of every run. What a test runs on must be there on every machine: synthetic images, generated data.
  package init(_ name: String, options: [String] = ["--dataset", "synthetic"]) {
    self.name = name
    self.options = options
  }

  /// One run: how it ended, what it said, and what it wrote.
  package struct Run {
    package let status: Int32
    package let output: String
    /// The folder that was given as `--output`.
    package let folder: URL
    /// Nothing where the run wrote none.
    package let manifest: Manifest?
    /// The other files by name.
    package let files: [String: Data]
  }

  /// Runs it into a folder of its own.
  ///
  /// - Parameters:
  ///   - arguments: beside those of every run.
  ///   - isOnOneCore: whether it may use one core only; only Linux can be asked that.
  ///   - kernel: OpenBLAS's kernel; left to the program by default, as a user leaves it.
  ///   - hasData: whether it finds the data sets that this machine may have.
  package func run(
    _ arguments: [String] = [], isOnOneCore: Bool = false, kernel: String? = nil, hasData: Bool = true
  ) throws -> Run {
    let folder = ScratchFolder.place(for: name)
    let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: name)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      (isOnOneCore ? ["taskset", "-c", "0"] : []) + [program.path] + options + ["--output", folder.path] + arguments
    process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("OPENBLAS_") }
      .merging(kernel.map { ["OPENBLAS_CORETYPE": $0] } ?? [:]) { $1 }
      .merging(hasData ? [:] : ["DESCENT_DATASETS": ""]) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let place = folder.appending(path: name)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    return Run(
      status: process.terminationStatus, output: text, folder: folder,
      manifest: try? Manifest(contentsOf: place.appending(path: "manifest.json")),
      files: try names.filter { $0 != "manifest.json" }.reduce(into: [:]) {
        $0[$1] = try Data(contentsOf: place.appending(path: $1))
      })
  }

  /// What isn't the same when all figures are drawn twice, the second time on one core where the system can do that.
  package func unsteadiness() throws -> [String] {
    #if os(Linux)
      let isOnOneCore = true
    #else
      let isOnOneCore = false
    #endif
    let (first, second) = (try run(), try run(isOnOneCore: isOnOneCore))
    defer { remove([first, second]) }
    guard let manifest = first.manifest, let other = second.manifest, first.status == 0, second.status == 0 else {
      return ["A run failed: \(first.output) \(second.output)"]
    }
    let measured = Set((manifest.measured?.figures ?? []).flatMap { [$0.png, $0.csv] })
    let names = Set(first.files.keys).union(second.files.keys).subtracting(measured)
    return names.sorted().filter { first.files[$0] != second.files[$0] }.map { "\($0) differs." }
      + (try manifest.reproducible.encoded() == other.reproducible.encoded() ? [] : ["manifest.json differs."])
      + (names.count == 2 * manifest.figures.count && !names.isEmpty ? [] : ["Files are missing: \(names.sorted())."])
  }

  /// What two of OpenBLAS's kernels don't agree about within the lab's tolerances: one from before there were wide vectors,
  /// which adds in another order than any other, and one for processors with AVX2.
  package func disagreements() throws -> [String] {
    let first = try run(kernel: "Haswell")
    let second = try run(["--compare", first.folder.path], kernel: "Prescott")
    defer { remove([first, second]) }
    guard first.status == 0, second.manifest != nil else { return ["A run failed: \(first.output) \(second.output)"] }
    let kernels = [first, second].compactMap { $0.manifest?.environment.kernel }
    return (second.status == 0 ? [] : [second.output])
      + (kernels == ["Haswell", "Prescott"] ? [] : ["The kernels were \(kernels)."])
  }

  func remove(_ runs: [Run]) { for run in runs { try? FileManager.default.removeItem(at: run.folder) } }
}

extension Manifest {
  /// Without what may differ between two runs.
  fileprivate var reproducible: Manifest {
    var manifest = self
    (manifest.seconds, manifest.measured) = (0, nil)
    manifest.environment.threads = 0
    return manifest
  }
}
