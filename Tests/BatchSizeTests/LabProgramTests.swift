import LabProofs
import Testing

@Suite("The program of the lab on the batch size", .serialized)
struct LabProgramTests {
  private let program = LabProgram("batch-size")

  @Test("All figures but the measured ones are the same bytes twice, and on one core")
  func steady() throws { #expect(try program.unsteadiness() == []) }

  @Test("What a clock measures stands apart")
  func measured() throws {
    let run = try program.run(["--figure", "paths", "--figure", "throughput"])
    #expect(run.manifest?.measured?.figures.map(\.name) == ["throughput"])
    #expect(run.manifest?.measured?.results.keys.sorted() == ["throughput"])
    #expect(run.manifest?.results.keys.sorted() == ["paths"])
  }

  #if arch(x86_64)
    @Test("Kernels of other processors agree within the tolerances")
    func kernels() throws { #expect(try program.disagreements() == []) }
  #endif
}
