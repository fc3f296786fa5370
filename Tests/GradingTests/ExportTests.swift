import Foundation
import Testing

@testable import AnswerChecks
@testable import Grading

struct GradescopeResultsTests {
  private func object(_ sheet: StudentSheet) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: GradescopeResults(sheet).json)
    return try #require(object as? [String: Any])
  }

  private func tests(_ object: [String: Any]) throws -> [[String: Any]] {
    try #require(object["tests"] as? [[String: Any]])
  }

  @Test func onlyDocumentedFieldsAndValues() throws {
    let object = try object(MadeUp.sheet(MadeUp.hostileStanding))
    let documented: Set = [
      "score", "execution_time", "output", "output_format", "test_output_format", "test_name_format", "visibility",
      "stdout_visibility", "extra_data", "tests", "leaderboard",
    ]
    #expect(documented.isSuperset(of: object.keys))
    let ofTests: Set = [
      "score", "max_score", "status", "name", "name_format", "number", "output", "output_format", "tags", "visibility",
      "extra_data",
    ]
    for test in try tests(object) {
      #expect(ofTests.isSuperset(of: test.keys))
      #expect(["passed", "failed"].contains(test["status"] as? String))
      #expect(test["number"] is String)
      #expect(test["visibility"] as? String == "visible")
    }
    for key in ["output_format", "test_output_format", "test_name_format"] { #expect(object[key] as? String == "text") }
  }

  @Test func scoresAddUp() throws {
    let object = try object(
      MadeUp.sheet(MadeUp.standing(MadeUp.verdict("1.1", .passed, points: 2), MadeUp.wrong(credit: 0.1))))
    #expect(object["score"] as? Double == 2.2)
    #expect(try tests(object).map { $0["score"] as? Double } == [2, 0.2])
    #expect(try tests(object).map { $0["status"] as? String } == ["passed", "failed"])
    let text = String(
      decoding: GradescopeResults(
        MadeUp.sheet(MadeUp.standing(MadeUp.wrong("1.1", credit: 0.1), MadeUp.wrong("1.2", credit: 0.05)))
      ).json,
      as: UTF8.self)
    #expect(text.contains("\"score\" : 0.3"), "points have no binary noise")
  }

  @Test func openPointsAreNoZero() throws {
    let object = try object(MadeUp.sheet(MadeUp.standing(MadeUp.verdict("1.1", .graderError, points: nil))))
    #expect(object["score"] == nil)
    #expect(try tests(object)[0]["score"] == nil)
    #expect((object["output"] as? String)?.contains("isn't your code's fault") == true)
  }
}

struct ClassroomResultTests {
  private struct Decoded: Decodable {
    struct Test: Decodable {
      var name: String
      var status: String
      var score: Double
      var message: String
    }
    var version: Int
    var status: String
    var max_score: Double
    var tests: [Test]
  }

  private func decoded(_ standing: Standing, _ course: Course = Course()) throws -> Decoded {
    let line = ClassroomResult(MadeUp.sheet(standing, course)).line
    #expect(!line.contains("\n"))
    return try JSONDecoder().decode(Decoded.self, from: try #require(Data(base64Encoded: line)))
  }

  @Test func scoresAddUpToTheTotal() throws {
    var course = Course()
    course.due = MadeUp.monday.addingTimeInterval(-1)
    course.late.pointsPerDay = 0.75
    let standing = MadeUp.standing(MadeUp.verdict("1.1", .passed, points: 2), MadeUp.wrong(credit: 0.5))
    let late = try decoded(standing, course)
    #expect(late.tests.map(\.name) == ["1.1 Adam", "1.2 Adam", "Lateness"])
    #expect(late.tests.map(\.status) == ["pass", "fail", "fail"])
    #expect(late.tests.map(\.score) == [2, 1, -0.75])
    #expect(late.status == "fail")
    #expect(late.max_score == 4)
    #expect(late.version == 1)

    course.late.pointsPerDay = 100
    let floored = try decoded(standing, course)
    #expect(floored.tests.reduce(0) { $0 + $1.score } == 0, "never below 0")
  }

  @Test func openAndMissingPointsAreNotReported() throws {
    let open = try decoded(MadeUp.standing(MadeUp.verdict("1.1", .graderError, points: nil)))
    #expect(open.status == "error")
    #expect(open.max_score == 0)
    #expect(open.tests.map(\.status) == ["error"])
    let missing = ClassroomResult(
      StudentSheet(
        Scoring(Course()).scores(of: [Standing(student: Student(id: "eve"))])[0], course: Course(), now: MadeUp.monday))
    #expect(missing.max_score == 0)
    #expect(missing.status == "error")
  }

  @Test func allPointsPass() throws {
    let result = try decoded(MadeUp.standing(MadeUp.verdict("1.1", .passed, points: 2)))
    #expect(result.status == "pass")
    #expect(result.tests[0].message.isEmpty)
  }
}

struct JUnitReportTests {
  private func read(_ standing: Standing) -> MarkupReader {
    let xml = JUnitReport(MadeUp.sheet(standing)).xml
    let reader = MarkupReader(xml)
    #expect(reader.isNested, "tags are not nested: \(xml)")
    return reader
  }

  @Test func statusesAreTheirElements() throws {
    let statuses: [AnswerChecks.Status] = [
      .passed, .wrong, .notAttempted, .doesNotCompile, .crashed, .timedOut, .outOfMemory, .graderError,
    ]
    let labs = statuses.enumerated().map { index, status in
      MadeUp.verdict("1.\(index + 1)", status, points: status == .passed ? 2 : status == .graderError ? nil : 0)
    }
    var standing = MadeUp.standing()
    standing.graded?.labs = [GradedLab(lab: "optimizers", verdicts: labs)]
    let reader = read(standing)
    let expected = ["failure", "skipped", "error", "error", "error", "error", "error"]
    #expect(reader.elements.map(\.name).filter { !$0.hasPrefix("test") } == expected)
    let suite = try #require(reader.elements.first { $0.name == "testsuite" }?.attributes)
    #expect(suite == " name=\"optimizers\" tests=\"8\" failures=\"1\" errors=\"5\" skipped=\"1\"")
    #expect(reader.elements.count { $0.name == "testcase" } == 8)
  }

  @Test func hostileTextStaysText() {
    let reader = read(MadeUp.hostileStanding)
    #expect(reader.elements.map(\.name) == ["testsuites", "testsuite", "testcase", "failure"])
    #expect(reader.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "it is shown as it is")
    #expect(!reader.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{FFFE}" })
  }
}
