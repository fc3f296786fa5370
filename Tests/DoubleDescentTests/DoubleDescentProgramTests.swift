import LabProofs
import Testing

/// The program as it is built beside the tests, on synthetic digits at quick scale.
@Suite("The double-descent program", .serialized)
struct DoubleDescentProgramTests {
  private let program = LabProgram("double-descent")

  @Test("A second run, on one core, gives the same bytes")
  func isSteady() throws { #expect(try program.unsteadiness() == []) }

  #if arch(x86_64)
    @Test("Two kernels agree within the stated tolerances")
    func kernelsAgree() throws { #expect(try program.disagreements() == []) }
  #endif

  @Test("Images that don't exist are wrong usage")
  func wrongData() throws {
    let run = try program.run(["--dataset", "imagenet"])
    #expect(run.status == 64)
    #expect(run.output.contains("imagenet"))
  }

  @Test("A figure that needs no images reads none")
  func noImages() throws {
    let run = try program.run(["--figure", "epoch-wise", "--figure", "polynomials"])
    #expect(run.status == 0 && run.manifest?.dataset == nil)
    #expect(run.manifest?.figures.map(\.name) == ["polynomials", "epoch-wise"])
  }
}
