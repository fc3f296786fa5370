import NumericCore

/// A one in the column of each sample's class and zeros elsewhere, shape [samples, classes].
///
/// Precondition: each label is from 0 to `classes - 1`.
public func oneHot<Scalar: Real>(
  _ labels: [Int], classes: Int, as type: Scalar.Type = Double.self
) -> Matrix<Scalar> {
  var matrix = Matrix<Scalar>.zeros(labels.count, classes)
  for (row, label) in labels.enumerated() {
    if !(0 <= label && label < classes) { fatalError("Label \(row) is \(label), outside 0..<\(classes).") }
    matrix[row, label] = 1
  }
  return matrix
}

/// The group of each row, where equal rows share a group: numbered from 0 in the order of first appearance.
///
/// Given to a split, it keeps copies of a sample on one side. Two NaN count as equal here, and so do 0 and -0.
@specialized(where Scalar == Double) @specialized(where Scalar == Float)
public func groupsOfEqualRows<Scalar: Real>(_ matrix: Matrix<Scalar>) -> [Int] {
  var groups: [RowKey<Scalar>: Int] = [:]
  let columns = matrix.columns
  return matrix.withUnsafeElements { elements in
    (0..<matrix.rows).map { row in
      let key = RowKey(elements[row * columns..<(row + 1) * columns])
      let group = groups[key] ?? groups.count
      groups[key] = group
      return group
    }
  }
}

/// A row that is hashed and compared by its bytes at once: number by number takes eight times as long.
private struct RowKey<Scalar: Real>: Hashable {
  private let numbers: [Scalar]

  /// Brings what counts as equal to equal bytes.
  @inline(__always)
  init(_ row: Slice<UnsafeBufferPointer<Scalar>>) {
    numbers = row.map { $0.isNaN ? .nan : $0 + 0 }
  }

  static func == (left: RowKey, right: RowKey) -> Bool {
    left.numbers.withUnsafeBytes { left in right.numbers.withUnsafeBytes { left.elementsEqual($0) } }
  }

  func hash(into hasher: inout Hasher) {
    numbers.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
