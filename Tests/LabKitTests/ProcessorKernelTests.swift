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

  @Test func aNarrowerProcessorIsTold() {
    let avx2: Set<Substring> = ["sse2", "avx2", "fma"]
    #expect(ProcessorKernel.obstacle(vectorBits: 256, flags: avx2) == nil)
    #expect(ProcessorKernel.obstacle(vectorBits: 128, flags: ["sse2"]) == nil)
    #expect(ProcessorKernel.obstacle(vectorBits: 256, flags: ["sse2"]) != nil)
    #expect(ProcessorKernel.obstacle(vectorBits: 512, flags: avx2)?.contains("vectors of 512 bits") == true)
    // Where the system doesn't say, the program tries.
    #expect(ProcessorKernel.obstacle(vectorBits: 512, flags: []) == nil)
  }
}
