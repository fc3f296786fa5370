import NumericCore
import Testing

struct MatrixMemoryTests {
  @Test(arguments: [false, true], [false, true])
  func productsInPlaceAreTheSameAsDot(transposingLeft: Bool, transposingRight: Bool) {
    var generator = Philox4x32x10(seed: 2)
    let left = Matrix<Double>.normal(
      rows: transposingLeft ? 4 : 3, columns: transposingLeft ? 3 : 4, using: &generator)
    let right = Matrix<Double>.normal(
      rows: transposingRight ? 5 : 4, columns: transposingRight ? 4 : 5, using: &generator)
    var product = Vector<Double>(repeating: 7, count: 17)
    left.withUnsafeElements { a in
      right.withUnsafeElements { b in
        product.withUnsafeMutableElements { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          MatrixMemory(a, rows: left.rows, columns: left.columns, transposed: transposingLeft)
            .multiply(
              MatrixMemory(b, rows: right.rows, columns: right.columns, transposed: transposingRight), into: c + 1)
        }
      }
    }
    let expected = left.dot(right, transposingLeft: transposingLeft, transposingRight: transposingRight)
    #expect(Array(product[1..<16]) == expected.elements)
    #expect(product[0] == 7 && product[16] == 7)
  }

  /// Products of medium size, some of which are done in pieces: columns of a wider matrix, either way round.
  @Test(arguments: [1, 12, 13, 25, 32, 65, 130], [false, true])
  func mediumProductsAreComplete(height: Int, transposing: Bool) {
    var generator = Philox4x32x10(seed: 3)
    let (inner, width) = (392, 200)
    let wide = Matrix<Float>.normal(
      rows: transposing ? inner : height, columns: (transposing ? height : inner) + 7, using: &generator)
    let right = Matrix<Float>.normal(rows: inner, columns: width, using: &generator)
    var product = Matrix<Float>.zeros(height, width)
    wide.withUnsafeElements { a in
      right.withUnsafeElements { b in
        product.withUnsafeMutableElements { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          MatrixMemory(
            a + 3, rows: wide.rows, columns: wide.columns - 7, stride: wide.columns, transposed: transposing
          )
          .multiply(MatrixMemory(b, rows: inner, columns: width), into: c)
        }
      }
    }
    let part = wide[columns: 3..<wide.columns - 4]
    let exact = Matrix<Double>(converting: part).dot(
      Matrix<Double>(converting: right), transposingLeft: transposing)
    #expect((Matrix<Double>(converting: product) - exact).maximumMagnitude < 1e-3)
  }
}
