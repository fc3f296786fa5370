import LabProofs
import Testing

@testable import InitializersLab

/// The program as it is built beside the tests, on synthetic digits at quick scale. One run after the other, as each
/// uses all cores.
@Suite("The initializer lab's program", .serialized)
struct LabProgramTests {
  private static let program = LabProgram("initializers")

  @Test(
    "What must hold of every lab's program",
    arguments: program.trials(figures: initializerExperiments.map(\.name), seeded: "activation-variance"))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }
}
