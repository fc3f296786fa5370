extension Matrix {
  /// The matrix of inner products of its columns, X'X, or of its rows, XX'.
  ///
  /// `x.gram(over: .rows)` sums over the rows: with `[samples, features]` it is X'X, `[features, features]`. `.columns` gives
  /// XX', `[samples, samples]`. It is `x.dot(x, transposingLeft: true)` up to rounding, in half the time, because only one
  /// half is computed; so it is exactly symmetric.
  public func gram(over axis: Axis) -> Matrix {
    let size = axis == .rows ? columns : rows
    let length = axis == .rows ? rows : columns
    var result = Matrix(rows: size, columns: size, repeating: 0)
    if size == 0 || length == 0 { return result }
    result.storage.withUnsafeMutableBufferPointer { target in
      storage.withUnsafeBufferPointer { numbers in
        guard let a = numbers.baseAddress, let c = target.baseAddress else { return }
        Scalar.blas.syrk(axis == .rows, Int32(size), Int32(length), a, Int32(columns), c)
        mirrorLowerHalf(c, size: size)
      }
    }
    return result
  }
}

/// Copies what stands below the diagonal above it, tile by tile, so that both sides stay in the processor's cache.
private func mirrorLowerHalf<Scalar: Real>(_ numbers: UnsafeMutablePointer<Scalar>, size: Int) {
  let tile = 32
  for top in stride(from: 0, to: size, by: tile) {
    for left in stride(from: 0, through: top, by: tile) {
      for row in top..<min(top + tile, size) {
        for column in left..<min(left + tile, row + 1) { numbers[column * size + row] = numbers[row * size + column] }
      }
    }
  }
}
