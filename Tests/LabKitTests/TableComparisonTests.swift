import AnswerChecks
import Testing

@testable import LabKit

/// Two tables compared: shape, text, and numbers within a tolerance.
struct TableComparisonTests {
  private let tolerance = Tolerance(relative: 1e-6, absolute: 1e-12)

  private func compare(_ new: String, _ old: String) throws -> TableComparison {
    let (new, old) = (try #require(CSVText(new)), try #require(CSVText(old)))
    return TableComparison(of: new, with: old, tolerance: tolerance)
  }

  @Test func readsWhatTableWrites() throws {
    var table = Table("a", "with \"quotes\", commas", "lines\r\nof text")
    table.append(.number(1.5), .text("x,\"y\"\nz"), .integer(3))
    let text = try #require(CSVText(table.csv))
    #expect(text.columns == table.columns)
    #expect(text.rows == [["1.5", "x,\"y\"\nz", "3"]])
    #expect(CSVText("a,b\r\n1\r\n") == nil && CSVText("") == nil)
  }

  @Test func theSameIsUnchanged() throws {
    #expect(try compare("a,b\r\n1,x\r\n", "a,b\n1.0,x\n") == .same)
  }

  @Test func aNumberIsHeldToTheLargestOfItsColumn() throws {
    let rounding = try compare("a\n1000\n1e-7\n", "a\n1000\n0\n")
    #expect(rounding.agrees)
    let off = try compare("a,b\n1000,1\n0.5,1\n", "a,b\n1000,1\n0,2\n")
    #expect(!off.agrees)
    guard case .numbers(let worst, 2, 4) = off else { return #expect(Bool(false), "\(off)") }
    #expect(worst.place == .init(column: "b", row: 2) && worst.was == 2 && worst.now == 1 && worst.share == 0.5)
    #expect(
      "\(off)" == "changed: \"b\", row 2, was 2.0 and is 1.0, off by 50 % of the column's largest; "
        + "2 of 4 numbers are too far off")
  }

  @Test func whatIsNoNumberIsComparedAsText() throws {
    #expect(try compare("a\nnan\n", "a\nnan\n") == .same)
    #expect(try compare("a\nnan\n", "a\n1\n") == .text(.init(column: "a", row: 1), was: "1", now: "nan"))
    #expect("\(try compare("a\ny\n", "a\nx\n"))" == "changed: \"a\", row 1, was \"x\" and is \"y\"")
  }

  @Test func shapesAreToldInWords() throws {
    #expect("\(try compare("a\n1\n2\n", "a\n1\n"))" == "rows differ: there are 2, and were 1")
    #expect("\(try compare("a,c\n1,1\n", "a,b\n1,1\n"))" == "columns differ: \"c\" is new; \"b\" is gone")
    #expect(try compare("a,b\n1,1\n", "b,a\n1,1\n") == .order)
    #expect(!(try compare("a\n1\n2\n", "a\n1\n").agrees))
  }
}
