/// What this program was compiled for, so that it can say so where the processor can't run it.
public enum BuiltFor {
  /// How many bits the vectors of its loops have: 512 with AVX-512, 256 with AVX2, and 128 otherwise.
  @inlinable public static var vectorBits: Int { bits }

  #if BUILT_FOR_AVX512
    @usableFromInline static let bits = 512
  #elseif BUILT_FOR_AVX2
    @usableFromInline static let bits = 256
  #else
    @usableFromInline static let bits = 128
  #endif
}
