import NumericCore

@testable import DeepLearning

/// Masks whose factors are any numbers from 0 to twice the keep probability: whoever multiplies by them must have kept them.
struct UniformMasks: DropoutMasks {
  func write(
    _ mask: inout MutableSpan<Double>, from first: Int, keepProbability: Double, using draws: Philox4x32x10
  ) {
    var words = [UInt32](repeating: 0, count: mask.count)
    words.withUnsafeMutableBufferPointer { draws.writeWords(from: first, into: $0) }
    for index in mask.indices { mask[index] = 2 * keepProbability * Double(words[index]) * 0x1p-32 }
  }
}
