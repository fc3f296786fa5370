import Foundation

/// Files of recorded answers, compared as tests of a lab need it.
public enum RecordedFiles {
  /// Whether two files hold the same answers, but for the last bits of their numbers.
  ///
  /// Another kernel of OpenBLAS may add a product's terms in another order, so the last bits differ between machines: a
  /// few parts in 1e16 for each of some dozen terms.
  ///
  /// - Parameters:
  ///   - first: the text of a file of recorded answers.
  ///   - second: that of the other.
  ///   - tolerance: of a number, relative to the larger of 1 and itself.
  /// - Throws: where a file is no JSON.
  public static func agree(_ first: Data, _ second: Data, tolerance: Double = 1e-12) throws -> Bool {
    agree(try JSONSerialization.jsonObject(with: first), try JSONSerialization.jsonObject(with: second), tolerance)
  }

  private static func agree(_ first: Any, _ second: Any, _ tolerance: Double) -> Bool {
    switch (first, second) {
    case (let first as [String: Any], let second as [String: Any]):
      first.count == second.count
        && first.allSatisfy { key, value in second[key].map { agree(value, $0, tolerance) } ?? false }
    case (let first as [Any], let second as [Any]):
      first.count == second.count && zip(first, second).allSatisfy { agree($0, $1, tolerance) }
    case (let first as String, let second as String): first == second
    case (let first as NSNumber, let second as NSNumber):
      abs(first.doubleValue - second.doubleValue) <= tolerance * max(1, abs(first.doubleValue))
    default: first is NSNull && second is NSNull
    }
  }
}
