import DeepLearning
import NumericCore

/// Keeps each number with probability p and divides it by p, or sets it to 0: the mask is 1/p or 0.
///
/// In the mean a number is what it was, so inference needs no change. Each number is decided on by 32 random bits of its
/// own, so the probability is met to 2^-33, and a part of a batch draws what it would within the whole.
///
/// Source: "Dropout: A Simple Way to Prevent Neural Networks from Overfitting" (Srivastava, Hinton, Krizhevsky, Sutskever,
/// Salakhutdinov, 2014), section 10, in the inverted form.
public struct InvertedDropout<Scalar: Real>: DropoutMasks, Hashable {
  /// The masks; they have no settings.
  public init() {}

  /// Writes 1/p where 32 bits of `draws` lie below p, and 0 elsewhere.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func write(
    _ mask: inout MutableSpan<Scalar>, from first: Int, keepProbability: Double, using draws: Philox4x32x10
  ) {
    let factor = Scalar(1 / keepProbability)
    let bound = UInt64((keepProbability * 0x1p32).rounded())
    mask.withUnsafeMutableBufferPointer { mask in
      // 1 KiB, which is as much as lies on the stack.
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { words in
        for start in stride(from: 0, to: mask.count, by: words.count) {
          let chunk = UnsafeMutableBufferPointer(rebasing: words[..<min(words.count, mask.count - start)])
          draws.writeWords(from: first + start, into: chunk)
          for index in chunk.indices { mask[start + index] = UInt64(chunk[index]) < bound ? factor : 0 }
        }
      }
    }
  }
}
