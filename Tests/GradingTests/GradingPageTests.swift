import AnswerChecks
import Foundation
import Testing

@testable import Grading

/// The pages that lecturers copy from.
struct GradingPageTests {
  private let root = WorkspaceTests.root

  private func blocks(_ kind: String, of page: String) throws -> [String] {
    let text = try String(contentsOf: root.appending(path: "docs/\(page)"), encoding: .utf8)
    return text.components(separatedBy: "```\(kind)\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }

  @Test func theCourseOfThePageIsRead() throws {
    let workspace = Workspace(root: root)
    let books = try ["optimizers", "batch-size"].map { try workspace.lab($0).answerBook() }
    let course = try Course(toml: #require(blocks("toml", of: "grading.md").first)).verified(against: books)
    #expect(course.title == "Deep Neural Networks")
    #expect(course.due == Moment.parse("2026-10-01T21:59:00Z"))
    #expect(course.diagnoses == .afterDue)
    #expect(course.handouts == "https://example.org/labs/")
    #expect(course.late.pointsPerDay == 2 && course.late.cap == 10 && course.late.graceMinutes == 15)
    #expect(course.labs.map(\.lab) == ["optimizers", "batch-size"])
    #expect(course.labs.first?.exercises == ["1.1", "1.3", "1.11"])
    #expect(course.points == ["1.11": 4] && course.credit == ["1.11/no-bias-correction": 0.5])
  }

  @Test func theRosterOfThePageIsRead() throws {
    let roster = try Roster(bytes: Array(#require(blocks("csv", of: "grading.md").first).utf8), file: "roster.csv")
    #expect(roster.students.map(\.id) == ["s100", "s101"])
    #expect(roster.students.map(\.extensionDays) == [0, 2.5])
  }

  @Test func theHeadingOfTheExampleIsTheHandouts() throws {
    let example = try #require(blocks("sh", of: "grading.md").first { $0.contains("name-cluster") })
    let section = try #require(example.firstMatch(of: /--section "([^"]*)"/)?.1)
    let lab = try Workspace(root: root).lab("optimizers")
    #expect(lab.handoutHeadings.contains(String(section)))
    let sentence = try #require(example.firstMatch(of: /\n  "([^"]*)"/)?.1)
    let words = Misconception("1.3", "double-step", String(sentence), source: "a class", section: String(section))
    #expect(words.flaw(headings: lab.handoutHeadings) == nil)
  }

  @Test func everyStatusIsExplained() throws {
    let page = try String(contentsOf: root.appending(path: "docs/grading.md"), encoding: .utf8)
    for status in Status.allCases { #expect(page.contains("\n| \(status.rawValue) |"), "\(status)") }
  }
}
