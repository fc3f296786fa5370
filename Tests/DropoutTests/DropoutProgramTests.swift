import LabProofs
import Testing

/// The program as it is built beside the tests, on synthetic digits at quick scale.
@Suite("The dropout program", .serialized)
struct DropoutProgramTests {
  private let program = LabProgram("dropout")

  @Test("A second run, on one core, gives the same bytes")
  func isSteady() throws { #expect(try program.unsteadiness() == []) }

  #if arch(x86_64)
    @Test("Two kernels agree within the stated tolerances")
    func kernelsAgree() throws { #expect(try program.disagreements() == []) }
  #endif

  @Test("A data set that doesn't exist is wrong usage")
  func wrongData() throws {
    let run = try program.run(["--dataset", "imagenet"])
    #expect(run.status == 64)
    #expect(run.output.contains("imagenet"))
  }
}
