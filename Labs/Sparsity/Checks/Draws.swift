import AnswerChecks
import NumericCore

extension Philox4x32x10 {
  /// Numbers of which each column has the mean 0 exactly; `rows` is even.
  mutating func centred(_ rows: Int, _ columns: Int) -> Matrix<Double> {
    let half = matrix(rows / 2, columns, in: 0.3..<2)
    return half.stacked(above: -1 * half)[rows: permutation(2 * (rows / 2))]
  }
}
