import LabProofs
import Testing

@testable import SparsityLab

/// The program as it is built beside the tests, on synthetic digits at quick scale. One run after the other, as each
/// uses all cores.
@Suite("The sparsity program", .serialized)
struct SparsityProgramTests {
  private static let program = LabProgram("sparsity")

  @Test(
    "What must hold of every lab's program",
    arguments: program.trials(figures: sparsityExperiments.map(\.name), seeded: "paths"))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }

  @Test("A figure that needs no data reads none")
  func noData() throws {
    let run = try Self.program.run(["--figure", "prior", "--figure", "update-size"])
    #expect(run.status == 0 && run.manifest?.dataset == nil)
    #expect(run.manifest?.figures.map(\.name) == ["update-size", "prior"])
  }
}
