import Foundation
import Testing

@testable import AnswerChecks
@testable import Grading

struct GradesTableTests {
  private func rows(_ standings: [Standing], _ course: Course = Course()) -> [String] {
    GradesTable(Scoring(course).scores(of: standings)).csv.components(separatedBy: "\r\n")
  }

  @Test func oneRowAStudent() {
    var course = Course()
    course.due = MadeUp.monday.addingTimeInterval(-1)
    course.late.pointsPerDay = 0.5
    let rows = rows(
      [
        MadeUp.standing(MadeUp.verdict("1.1", .passed, points: 2), MadeUp.wrong(credit: 0.1)),
        MadeUp.standing(
          MadeUp.verdict("1.1", .wrong), MadeUp.verdict("1.2", .graderError, points: nil), student: Student(id: "bob"),
          submitted: nil),
        Standing(student: Student(id: "eve", name: "Eve, \"Mallory\"")),
      ], course)
    #expect(rows[0] == "id,name,section,submitted,days late,1.1,1.2,deduction,total,possible,state")
    #expect(rows[1] == "ada,Ada Lovelace,B,2026-10-05T12:00:00Z,1,2,0.2,0.5,1.7,4,graded")
    #expect(rows[2] == "bob,bob,,,0,0,,0,,4,open", "zero and open are told apart")
    #expect(rows[3] == "eve,\"Eve, \"\"Mallory\"\"\",,,,,,,,4,missing", "missing is not zero")
    #expect(rows.count == 5)
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u{FF1D}1", "a;=1", "a,=1", "\"=1", "a; @x",
    "\u{0}=1",
  ])
  func noFormulaSurvives(_ text: String) {
    let cell = GradesTable.defused(text)
    #expect(!cell.contains { "\r\n\t\0".contains($0) })
    for part in cell.split(whereSeparator: { ",;|\"".contains($0) }) {
      let first = part.drop { $0 == " " }.unicodeScalars.first
      #expect(!["=", "+", "-", "@", "\u{FF1D}"].contains(first), "\(cell) holds a formula")
    }
  }

  @Test func ordinaryNamesStay() {
    for name in ["Anne-Marie O'Neil", "Jürgen Groß", "a@b.org", "1+1", "李 明"] {
      #expect(GradesTable.defused(name) == name)
    }
  }
}
