import NumericCore

// Reading a student's output where nothing is promised about it: each returns nothing where the value is anything else.

extension Value {
  /// A finite number.
  public var finiteNumber: Double? {
    if case .number(let number) = self, number.isFinite { number } else { nil }
  }

  /// As many finite numbers.
  public func vector(count: Int) -> Vector<Double>? {
    guard case .list(let items) = self, items.count == count else { return nil }
    let numbers = items.compactMap(\.finiteNumber)
    return numbers.count == count ? Vector(numbers) : nil
  }

  /// As many rows of as many finite numbers.
  public func matrix(rows: Int, columns: Int) -> Matrix<Double>? {
    guard case .list(let items) = self, items.count == rows else { return nil }
    let vectors = items.compactMap { $0.vector(count: columns) }
    return vectors.count == rows ? Matrix(rows: vectors) : nil
  }

  /// The values of a list.
  public var items: [Value]? {
    if case .list(let items) = self { items } else { nil }
  }

  /// The values of a record by name.
  public var record: [String: Value]? {
    if case .record(let record) = self { record } else { nil }
  }

  /// What a record holds under a name.
  public subscript(name: String) -> Value? { record?[name] }
}
