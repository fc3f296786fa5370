import LabProofs
import Testing

@testable import DoubleDescentLab

/// The program as it is built beside the tests, on synthetic digits at quick scale. One run after the other, as each
/// uses all cores.
@Suite("The double-descent program", .serialized)
struct DoubleDescentProgramTests {
  private static let program = LabProgram("double-descent")

  @Test(
    "What must hold of every lab's program",
    arguments: program.trials(figures: doubleDescentExperiments.map(\.name), seeded: "polynomials"))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }

  @Test("A figure that needs no images reads none")
  func noImages() throws {
    let run = try Self.program.run(["--figure", "epoch-wise", "--figure", "polynomials"])
    #expect(run.status == 0 && run.manifest?.dataset == nil)
    #expect(run.manifest?.figures.map(\.name) == ["polynomials", "epoch-wise"])
  }
}
