import LabProofs
import Testing

/// One test after the other: each uses all cores.
@Suite("The initializer lab's program", .serialized)
struct LabProgramTests {
  private let program = LabProgram("initializers")

  @Test("All figures are the same bytes twice, and on one core")
  func isSteady() throws { #expect(try program.unsteadiness() == []) }

  #if arch(x86_64)
    @Test("Kernels of other processors agree within the tolerances")
    func kernelsAgree() throws { #expect(try program.disagreements() == []) }
  #endif

  @Test("Another seed gives other results")
  func seeds() throws {
    let runs = try ["1", "2"].map { try program.run(["--figure", "activation-variance", "--seed", $0]) }
    #expect(runs.allSatisfy { $0.status == 0 })
    #expect(runs[0].files["activation-variance.csv"] != runs[1].files["activation-variance.csv"])
  }

  @Test("An unknown figure is answered with the known ones")
  func unknownFigure() throws {
    let run = try program.run(["--figure", "curves"])
    #expect(run.status == 64)
    #expect(
      run.output.contains("weight-histograms, training-curves, activation-variance, gradient-variance, symmetry"))
  }
}
