import Foundation
import NumericCore
import Testing

/// Vectors and matrices: arithmetic, parts, products and reductions, against NumPy where there is a number to compare.
@Suite struct ArrayTests {
  let known: Golden.Arrays

  init() throws {
    known = try Golden.read().arrays
  }

  @Test func arithmeticReadsLikeTheLecture() {
    let w: Vector<Double> = [1, 2, 4]
    let gradient: Vector<Double> = [10, 20, 40]
    let learningRate = 0.5
    #expect(w - learningRate * gradient == [-4, -8, -16])
    #expect(w + gradient == [11, 22, 44])
    #expect(w * gradient == [10, 40, 160])
    #expect(gradient / w == [10, 10, 10])
    #expect(1 - w == [0, -1, -3])
    #expect(w - 1 == [0, 1, 3])
    #expect(8 / w == [8, 4, 2])
    #expect(w / 2 == [0.5, 1, 2])
    #expect(-w == [-1, -2, -4])
    #expect(3 + w == w + 3)
    #expect(3 * w == w * 3)
    let a: Matrix<Float> = [[1, 2], [3, 4]]
    let mixed = a * a + 1 - a / 1
    #expect(mixed == [[1, 3], [7, 13]])
    #expect(12 / a == [[12, 6], [4, 3]])
  }

  @Test func arithmeticInPlaceEqualsArithmetic() {
    var generator = Philox4x32x10(seed: 1)
    let (a, b) = (Vector<Double>.normal(1003, using: &generator), Vector<Double>.normal(1003, using: &generator))
    var c = a
    c += b
    #expect(c == a + b)
    c -= 2
    #expect(c == a + b - 2)
    c *= b
    c /= 3
    c /= b
    c -= a
    c += 1
    c *= 2
    #expect(c == (((a + b - 2) * b / 3 / b) - a + 1) * 2)
    c = a
    c.add(b, times: -0.1)
    #expect(c == a + -0.1 * b)
    c.scale(by: 0.9, adding: b, times: 0.1)
    #expect(c == 0.9 * (a + -0.1 * b) + 0.1 * b)
    c.fill(with: 4)
    #expect(c == Vector(repeating: 4, count: 1003))
    #expect(a.zip(b) { $0 * $1 } == a * b)
  }

  @Test func aCopyIsIndependent() {
    let a: Vector<Double> = [1, 2]
    var b = a
    b[0] = 5
    b += 1
    #expect(a == [1, 2])
    #expect(b == [6, 3])
  }

  @Test func partsOfAMatrix() {
    var a: Matrix<Double> = [[1, 2, 3], [4, 5, 6]]
    #expect(a.rows == 2 && a.columns == 3)
    #expect(a[1, 0] == 4)
    #expect(a.row(1) == [4, 5, 6])
    #expect(a.column(1) == [2, 5])
    #expect(a[rows: 1..<2] == [[4, 5, 6]])
    #expect(a[rows: [1, 0, 1]] == [[4, 5, 6], [1, 2, 3], [4, 5, 6]])
    #expect(a[columns: 1..<3] == [[2, 3], [5, 6]])
    #expect(a[rows: 1..<1].rows == 0)
    #expect(a.transposed == [[1, 4], [2, 5], [3, 6]])
    #expect(a.diagonal == [1, 5])
    #expect(a.reshaped(rows: 3, columns: 2) == [[1, 2], [3, 4], [5, 6]])
    #expect(a.stacked(above: a[rows: 0..<1]) == Matrix(rows: [a.row(0), a.row(1), a.row(0)]))
    #expect(Matrix(columns: [a.column(0), a.column(1), a.column(2)]) == a)
    #expect(Matrix(rows: 2, columns: 3) { Double(3 * $0 + $1 + 1) } == a)
    a.setRow(0, to: [7, 8, 9])
    a.setColumn(2, to: [0, 1])
    #expect(a == [[7, 8, 0], [4, 5, 1]])
    #expect(Matrix<Double>.identity(3).trace == 3)
  }

  @Test func transposingInBlocksMovesEachElement() {
    let a = Matrix<Double>(rows: 37, columns: 50) { Double(100 * $0 + $1) }
    let b = a.transposed
    #expect((0..<37).allSatisfy { i in (0..<50).allSatisfy { b[$0, i] == a[i, $0] } })
  }

  @Test(arguments: [(3, 5), (5, 3), (70, 33), (33, 70), (1, 4), (4, 1), (0, 3), (3, 0)])
  func gramMatricesAreProductsWithTheTransposed(rows: Int, columns: Int) {
    var generator = Philox4x32x10(seed: 4)
    let x = Matrix<Double>.normal(rows: rows, columns: columns, using: &generator)
    let y = Matrix<Float>(converting: x)
    for axis in [Axis.rows, .columns] {
      let gram = x.gram(over: axis)
      #expect(gram.isClose(to: axis == .rows ? x.transposed.dot(x) : x.dot(x.transposed), absolute: 1e-12))
      #expect(gram == gram.transposed)
      let single = axis == .rows ? y.transposed.dot(y) : y.dot(y.transposed)
      #expect(y.gram(over: axis).isClose(to: single, absolute: 1e-4))
    }
  }

  @Test func products() {
    let (a, b) = (known.a, known.b)
    #expect(a.dot(b).isClose(to: known.product, relative: 1e-13))
    #expect(a.transposed.dot(b, transposingLeft: true).isClose(to: known.product, relative: 1e-13))
    #expect(a.dot(b.transposed, transposingRight: true).isClose(to: known.product, relative: 1e-13))
    #expect(a.dot(b.column(2)).isClose(to: known.product.column(2), relative: 1e-13))
    #expect(a.row(1).dot(b).isClose(to: known.product.row(1), relative: 1e-13))
    #expect(abs(a.row(1).dot(b.column(2)) - known.product[1, 2]) < 1e-14)
    var sum = known.product
    sum.setProduct(a, b, scale: -1, adding: true)
    #expect(sum.norm < 1e-14)
    sum.fill(with: .nan)
    sum.setProduct(a, b)
    #expect(sum == a.dot(b))
    var square: Matrix<Double> = [[1, 2], [3, 4]]
    square.setProduct(square, square)
    #expect(square == [[7, 10], [15, 22]])
    let (u, v): (Vector<Double>, Vector<Double>) = ([1, 2], [3, 4, 5])
    #expect(u.outer(v) == [[3, 4, 5], [6, 8, 10]])
    #expect(Matrix<Double>.zeros(2, 0).dot(Matrix.zeros(0, 3)) == .zeros(2, 3))
    #expect(Matrix<Double>.zeros(2, 0).dot(Vector<Double>([])) == [0, 0])
    let floats = Matrix<Float>(converting: a).dot(Matrix<Float>(converting: b))
    #expect(floats.isClose(to: Matrix<Float>(converting: known.product), relative: 1e-4, absolute: 1e-6))
  }

  @Test func reductions() {
    let (a, v) = (known.a, known.v)
    #expect(a.sum(over: .rows).isClose(to: known.sumOverRows, relative: 1e-13))
    #expect(a.sum(over: .columns).isClose(to: known.sumOverColumns, relative: 1e-13))
    #expect(a.mean(over: .rows).isClose(to: known.meanOverRows, relative: 1e-13))
    #expect(a.max(over: .columns) == known.maxOverColumns)
    #expect(a.min(over: .rows) == known.minOverRows)
    #expect(a.argMax(over: .rows) == known.argMaxOverRows)
    #expect(a.argMin(over: .columns) == known.argMinOverColumns)
    #expect(abs(a.norm / known.frobenius - 1) < 1e-14)
    #expect(abs(v.sum() - known.sum) < 1e-15 * known.norm1)
    #expect(abs(v.norm / known.norm - 1) < 1e-14)
    #expect(abs(v.norm1 / known.norm1 - 1) < 1e-14)
    #expect(v.max() == v.elements.max())
    #expect(v.min() == v.elements.min())
    #expect(v.argMax() == v.elements.firstIndex(of: v.max()))
  }

  @Test func ofEqualsTheFirstIsNamed() {
    let v: Vector<Double> = [1, 3, 3, 1, -0.0, 0]
    #expect(v.argMax() == 1)
    #expect((-v).argMin() == 1)
    #expect(Vector([0.0, .nan, 2, .nan]).argMax() == 1)
    let a: Matrix<Double> = [[2, 2], [2, 0]]
    #expect(a.argMax(over: .columns) == [0, 0])
    #expect(a.argMax(over: .rows) == [0, 0])
  }

  @Test func infinityIsCloseToItselfAlone() {
    let infinite = Vector([1, Double.infinity])
    #expect(infinite.isClose(to: infinite))
    #expect(!infinite.isClose(to: [1, 1e300]))
    #expect(!infinite.isClose(to: [1, -.infinity]))
    #expect(!Vector([1, 1e300]).isClose(to: infinite, relative: 1, absolute: 1e300))
  }

  @Test func normsNeitherOverflowNorVanish() {
    #expect(Vector([3e300, 4e300]).norm == 5e300)
    #expect(Vector([3e-300, 4e-300]).norm.isClose(to: 5e-300, within: 1e-305))
    #expect(Vector([0.0, 0]).norm == 0)
    #expect(Vector([1, Double.infinity]).norm == .infinity)
    #expect(Vector([1, Double.nan]).norm.isNaN)
  }

  @Test func largeSumsStayAccurate() {
    #expect(Vector(repeating: Float(0.1), count: 1_000_000).mean().isClose(to: 0.1, within: 1e-7))
    #expect(Vector(repeating: 0.1, count: 1_000_001).sum().isClose(to: 100_000.1, within: 1e-9))
  }

  @Test func notANumberIsNeverHidden() {
    let v: Vector<Double> = [1, .nan, 3]
    #expect(v.max().isNaN && v.min().isNaN && v.maximumMagnitude.isNaN)
    #expect(v.argMax() == 1)
    #expect(maximum(v, 0)[1].isNaN && minimum(v, 0)[1].isNaN && clamp(v, 0, 1)[1].isNaN && sign(v)[1].isNaN)
    #expect(!v.allFinite && !Vector([1, -Double.infinity]).allFinite && Vector([1.0, 2]).allFinite)
    #expect(!v.isClose(to: v))
  }

  @Test func broadcasting() {
    let a: Matrix<Double> = [[1, 2], [3, 4], [5, 6]]
    #expect(a.adding([10, 20], to: .rows) == [[11, 22], [13, 24], [15, 26]])
    #expect(a.subtracting([1, 2, 3], from: .columns) == [[0, 1], [1, 2], [2, 3]])
    #expect(a.multiplying(.rows, by: [2, 0]) == [[2, 0], [6, 0], [10, 0]])
    var b = a
    b.add([10, 20], to: .rows)
    b.add([1, 2, 3], to: .columns)
    #expect(b == [[12, 23], [15, 26], [18, 29]])
    #expect(a.dividing(.columns, by: [1, 2, 5]) == [[1, 2], [1.5, 2], [1, 1.2]])
  }

  @Test func functionsOfEachElement() throws {
    let x = known.positive
    let values = [
      "exp": exp(x), "log": log(x), "expm1": expm1(x), "log1p": log1p(x), "sin": sin(x), "cos": cos(x),
      "tanh": tanh(x), "sqrt": sqrt(x), "square": square(x), "pow": pow(x, 1.7),
    ]
    for (name, expected) in known.functions {
      let found = try #require(values[name])
      #expect(found.isClose(to: expected, relative: 1e-14, absolute: 1e-15), "\(name)")
    }
    let mixed: Vector<Float> = [-2, -0.5, 0, 3]
    #expect(abs(mixed) == [2, 0.5, 0, 3])
    #expect(sign(mixed) == [-1, -1, 0, 1])
    #expect(maximum(mixed, 0) == [0, 0, 0, 3])
    #expect(minimum(mixed, 0) == [-2, -0.5, 0, 0])
    #expect(clamp(mixed, -1, 1) == [-1, -0.5, 0, 1])
    let matrix: Matrix<Double> = [[1, 4], [9, 16]]
    #expect(sqrt(matrix) == [[1, 2], [3, 4]])
    #expect(square(sqrt(matrix)) == pow(matrix, 1))
  }

  @Test func functionsOfOneNumber() {
    // With Foundation imported, too, as it is here, none of these is ambiguous.
    let half = 0.5
    #expect(exp(half) == Foundation.exp(half))
    #expect(sqrt(half) == half.squareRoot() && square(half) == 0.25 && sign(-half) == -1 && clamp(half, 0, 0.1) == 0.1)
    #expect(NumericCore.tanh(Float(0.5)) == Foundation.tanh(Float(0.5)))
    #expect(NumericCore.pow(2.0, 0.5) == 2.0.squareRoot())
  }

  @Test func linearSpaces() {
    let points = Vector<Double>.linearSpace(0, 1, count: 11)
    #expect(points.count == 11)
    #expect(points[3].isClose(to: 0.3, within: 1e-15))
    #expect(points[10] == 1)
  }
}

extension BinaryFloatingPoint {
  fileprivate func isClose(to other: Self, within tolerance: Self) -> Bool { Swift.abs(self - other) <= tolerance }
}
