import Testing

@testable import Grading

struct CourseDefaultsTests {
  @Test func withoutSettingsEverythingCountsAndNothingIsLate() {
    let course = Course()
    #expect(course.labs.isEmpty)
    #expect(course.due == nil)
    #expect(course.diagnoses == .always)
    #expect(course.late.pointsPerDay == 0)
  }
}
