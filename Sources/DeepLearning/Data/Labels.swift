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
public func groupsOfEqualRows<Scalar: Real>(_ matrix: Matrix<Scalar>) -> [Int] {
  var groups: [[Scalar?]: Int] = [:]
  return (0..<matrix.rows).map { row in
    let key = matrix.row(row).elements.map { $0.isNaN ? nil : $0 }
    let group = groups[key] ?? groups.count
    groups[key] = group
    return group
  }
}
