import AnswerChecks
import AnswerWire
import Foundation
import LabKit

/// A lab's own program, which draws its figures with a submission's answers.
///
/// It is ours and runs outside of the sandbox; the answers that it asks run inside. What it draws follows from them and from
/// data that it makes itself: it sees no data sets of this machine.
struct LabProgram: Sendable {
  /// The lab's command.
  let lab: String
  let program: URL
  let project: URL

  /// What one run may take. Answers have limits of their own; this is for what goes on for ever in small steps.
  static let limits = Limits(
    cpuSeconds: 120, wallSeconds: 300, memoryBytes: 16 << 30, fileBytes: 64 << 20, openFiles: 1024)

  /// One figure with its files' bytes.
  struct Drawn {
    let name: String
    let caption: String
    let csv: Data
    let png: Data
  }

  /// Draws figures; all where none is named.
  ///
  /// - Parameters:
  ///   - answers: who answers; nobody asks for the project's own.
  ///   - folder: for what is made; no student can write there.
  /// - Returns: the figures in order; without those that measure time, and none where the program failed.
  func draw(_ figures: [String], with answers: GradingJob.Lab?, in folder: URL) throws -> [Drawn] {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let inherited = ProcessInfo.processInfo.environment
    var environment = ["LC_ALL": "C.UTF-8"]
    for name in ["PATH", "HOME", "TMPDIR"] { environment[name] = inherited[name] }
    if let answers {
      let job = folder.appending(path: "job.json")
      let verdicts = folder.appending(path: "verdicts.jsonl").path
      try Wire.encode(GradingJob(labs: [lab: answers], verdicts: verdicts)).write(to: job)
      environment[GradingJob.variable] = job.path
    }
    let words = ["--answers", answers == nil ? "reference" : "mine", "--scale", "quick", "--seed", "1"]
    let result = try LimitedTool(environment: environment, limits: Self.limits).run(
      [program.path, "--output", folder.path] + words + figures.flatMap { ["--figure", $0] }, in: project)
    let output = folder.appending(path: lab)
    guard result.status == 0, let manifest = try? Manifest(contentsOf: output.appending(path: "manifest.json")) else {
      return []
    }
    return manifest.figures.compactMap { figure in
      guard let csv = try? Data(contentsOf: output.appending(path: figure.csv)),
        let png = try? Data(contentsOf: output.appending(path: figure.png))
      else { return nil }
      return Drawn(name: figure.name, caption: figure.caption, csv: csv, png: png)
    }
  }
}
