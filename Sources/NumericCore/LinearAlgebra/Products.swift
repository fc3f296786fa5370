// The products of linear algebra. All are spelled `dot`, as in NumPy: `a.dot(b)`, `A.dot(v)`, `A.dot(B)`. A word, because it
// can be typed on any keyboard and looked up, and because `*` means element by element here as it does there. Sums of
// products of two vectors are our own, so the same on every machine; products with a matrix are OpenBLAS's.

extension Vector {
  /// The inner product: the sum of `self[i] * other[i]`. Precondition: the counts are the same.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func dot(_ other: Vector) -> Scalar {
    Self.requireSameShape(self, other, verb: "multiplied")
    return sumOfProducts(storage, other.storage)
  }

  /// The row vector self times the matrix: element j is the sum of `self[i] * matrix[i, j]`.
  ///
  /// It is the same as `matrix.transposed.dot(self)`, without the copy. Precondition: as many elements as the matrix has
  /// rows.
  public func dot(_ matrix: Matrix<Scalar>) -> Vector {
    if count != matrix.rows {
      stopAtProduct(shapeDescription, matrix.shapeDescription, need: "as many rows in the matrix as numbers")
    }
    return matrix.timesVector(self, transposed: true)
  }

  /// The matrix of all products: `outer(other)[i, j]` is `self[i] * other[j]`.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func outer(_ other: Vector) -> Matrix<Scalar> {
    var elements: [Scalar] = []
    elements.reserveCapacity(count * other.count)
    for left in storage {
      for right in other.storage { elements.append(left * right) }
    }
    return Matrix(rows: count, columns: other.count, elements: elements)
  }
}

extension Matrix {
  /// The matrix times the vector: element i is the sum of `self[i, j] * vector[j]`.
  ///
  /// Precondition: the vector has as many elements as the matrix has columns.
  public func dot(_ vector: Vector<Scalar>) -> Vector<Scalar> {
    if vector.count != columns {
      stopAtProduct(shapeDescription, vector.shapeDescription, need: "as many numbers as the matrix has columns")
    }
    return timesVector(vector, transposed: false)
  }

  /// The matrix product: element [i, j] is the sum of `self[i, k] * other[k, j]`.
  ///
  /// Precondition: this matrix has as many columns as the other has rows.
  public func dot(_ other: Matrix) -> Matrix {
    dot(other, transposingLeft: false, transposingRight: false)
  }

  /// The matrix product with either side transposed first, without a copy of it.
  ///
  /// `x.dot(r, transposingLeft: true)` is `x.transposed.dot(r)`. Precondition: what is left has as many columns as what is
  /// right has rows.
  public func dot(_ other: Matrix, transposingLeft: Bool = false, transposingRight: Bool = false) -> Matrix {
    var result = Matrix(
      rows: transposingLeft ? columns : rows, columns: transposingRight ? other.rows : other.columns, repeating: 0)
    result.setProduct(self, other, transposingLeft: transposingLeft, transposingRight: transposingRight)
    return result
  }

  /// Becomes the product of two matrices, or adds it to itself: self <- (self +) scale * left right.
  ///
  /// For large matrices, which then need no new memory. Precondition: the shape fits the product's.
  public mutating func setProduct(
    _ left: Matrix, _ right: Matrix, transposingLeft: Bool = false, transposingRight: Bool = false,
    scale: Scalar = 1, adding: Bool = false
  ) {
    let inner = transposingLeft ? left.rows : left.columns
    if inner != (transposingRight ? right.columns : right.rows) {
      stopAtProduct(
        left.shapeDescription + (transposingLeft ? " (transposed)" : ""),
        right.shapeDescription + (transposingRight ? " (transposed)" : ""),
        need: "as many columns left as rows right")
    }
    if rows != (transposingLeft ? left.columns : left.rows)
      || columns != (transposingRight ? right.rows : right.columns)
    {
      stop("A \(shapeDescription) can't hold the product of \(left.shapeDescription) and \(right.shapeDescription).")
    }
    if storage.isEmpty { return }
    if inner == 0 {
      if !adding { fill(with: 0) }
      return
    }
    let (m, n) = (Int32(rows), Int32(columns))
    withPointers(left, right) { left, right, rowLeft, rowRight, target in
      Scalar.blas.gemm(
        transposingLeft, transposingRight, m, n, Int32(inner), scale, left, rowLeft, right, rowRight, adding ? 1 : 0,
        target, n)
    }
  }

  private mutating func withPointers(
    _ left: Matrix, _ right: Matrix,
    _ body: (UnsafePointer<Scalar>, UnsafePointer<Scalar>, Int32, Int32, UnsafeMutablePointer<Scalar>) -> Void
  ) {
    storage.withUnsafeMutableBufferPointer { target in
      left.storage.withUnsafeBufferPointer { leftNumbers in
        right.storage.withUnsafeBufferPointer { rightNumbers in
          guard let a = leftNumbers.baseAddress, let b = rightNumbers.baseAddress, let c = target.baseAddress else {
            return
          }
          body(a, b, Int32(left.columns), Int32(right.columns), c)
        }
      }
    }
  }

  fileprivate func timesVector(_ vector: Vector<Scalar>, transposed: Bool) -> Vector<Scalar> {
    var result = [Scalar](repeating: 0, count: transposed ? columns : rows)
    storage.withUnsafeBufferPointer { matrix in
      vector.storage.withUnsafeBufferPointer { vector in
        result.withUnsafeMutableBufferPointer { result in
          guard let a = matrix.baseAddress, let x = vector.baseAddress, let y = result.baseAddress else { return }
          if matrix.isEmpty { return }
          Scalar.blas.gemv(transposed, Int32(rows), Int32(columns), a, x, y)
        }
      }
    }
    return Vector(result)
  }
}

private func stopAtProduct(_ left: String, _ right: String, need: String) -> Never {
  stop(mismatchSentence(left, right, verb: "multiplied", need: need))
}
