/// Why a problem of linear algebra has no answer.
public enum LinearAlgebraError: Error, Hashable, Sendable {
  /// The matrix or the right-hand side holds an infinity or something that is not a number.
  case notFinite
  /// The matrix differs from its transpose, here first. Rows and columns count from 0.
  case notSymmetric(row: Int, column: Int)
  /// The matrix has a direction in which it does not grow; elimination shows it at this row, counted from 0.
  case notPositiveDefinite(pivot: Int)
  /// The matrix sends some direction to zero; elimination shows it at this row, counted from 0.
  case singular(pivot: Int)
  /// The iteration found no answer; this happens to almost no matrix.
  case notConverged
}

extension LinearAlgebraError: CustomStringConvertible {
  /// One sentence.
  public var description: String {
    switch self {
    case .notFinite: "The numbers include an infinity or a not-a-number (nan)."
    case .notSymmetric(let row, let column):
      "The matrix is not symmetric: [\(row), \(column)] and [\(column), \(row)] differ."
    case .notPositiveDefinite(let pivot):
      "The matrix is not positive definite: the pivot of row \(pivot) (counted from 0) is not above zero."
    case .singular(let pivot):
      "The matrix is singular: the pivot of row \(pivot) (counted from 0) is zero."
    case .notConverged: "The iteration did not converge."
    }
  }
}

extension Matrix {
  /// Stops unless the matrix has elements; throws unless they are numbers, because LAPACK may never return otherwise.
  package func requireFinite(for purpose: String) throws(LinearAlgebraError) {
    if storage.isEmpty { stop("A \(shapeDescription) has no \(purpose): it has no elements.") }
    if !allFinite { throw .notFinite }
  }

  /// Stops unless the matrix has as many rows as columns.
  func requireSquare(for purpose: String) {
    if rows != columns { stop("A \(shapeDescription) has no \(purpose): it needs as many rows as columns.") }
  }

  /// Throws unless the matrix equals its transpose, up to rounding: the root of the precision, of the largest number.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  func requireSymmetric() throws(LinearAlgebraError) {
    let tolerance = maximumMagnitude * Scalar.ulpOfOne.squareRoot()
    for row in 0..<rows {
      for column in 0..<row
      where Swift.abs(storage[row * columns + column] - storage[column * columns + row]) > tolerance {
        throw .notSymmetric(row: row, column: column)
      }
    }
  }
}

/// Room for LAPACK: asks the routine how much it wants (length -1), then calls it with that.
package func withWorkspace<Scalar: Real>(_ call: (UnsafeMutablePointer<Scalar>, Int32) -> Void) {
  var wanted: Scalar = 0
  call(&wanted, -1)
  // The answer is a Scalar; a large one may have been rounded down.
  let count = Swift.max(1, Int((wanted * (1 + Scalar.ulpOfOne)).rounded(.up)))
  var workspace = [Scalar](repeating: 0, count: count)
  call(&workspace, Int32(count))
}

/// The sign that makes a vector's component of largest magnitude positive: -1 or 1.
///
/// Among components whose magnitudes agree to the root of the precision, the first decides, so that rounding does not.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
func conventionalSign<Scalar: Real>(of vector: ArraySlice<Scalar>) -> Scalar {
  let largest = vector.reduce(0) { Swift.max($0, Swift.abs($1)) }
  let leader = vector.first { Swift.abs($0) >= largest * (1 - Scalar.ulpOfOne.squareRoot()) } ?? 0
  return leader < 0 ? -1 : 1
}
