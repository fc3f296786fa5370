import LabProofs
import Testing

@Suite("The optimizer lab's program")
struct LabProgramTests {
  #if arch(x86_64)
    @Test("Kernels of other processors agree within the tolerances")
    func kernels() throws { #expect(try LabProgram("optimizers", options: []).disagreements() == []) }
  #endif
}
