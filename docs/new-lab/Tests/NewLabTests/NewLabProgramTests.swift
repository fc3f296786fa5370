import LabProofs
import Testing

@testable import NewLabLab

/// The program as it is built beside the tests, at quick scale.
@Suite("The program of the lab on new lab", .serialized)
struct NewLabProgramTests {
  private static let program = LabProgram("new-lab", options: [])

  @Test(
    "What must hold of every lab's program",
    arguments: program.trials(figures: newLabExperiments.map(\.name), seeded: "settling", takesImages: false))
  func holds(_ trial: Trial) throws { #expect(try trial.problems() == []) }
}
