import Testing

@testable import LabKit

/// Which kernel a processor of some abilities runs.
struct ProcessorKernelTests {
  @Test func abilitiesDecide() {
    let avx512: Set<Substring> = ["avx512f", "avx512cd", "avx512dq", "avx512bw", "avx512vl"]
    let avx2: Set<Substring> = ["sse2", "avx2", "fma"]
    #expect(ProcessorKernel.fastest(flags: avx512.union(avx2)) == "SkylakeX")
    #expect(ProcessorKernel.fastest(flags: avx2.union(avx512.subtracting(["avx512vl"]))) == "Haswell")
    #expect(ProcessorKernel.fastest(flags: ["sse2", "avx2"]) == nil)
    #expect(ProcessorKernel.fastest(flags: []) == nil)
  }
}
