/// How far an answer may be from the expected one and still be right.
public struct Tolerance: Sendable, Equatable, Codable {
  /// Relative to the largest magnitude of the vector that the number stands in.
  public var relative: Double
  /// Added to it, for numbers that are zero.
  public var absolute: Double

  /// - Parameters:
  ///   - relative: 1e-9 by default: a few hundred operations in another order differ by less than 1e-12, and every
  ///     recorded misconception differs by more than 1e-6.
  ///   - absolute: 1e-12 by default, which is rounding for numbers near 1.
  public init(relative: Double = 1e-9, absolute: Double = 1e-12) {
    self.relative = relative
    self.absolute = absolute
  }
}

/// Where an answer parts from the expected one.
public enum Difference: Sendable, Equatable, Codable {
  /// Another shape, kind or length at `path`.
  case shape(path: String, got: String, expected: String)
  /// Not-a-number or infinity at `path`, where a finite number is expected.
  case notFinite(path: String, got: Double)
  /// Another text or truth at `path`.
  case content(path: String, got: String, expected: String)
  /// Numbers that are off: how many of how many, and the worst of them.
  case numbers(wrong: Int, of: Int, worst: String, got: Double, expected: Double)
}

extension Value {
  /// How this answer differs from the expected one, or nothing where it is right.
  ///
  /// Shape is compared first, then finiteness, then text, then numbers; a number's tolerance follows the largest
  /// magnitude in its own list, so that a component which cancels to nearly zero isn't held to its own size.
  public func difference(from expected: Value, tolerance: Tolerance = Tolerance()) -> Difference? {
    if let difference = shapeDifference(from: expected, at: "") { return difference }
    return finitenessDifference(from: expected) ?? contentDifference(from: expected)
      ?? numberDifference(from: expected, tolerance: tolerance)
  }

  /// Whether both are the same to rounding; here not-a-number and infinity equal themselves.
  ///
  /// This is how a wrong answer is matched with a misconception, which may divide by zero just as the answer does.
  public func matches(_ other: Value, tolerance: Tolerance = Tolerance()) -> Bool {
    guard shapeDifference(from: other, at: "") == nil, contentDifference(from: other) == nil else { return false }
    return numberDifference(from: other, tolerance: tolerance) == nil
  }

  private func shapeDifference(from expected: Value, at path: String) -> Difference? {
    switch (self, expected) {
    case (.list(let got), .list(let wanted)) where got.count == wanted.count:
      return zip(got, wanted).enumerated().lazy.compactMap { index, pair in
        pair.0.shapeDifference(from: pair.1, at: "\(path)[\(index)]")
      }.first
    case (.record(let got), .record(let wanted)) where got.keys == wanted.keys:
      return wanted.sorted { $0.key < $1.key }.lazy.compactMap { key, value in
        got[key]?.shapeDifference(from: value, at: path.isEmpty ? key : "\(path).\(key)")
      }.first
    case (.number, .number), (.text, .text), (.truth, .truth), (.null, .null):
      return nil
    default:
      return .shape(path: path, got: kind, expected: expected.kind)
    }
  }

  private func finitenessDifference(from expected: Value) -> Difference? {
    pairs(with: expected).lazy.compactMap { pair in
      guard pair.expected.isFinite, !pair.got.isFinite else { return nil }
      return .notFinite(path: pair.path, got: pair.got)
    }.first
  }

  private func contentDifference(from expected: Value) -> Difference? {
    for (got, wanted) in zip(leaves(), expected.leaves()) where got.leaf != wanted.leaf {
      switch wanted.leaf {
      case .text, .truth:
        return .content(path: got.path, got: got.leaf.summary, expected: wanted.leaf.summary)
      default: continue
      }
    }
    return nil
  }

  private func numberDifference(from expected: Value, tolerance: Tolerance) -> Difference? {
    let pairs = pairs(with: expected)
    let wrong = pairs.filter { !$0.isRight(within: tolerance) }
    guard let worst = wrong.max(by: { $0.error < $1.error }) else { return nil }
    return .numbers(
      wrong: wrong.count, of: pairs.count, worst: worst.path, got: worst.got, expected: worst.expected)
  }

  /// The numbers of two values of one shape, side by side, each with the largest magnitude in its expected list.
  private func pairs(with expected: Value, at path: String = "", scale: Double = 0) -> [NumberPair] {
    switch (self, expected) {
    case (.number(let got), .number(let wanted)):
      return [NumberPair(path: path, got: got, expected: wanted, scale: scale)]
    case (.list(let got), .list(let wanted)):
      let scale = wanted.compactMap { $0.magnitude }.max() ?? 0
      return zip(got, wanted).enumerated().flatMap { index, pair in
        pair.0.pairs(with: pair.1, at: "\(path)[\(index)]", scale: scale)
      }
    case (.record(let got), .record(let wanted)):
      return wanted.sorted { $0.key < $1.key }.flatMap { key, value in
        got[key]?.pairs(with: value, at: path.isEmpty ? key : "\(path).\(key)") ?? []
      }
    default: return []
    }
  }

  private var magnitude: Double? {
    if case .number(let number) = self, number.isFinite { abs(number) } else { nil }
  }
}

private struct NumberPair {
  let path: String
  let got: Double
  let expected: Double
  let scale: Double

  func isRight(within tolerance: Tolerance) -> Bool {
    if got.isNaN || expected.isNaN { return got.isNaN && expected.isNaN }
    if got.isInfinite || expected.isInfinite { return got == expected }
    return abs(got - expected) <= tolerance.relative * max(abs(expected), scale) + tolerance.absolute
  }

  /// The size of the mistake; what is no number at all is worst.
  var error: Double {
    let error = abs(got - expected)
    return error.isNaN ? .infinity : error
  }
}
