import AnswerWire
import Foundation
import Testing

@testable import AnswerChecks

/// A grader's job names the programs and the answers; what it doesn't name is never judged.
@Suite final class GradingJobTests {
  private let folder: URL
  private var job: URL { folder.appending(path: "job.json") }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "descent-job-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private var environment: [String: String] { [GradingJob.variable: job.path] }

  private func write(_ labs: [String: GradingJob.Lab]) throws {
    try Wire.encode(GradingJob(labs: labs, verdicts: folder.appending(path: "verdicts").path)).write(to: job)
  }

  /// A lab in a folder without a package: to build it would fail in another way.
  private var lab: LabFolder { LabFolder(name: "BatchSize", workspace: Workspace(root: folder)) }

  private func build(_ lab: LabFolder) throws -> StudentProgram {
    try StudentProgram.build(lab, exercises: nil, isOptimized: false, environment: environment)
  }

  @Test func theNamedProgramIsTakenAndNothingIsBuilt() throws {
    try write([
      "batch-size": GradingJob.Lab(
        book: "/book.json", program: "/answers", launcher: ["seal"], refused: ["5.1": "line 1: no"])
    ])
    let program = try build(lab)
    #expect(program.path == "/answers")
    #expect(program.launcher == ["seal"])
    #expect(program.refused == ["5.1": "line 1: no"])
  }

  @Test func aLabThatIsNotNamedIsNotBuilt() throws {
    try write(["dropout": GradingJob.Lab(book: "", program: "/answers", launcher: [], refused: [:])])
    let missing = AnswerBookError.missing("the grader's job, under \"batch-size\"")
    #expect(throws: missing) { try build(lab) }
    #expect(throws: missing) { try GradingJob.current(in: environment)?.program(of: "batch-size") }
    #expect(throws: missing) { try GradingJob.current(in: environment)?.book(of: "batch-size") }
  }

  @Test func withoutAJobThereIsNone() throws { #expect(try GradingJob.current(in: ["PATH": "/bin"]) == nil) }

  @Test("A job that can't be read is an error, not the package's own exercises", arguments: [nil, "", "{\"labs\":{"])
  func damaged(_ text: String?) throws {
    if let text { try Data(text.utf8).write(to: job) }
    #expect(throws: (any Error).self) { try GradingJob.current(in: environment) }
    let failure = #expect(throws: (any Error).self) { try build(lab) }
    #expect(failure is CocoaError || failure is DecodingError, "nothing was built: \(String(describing: failure))")

    let own = BuiltLab("optimizers", environment: [:])
    let exercise = try #require(own.exercises.first)
    let graded = BuiltLab("optimizers", environment: environment)
    #expect(graded.exercises.isEmpty)
    #expect(throws: (any Error).self) { try graded.verdict(on: exercise) }
  }

  @Test func verdictsAreLinesAndHalfALineIsMissing() throws {
    try write([:])
    let current = try #require(try GradingJob.current(in: environment))
    let verdicts = ["5.1", "5.2"].map {
      Verdict(exercise: $0, title: "A title", status: .passed, points: 1, possible: 1)
    }
    for verdict in verdicts { try current.report(verdict, on: "batch-size") }
    let data = try Data(contentsOf: URL(filePath: current.verdicts))
    #expect(JudgedExercise.all(in: data).map(\.verdict) == verdicts)
    #expect(JudgedExercise.all(in: data.dropLast(5)).map(\.verdict.exercise) == ["5.1"])
  }
}
