import AnswerChecks
import NumericCore

extension Philox4x32x10 {
  /// A matrix with these singular values, `[rows, columns]`, between random singular vectors.
  mutating func matrix(_ rows: Int, _ columns: Int, singularValues: Vector<Double>) throws -> Matrix<Double> {
    let parts = try svd(matrix(rows, columns))
    return parts.u.dot(parts.vTransposed.multiplying(.columns, by: singularValues))
  }

  /// Singular values of which the last is below a tenth of the largest, and another above it but below its root: the count
  /// of those above a tenth depends on how one counts, and with a small largest one on what is compared with it.
  mutating func fadingValues(_ count: Int, largest range: Range<Double> = 3..<6) -> Vector<Double> {
    let largest = decimal(in: range, places: 2)
    return Vector(count: count) { index in
      switch index {
      case 0: largest
      case count - 1: largest * decimal(in: 0.05..<0.08, places: 3)
      case count - 2: largest * decimal(in: 0.2..<0.3, places: 3)
      default: largest * decimal(in: 0.5..<0.9, places: 3)
      }
    }
  }
}
