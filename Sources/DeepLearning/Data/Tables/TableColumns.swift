import NumericCore

/// Columns of numbers.
public struct NumericColumns: Sendable {
  /// The names of the columns.
  public let names: [String]
  /// The numbers, shape [rows, columns]; NaN where an entry is missing.
  public let values: Matrix<Double>
  /// How many entries of each column are missing.
  public let missingCounts: [Int]
}

/// A column of categories.
public struct CategoricalColumn: Equatable, Sendable {
  /// The name of the column.
  public let name: String
  /// What the codes stand for: code 0 for the first level.
  public let levels: [String]
  /// The code of each row, from 0 to `levels.count - 1`; nothing where the entry is missing.
  public internal(set) var codes: [Int?]

  /// How many entries are missing.
  public var missingCount: Int { codes.count { $0 == nil } }

  /// How many rows each level has.
  public var levelCounts: [Int] {
    codes.reduce(into: Array(repeating: 0, count: levels.count)) { counts, code in
      if let code { counts[code] += 1 }
    }
  }

  /// A one in the column of each row's level, shape [rows, levels]; a row of zeros where the entry is missing.
  public func oneHot<Scalar: Real>(_ type: Scalar.Type = Double.self) -> Matrix<Scalar> {
    var matrix = Matrix<Scalar>.zeros(codes.count, levels.count)
    for (row, code) in codes.enumerated() {
      if let code { matrix[row, code] = 1 }
    }
    return matrix
  }
}
