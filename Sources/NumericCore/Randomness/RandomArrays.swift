// Vectors and matrices of random numbers, drawn one after another, row after row.

extension Vector {
  /// `count` numbers from the range, its upper bound excluded.
  @specialized(where Scalar == Double, Generator == Philox4x32x10)
  @specialized(where Scalar == Float, Generator == Philox4x32x10)
  public static func uniform<Generator: RandomNumberGenerator>(
    _ count: Int, in range: Range<Scalar> = 0..<1, using generator: inout Generator
  ) -> Vector {
    draw(count) { generator.uniform(in: range) }
  }

  /// `count` numbers from the normal distribution. Precondition: the standard deviation is 0 or more.
  ///
  /// Each is drawn as a `Double`; a `Float` is that rounded, so both precisions draw the same.
  @specialized(where Scalar == Double, Generator == Philox4x32x10)
  @specialized(where Scalar == Float, Generator == Philox4x32x10)
  public static func normal<Generator: RandomNumberGenerator>(
    _ count: Int, mean: Scalar = 0, standardDeviation: Scalar = 1, using generator: inout Generator
  ) -> Vector {
    draw(count) {
      Scalar(generator.normal(mean: Double(mean), standardDeviation: Double(standardDeviation)))
    }
  }

  /// `count` numbers, each 1 with this probability and 0 otherwise.
  @specialized(where Scalar == Double, Generator == Philox4x32x10)
  @specialized(where Scalar == Float, Generator == Philox4x32x10)
  public static func bernoulli<Generator: RandomNumberGenerator>(
    _ count: Int, probability: Double, using generator: inout Generator
  ) -> Vector {
    draw(count) { generator.bernoulli(probability) ? 1 : 0 }
  }
}

extension Matrix {
  /// A matrix of numbers from the range, its upper bound excluded.
  public static func uniform<Generator: RandomNumberGenerator>(
    rows: Int, columns: Int, in range: Range<Scalar> = 0..<1, using generator: inout Generator
  ) -> Matrix {
    let draws = Vector<Scalar>.uniform(rows * columns, in: range, using: &generator)
    return Matrix(rows: rows, columns: columns, elements: draws.elements)
  }

  /// A matrix of numbers from the normal distribution. Precondition: the standard deviation is 0 or more.
  public static func normal<Generator: RandomNumberGenerator>(
    rows: Int, columns: Int, mean: Scalar = 0, standardDeviation: Scalar = 1, using generator: inout Generator
  ) -> Matrix {
    let draws = Vector<Scalar>.normal(
      rows * columns, mean: mean, standardDeviation: standardDeviation, using: &generator)
    return Matrix(rows: rows, columns: columns, elements: draws.elements)
  }

  /// A matrix of numbers, each 1 with this probability and 0 otherwise.
  public static func bernoulli<Generator: RandomNumberGenerator>(
    rows: Int, columns: Int, probability: Double, using generator: inout Generator
  ) -> Matrix {
    let draws = Vector<Scalar>.bernoulli(rows * columns, probability: probability, using: &generator)
    return Matrix(rows: rows, columns: columns, elements: draws.elements)
  }
}

/// The loop stands in this file so that it is compiled together with its closure, also in a debug build.
@inline(__always)
private func draw<Scalar: Real>(_ count: Int, _ next: () -> Scalar) -> Vector<Scalar> {
  Vector(
    [Scalar](unsafeUninitializedCapacity: count) { target, filled in
      for index in 0..<count { target[index] = next() }
      filled = count
    })
}
