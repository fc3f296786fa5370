/// A regularity in a wrong answer that no misconception explains: a hint at where to look.
public enum Pattern: Sendable, Equatable, Codable {
  /// Every number has the other sign.
  case sign
  /// Every number is the expected one times the same factor.
  case factor(Double)
  /// Every number is the expected one plus the same offset.
  case offset(Double)
  /// Rows and columns are exchanged.
  case transposed
  /// The answer runs one step ahead (+1) of the expected one, or lags one behind (-1).
  case shifted(Int)

  /// The pattern that holds in all cases together, or nothing.
  ///
  /// - Parameters:
  ///   - pairs: the answer and the expected output of each case.
  ///   - tolerance: how far a number may be from what the pattern gives.
  public static func find(in pairs: [(got: Value, expected: Value)], tolerance: Tolerance = Tolerance()) -> Pattern? {
    guard !pairs.isEmpty else { return nil }
    func holds(_ change: (Value) -> Value?) -> Bool {
      pairs.allSatisfy { got, expected in change(expected).map { got.matches($0, tolerance: tolerance) } ?? false }
    }
    if holds({ $0.mapNumbers { -$0 } }) { return .sign }
    if let (got, expected) = firstTelling(in: pairs) {
      let factor = got / expected
      if factor.isFinite, holds({ $0.mapNumbers { $0 * factor } }) { return .factor(factor) }
      let offset = got - expected
      if offset.isFinite, holds({ $0.mapNumbers { $0 + offset } }) { return .offset(offset) }
    }
    if holds(\.transposed) { return .transposed }
    for shift in [1, -1] where pairs.allSatisfy({ $0.got.isShifted(by: shift, from: $0.expected, tolerance) }) {
      return .shifted(shift)
    }
    return nil
  }

  /// The largest expected number with the answer's, which gives the factor or offset least disturbed by rounding.
  private static func firstTelling(in pairs: [(got: Value, expected: Value)]) -> (got: Double, expected: Double)? {
    var best: (got: Double, expected: Double)?
    for (got, expected) in pairs {
      guard let gotNumbers = got.numbers, let expectedNumbers = expected.numbers else { return nil }
      for pair in zip(gotNumbers, expectedNumbers) where abs(pair.1) > abs(best?.expected ?? 0) { best = pair }
    }
    return best
  }
}

extension Value {
  /// The same shape with every number changed; text and truth stay.
  func mapNumbers(_ change: (Double) -> Double) -> Value {
    switch self {
    case .number(let number): .number(change(number))
    case .list(let list): .list(list.map { $0.mapNumbers(change) })
    case .record(let record): .record(record.mapValues { $0.mapNumbers(change) })
    default: self
    }
  }

  /// The matrix with rows and columns exchanged; nothing where this is no matrix.
  fileprivate var transposed: Value? {
    guard case .list(let rows) = self else { return nil }
    let cells = rows.compactMap { row in
      if case .list(let cells) = row { cells } else { nil }
    }
    guard cells.count == rows.count, let width = cells.first?.count, cells.allSatisfy({ $0.count == width }) else {
      return nil
    }
    return .list((0..<width).map { column in .list(cells.map { $0[column] }) })
  }

  /// Whether entry t of this list is entry t + shift of the expected one, for all t that both have (two at least).
  fileprivate func isShifted(by shift: Int, from expected: Value, _ tolerance: Tolerance) -> Bool {
    guard case .list(let got) = self, case .list(let wanted) = expected, got.count == wanted.count, got.count >= 3
    else { return false }
    let steps = got.indices.filter { wanted.indices.contains($0 + shift) }
    return steps.allSatisfy { got[$0].matches(wanted[$0 + shift], tolerance: tolerance) }
  }
}
