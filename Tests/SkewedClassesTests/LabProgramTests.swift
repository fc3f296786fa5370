import LabProofs
import Testing

/// The program as it is built beside the tests, on generated points at quick scale.
@Suite("The program of the lab on skewed classes", .serialized)
struct LabProgramTests {
  private let program = LabProgram("skewed-classes", options: ["--dataset", "generated"])

  @Test("All figures are the same bytes twice, and on one core")
  func steady() throws { #expect(try program.unsteadiness() == []) }

  #if arch(x86_64)
    @Test("Kernels of other processors agree within the tolerances")
    func kernels() throws { #expect(try program.disagreements() == []) }
  #endif

  @Test("Another seed gives other results")
  func seeds() throws {
    let runs = try ["1", "2"].map { try program.run(["--seed", $0, "--figure", "remedies"]) }
    #expect(runs.allSatisfy { $0.status == 0 })
    #expect(runs[0].manifest?.results != runs[1].manifest?.results)
  }

  @Test("A data set that doesn't exist is wrong usage")
  func wrongData() throws {
    let run = try program.run(["--dataset", "mnist"])
    #expect(run.status == 64 && run.output.contains("mnist"))
  }
}
