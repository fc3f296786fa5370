import Datasets

/// One of several parts of a class, for machines that share it. A student is in the same part whoever else hands in.
public struct ClassShare: Sendable, Equatable {
  /// Which part, counted from 1.
  public let part: Int
  /// How many parts there are.
  public let parts: Int

  /// Reads `2/8`; nothing where it is something else.
  public init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let part = numbers[0], let parts = numbers[1], parts >= 1, 1...parts ~= part else {
      return nil
    }
    self.part = part
    self.parts = parts
  }

  /// Whether a student is in this part.
  public func holds(_ student: String) -> Bool {
    let digits = SHA256.digest(Array(student.utf8)).prefix(12)
    return (Int(digits, radix: 16) ?? 0) % parts == part - 1
  }
}
