import NumericCore

/// Masks that are dealt out of factors which somebody else has drawn, once for each keep probability.
///
/// Every 16 numbers of a batch get 16 factors that follow each other, from a place that is drawn anew in each pass. So a
/// training draws from thousands of factors as if each mask were new.
public struct DealtMasks<Scalar: Real>: DropoutMasks {
  private let factors: [Double: [Scalar]]

  /// - Parameter factors: by keep probability, 16 or more for each.
  public init(_ factors: [Double: [Scalar]]) {
    for (keepProbability, factors) in factors where factors.count < Self.run {
      fatalError("Masks are dealt out of \(Self.run) factors or more, not of \(factors.count) for \(keepProbability).")
    }
    self.factors = factors
  }

  private static var run: Int { 16 }

  /// Copies factors into a part of a mask. Precondition: there are factors for the keep probability.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func write(
    _ mask: inout MutableSpan<Scalar>, from first: Int, keepProbability: Double, using draws: Philox4x32x10
  ) {
    guard let factors = factors[keepProbability] else {
      fatalError("There are no factors for a keep probability of \(keepProbability).")
    }
    mask.withUnsafeMutableBufferPointer { mask in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1) { word in
        var index = 0
        while index < mask.count {
          let (piece, within) = (first + index).quotientAndRemainder(dividingBy: Self.run)
          draws.writeWords(from: piece, into: word)
          let place = Int(word[0]) % factors.count
          for offset in within..<min(Self.run, within + mask.count - index) {
            mask[index] = factors[(place + offset) % factors.count]
            index += 1
          }
        }
      }
    }
  }
}
