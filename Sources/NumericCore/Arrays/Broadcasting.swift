// A vector combined with each row or each column of a matrix; NumPy would do it unasked ("broadcasting").

extension Matrix {
  /// Adds the vector to each row (or column).
  ///
  /// Precondition: as many elements as a row (a column) has.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func adding(_ vector: Vector<Scalar>, to axis: Axis) -> Matrix {
    combined(with: vector, axis, "added to") { $0 + $1 }
  }

  /// Subtracts the vector from each row (or column): `x.subtracting(x.mean(over: .rows), from: .rows)` centres.
  ///
  /// Precondition: as many elements as a row (a column) has.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func subtracting(_ vector: Vector<Scalar>, from axis: Axis) -> Matrix {
    combined(with: vector, axis, "subtracted from") { $0 - $1 }
  }

  /// Multiplies each row (or column) by the vector, element by element.
  ///
  /// Precondition: as many elements as a row (a column) has.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func multiplying(_ axis: Axis, by vector: Vector<Scalar>) -> Matrix {
    combined(with: vector, axis, "multiplied with") { $0 * $1 }
  }

  /// Divides each row (or column) by the vector, element by element.
  ///
  /// Precondition: as many elements as a row (a column) has.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public func dividing(_ axis: Axis, by vector: Vector<Scalar>) -> Matrix {
    combined(with: vector, axis, "divided into") { $0 / $1 }
  }

  /// Adds the vector to each row (or column), in place: a layer's bias is `y.add(bias, to: .rows)`.
  ///
  /// Precondition: as many elements as a row (a column) has.
  @specialized(where Scalar == Double) @specialized(where Scalar == Float)
  public mutating func add(_ vector: Vector<Scalar>, to axis: Axis) {
    requireFit(vector, axis, "added to")
    let (rows, columns) = (rows, columns)
    storage.withUnsafeMutableBufferPointer { target in
      vector.storage.withUnsafeBufferPointer { vector in
        for row in 0..<rows {
          let start = row * columns
          if axis == .rows {
            for column in 0..<columns { target[start + column] += vector[column] }
          } else {
            for column in 0..<columns { target[start + column] += vector[row] }
          }
        }
      }
    }
  }

  private func requireFit(_ vector: Vector<Scalar>, _ axis: Axis, _ verb: String) {
    let needed = axis == .rows ? columns : rows
    if vector.count != needed {
      let line = axis == .rows ? "row" : "column"
      stop("\(vector.shapeDescription) can't be \(verb) each \(line) of a \(shapeDescription): it needs \(needed).")
    }
  }

  @inline(__always)
  private func combined(
    with vector: Vector<Scalar>, _ axis: Axis, _ verb: String, _ combine: (Scalar, Scalar) -> Scalar
  ) -> Matrix {
    requireFit(vector, axis, verb)
    let elements = [Scalar](unsafeUninitializedCapacity: storage.count) { target, count in
      storage.withUnsafeBufferPointer { source in
        vector.storage.withUnsafeBufferPointer { vector in
          for row in 0..<rows {
            let start = row * columns
            if axis == .rows {
              for column in 0..<columns { target[start + column] = combine(source[start + column], vector[column]) }
            } else {
              for column in 0..<columns { target[start + column] = combine(source[start + column], vector[row]) }
            }
          }
        }
      }
      count = storage.count
    }
    return Matrix(rows: rows, columns: columns, elements: elements)
  }
}
