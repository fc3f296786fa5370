import Foundation
import NumericCore

/// Which of OpenBLAS's kernels a program runs on.
///
/// OpenBLAS reads `OPENBLAS_CORETYPE` when it is loaded, before any line of a program runs, and otherwise looks at the
/// processor's model, of which an older version doesn't know the newer ones. So the program looks at what the processor
/// can do, and starts itself again with the variable set. Processors with the same abilities then give the same bytes,
/// whatever their maker and model. Who sets the variable chooses for themselves.
public enum ProcessorKernel {
  /// The variable that OpenBLAS reads.
  static let variable = "OPENBLAS_CORETYPE"

  /// Starts the program again with the fastest kernel for this processor, unless a kernel has been chosen already; the
  /// first thing that a program does. It takes about a millisecond.
  ///
  /// A program that was built on a processor with wider vectors ends here, with a sentence, instead of at its first loop.
  public static func choose() {
    #if os(Linux) && arch(x86_64)
      let flags = processorFlags()
      if let sentence = obstacle(vectorBits: BuiltFor.vectorBits, flags: flags) {
        stop(sentence, status: EX_UNAVAILABLE)
      }
      guard getenv(variable) == nil, let kernel = fastest(flags: flags) else { return }
      setenv(variable, kernel, 1)
      var arguments = CommandLine.arguments.map { strdup($0) }
      arguments.append(nil)
      // It returns only if it fails; the program then goes on with the kernel that OpenBLAS chose.
      execv("/proc/self/exe", arguments)
      for argument in arguments { free(argument) }
    #endif
  }

  /// What keeps a program with vectors of so many bits from running on a processor of these abilities.
  static func obstacle(vectorBits: Int, flags: Set<Substring>) -> String? {
    let (wide, middle) = (flags.isSuperset(of: wideFlags), flags.isSuperset(of: ["avx2", "fma"]))
    if flags.isEmpty || vectorBits <= (wide ? 512 : middle ? 256 : 128) { return nil }
    return "This was built on a processor with vectors of \(vectorBits) bits, and this one has none so wide. "
      + "Type make clean, then your command again."
  }

  private static let wideFlags: Set<Substring> = ["avx512f", "avx512cd", "avx512dq", "avx512bw", "avx512vl"]

  /// The kernel for a processor of these abilities; nothing where OpenBLAS's own choice is as good.
  static func fastest(flags: Set<Substring>) -> String? {
    if flags.isSuperset(of: wideFlags) { return "SkylakeX" }
    return flags.isSuperset(of: ["avx2", "fma"]) ? "Haswell" : nil
  }

  /// What the system says that the processor can do.
  private static func processorFlags() -> Set<Substring> {
    guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("flags") })
    else { return [] }
    return Set(line.split(whereSeparator: { " \t:".contains($0) }))
  }
}
