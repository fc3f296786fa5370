import LabProofs
import Testing

@testable import BatchSizeLab

/// The program as it is built beside the tests, on synthetic digits at quick scale. One run after the other, as each
/// uses all cores.
@Suite("The program of the lab on the batch size", .serialized)
struct LabProgramTests {
  private static let program = LabProgram("batch-size")

  @Test(
    "What must hold of every lab's program",
    arguments: program.trials(figures: batchSizeExperiments.map(\.name), seeded: "gradient-noise"))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }

  @Test("What a clock measures stands apart")
  func measured() throws {
    let run = try Self.program.run(["--figure", "paths", "--figure", "throughput"])
    #expect(run.manifest?.measured?.figures.map(\.name) == ["throughput"])
    #expect(run.manifest?.measured?.results.keys.sorted() == ["throughput"])
    #expect(run.manifest?.results.keys.sorted() == ["paths"])
  }
}
