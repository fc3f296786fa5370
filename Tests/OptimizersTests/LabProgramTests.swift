import LabProofs
import Testing

@Suite("The optimizer lab's program")
struct LabProgramTests {
  private static let program = LabProgram("optimizers", options: [])

  #if arch(x86_64)
    @Test("Kernels of other processors agree within the tolerances")
    func kernels() throws { #expect(try Self.program.disagreements() == []) }
  #endif

  @Test("Recorded looks are what is drawn")
  func looks() throws { #expect(try Self.program.staleLooks() == []) }
}
