import LabProofs
import Testing

@testable import DropoutLab

/// The program as it is built beside the tests, on synthetic digits at quick scale. One run after the other, as each
/// uses all cores.
@Suite("The dropout program", .serialized)
struct DropoutProgramTests {
  private static let program = LabProgram("dropout")

  @Test(
    "What must hold of every lab's program",
    arguments: program.trials(figures: dropoutExperiments.map(\.name), seeded: "monte-carlo"))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }
}
