import Foundation

/// What lateness took off a submission.
public struct LateDeduction: Sendable, Equatable, Codable {
  /// Days begun after the due date and the grace period; 0 in time.
  public var days: Int
  /// Points taken off, the cap counted in.
  public var points: Double

  /// Nothing is taken off.
  public static let none = LateDeduction(days: 0, points: 0)

  /// A deduction.
  public init(days: Int, points: Double) {
    self.days = days
    self.points = points
  }
}

extension LatePolicy {
  /// What a submission loses:
  ///
  ///     late = submitted - (due + extension days) - grace
  ///     days = late / 24 h, rounded up; 0 where late is 0 or less
  ///     points = min(days · points a day, cap)
  ///
  /// At the due date itself, and up to the end of the grace period, a submission is in time. A day has 24 hours: clocks
  /// that are put forward or back don't matter. Nothing is late where no due date is set, or where nobody says when it was
  /// handed in.
  ///
  /// - Parameter extensionDays: by how much the due date is later for this student.
  public func deduction(submitted: Date?, due: Date?, extensionDays: Double = 0) -> LateDeduction {
    guard let submitted, let due else { return .none }
    let day = 86_400.0
    let late = submitted.timeIntervalSince(due) - extensionDays * day - graceMinutes * 60
    guard late > 0 else { return .none }
    let days = min((late / day).rounded(.up), 1_000_000)
    return LateDeduction(days: Int(days), points: min(days * pointsPerDay, cap ?? .infinity))
  }

  /// What this student's submission loses.
  public func deduction(submitted: Date?, due: Date?, student: Student?) -> LateDeduction {
    deduction(submitted: submitted, due: due, extensionDays: student?.extensionDays ?? 0)
  }
}
