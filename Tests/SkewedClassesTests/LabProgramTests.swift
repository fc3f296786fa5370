import LabProofs
import Testing

@testable import SkewedClassesLab

/// The program as it is built beside the tests, on generated points at quick scale. One run after the other, as each
/// uses all cores.
@Suite("The program of the lab on skewed classes", .serialized)
struct LabProgramTests {
  private static let program = LabProgram("skewed-classes", options: ["--dataset", "generated"])

  @Test(
    "What must hold of every lab's program",
    arguments: program.trials(figures: skewedClassesExperiments.map(\.name), seeded: "remedies"))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }
}
