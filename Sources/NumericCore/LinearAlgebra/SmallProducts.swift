internal import COpenBLAS

/// How a product of medium size is cut so that it is done as several small ones.
///
/// OpenBLAS's kernels for AVX-512 do a product of up to a million multiplications straight from where the matrices lie; a
/// larger one is packed into blocks first, which takes longer than it saves until there are some millions. Measured, on
/// one thread of an AMD EPYC with the kernel SkylakeX: [32, 392] times [392, 200] takes 35 microseconds at once, and 26 in
/// pieces of 12 rows; at 96 rows both take the same. Kernels without AVX-512 do better at once.
enum SmallProducts {
  private static let largest = 1_000_000
  private static let largestCut = 5_200_000

  /// Whether the library runs such a kernel. It is chosen when the library is loaded, and stays.
  private static let areFast = ["SkylakeX", "Cooperlake", "SapphireRapids"].contains(
    openblas_get_corename().map { String(cString: $0) } ?? "")

  /// How many rows to do at a time of a product of this shape: all of them, or as many as make it a small one.
  static func rows<Scalar>(ofProduct height: Int, _ width: Int, _ inner: Int, _ type: Scalar.Type) -> Int {
    let row = width * inner
    guard areFast, Scalar.self == Float.self, row * height > largest, row * height <= largestCut, row * 4 <= largest
    else { return max(height, 1) }
    return largest / row
  }
}
