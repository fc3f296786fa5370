import Foundation
import Testing

@testable import Grading

struct LateDeductionTests {
  private let due = Date(timeIntervalSince1970: 1_790_000_000)
  private let policy: LatePolicy = {
    var policy = LatePolicy()
    policy.pointsPerDay = 2.5
    policy.cap = 6
    policy.graceMinutes = 15
    return policy
  }()

  private func deduction(_ seconds: Double, extensionDays: Double = 0) -> LateDeduction {
    policy.deduction(submitted: due.addingTimeInterval(seconds), due: due, extensionDays: extensionDays)
  }

  @Test func upToTheEndOfTheGracePeriodNothingIsTakenOff() {
    for seconds in [-86_400.0, 0, 1, 900] { #expect(deduction(seconds) == .none) }
  }

  @Test func aDayCountsOnceItHasBegun() {
    #expect(deduction(901) == LateDeduction(days: 1, points: 2.5))
    #expect(deduction(900 + 86_400) == LateDeduction(days: 1, points: 2.5))
    #expect(deduction(901 + 86_400) == LateDeduction(days: 2, points: 5))
  }

  @Test func withoutGraceASecondIsLate() {
    var strict = policy
    strict.graceMinutes = 0
    #expect(strict.deduction(submitted: due, due: due) == .none)
    #expect(strict.deduction(submitted: due.addingTimeInterval(1), due: due).days == 1)
  }

  @Test func theCapBoundsPointsAndNotDays() {
    #expect(deduction(900 + 3 * 86_400) == LateDeduction(days: 3, points: 6))
    #expect(deduction(900 + 30 * 86_400) == LateDeduction(days: 30, points: 6))
    var open = policy
    open.cap = nil
    #expect(open.deduction(submitted: due.addingTimeInterval(900 + 30 * 86_400), due: due).points == 75)
  }

  @Test func anExtensionMovesTheDueDate() {
    #expect(deduction(900 + 2 * 86_400, extensionDays: 2) == .none)
    #expect(deduction(901 + 2 * 86_400, extensionDays: 2).days == 1)
    #expect(deduction(900 + 43_200, extensionDays: 0.5) == .none)
    let student = Student(id: "s1", extensionDays: 2)
    let submitted = due.addingTimeInterval(2 * 86_400)
    #expect(policy.deduction(submitted: submitted, due: due, student: student) == .none)
    #expect(policy.deduction(submitted: submitted, due: due, student: nil).days == 2)
  }

  @Test func withoutDatesNothingIsLate() {
    #expect(policy.deduction(submitted: nil, due: due) == .none)
    #expect(policy.deduction(submitted: due, due: nil) == .none)
  }

  /// In Central Europe clocks go back in the night after 2026-10-24: from noon to noon it is 25 hours.
  @Test func clocksThatAreSetBackMakeTheDayNoLonger() throws {
    let due = try #require(ISO8601DateFormatter().date(from: "2026-10-24T12:00:00+02:00"))
    let submitted = try #require(ISO8601DateFormatter().date(from: "2026-10-25T12:00:00+01:00"))
    var strict = policy
    strict.graceMinutes = 0
    #expect(strict.deduction(submitted: submitted, due: due).days == 2)
  }

  @Test func absurdDatesDoNotOverflow() {
    #expect(policy.deduction(submitted: .distantFuture, due: .distantPast).points == 6)
    let far = Date(timeIntervalSinceReferenceDate: .greatestFiniteMagnitude)
    #expect(policy.deduction(submitted: far, due: due).days == 1_000_000)
  }
}
