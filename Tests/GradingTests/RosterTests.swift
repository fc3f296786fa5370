import Foundation
import Testing

@testable import Grading

struct RosterTests {
  private func roster(_ text: String) throws -> Roster { try Roster(bytes: Array(text.utf8), file: "roster.csv") }

  private func problem(_ text: String) -> String {
    do {
      _ = try roster(text)
      return "none"
    } catch {
      return (error as? GradingError)?.description ?? "\(error)"
    }
  }

  @Test func allColumnsAreRead() throws {
    let read = try roster(
      "name,submitted,id,extension_days,section\r\n\"Berg, Anna\",2026-10-03T12:00:00+02:00,s1,2.5,A\r\n,,s2,,\r\n")
    #expect(
      read.students == [
        Student(id: "s1", name: "Berg, Anna", section: "A", extensionDays: 2.5), Student(id: "s2"),
      ])
    #expect(read.submitted == ["s1": try #require(Moment.parse("2026-10-03T10:00:00Z"))])
    #expect(read.notes.isEmpty)
  }

  @Test func onlyTheIDIsNeededAndOtherColumnsAreNamed() throws {
    let read = try roster("id,email\ns1,a@example.org\n")
    #expect(read.students == [Student(id: "s1")])
    #expect(read.notes == ["Column \"email\" of roster.csv isn't used."])
  }

  @Test func semicolonsAndAByteOrderMarkAreRead() throws {
    #expect(try roster("\u{FEFF}id;name\ns1;Anna, Berg\n").students == [Student(id: "s1", name: "Anna, Berg")])
  }

  @Test(arguments: [
    (
      "name\nAnna\n", "The roster roster.csv, line 1: there is no column \"id\", which is needed; the columns are name."
    ),
    (
      "id,Extension Days\ns1,2\n",
      "The roster roster.csv, line 1: there is no column \"Extension Days\"; did you mean \"extension_days\"?"
    ),
    (
      "id,extension\ns1,2\n",
      "The roster roster.csv, line 1: there is no column \"extension\"; did you mean \"extension_days\"?"
    ),
    (
      "id\ns1\ns2\ns1\n",
      "The roster roster.csv, line 4, column id: s1 stands in line 2 already; every student needs an id of their own."
    ),
    ("id,name\ns1,a\n,b\n", "The roster roster.csv, line 3, column id: it is empty; every student needs an id."),
    (
      "id,extension_days\ns1,-1\n",
      "The roster roster.csv, line 2, column extension_days: \"-1\" is no number of days from 0 to 3650."
    ),
    (
      "id,extension_days\ns1,nan\n",
      "The roster roster.csv, line 2, column extension_days: \"nan\" is no number of days from 0 to 3650."
    ),
    (
      "id,submitted\ns1,2026-10-03T12:00:00\n",
      "The roster roster.csv, line 2, column submitted: \"2026-10-03T12:00:00\" is no time with its offset from UTC, as 2026-10-01T23:59:00+02:00."
    ),
    ("id,name\ns1\n", "The roster roster.csv, line 2: The line has 1 fields instead of 2."),
    ("id\n", "The roster roster.csv, line 1: No rows follow the header."),
    ("", "The roster roster.csv: The file is empty."),
  ])
  func mistakesAreNamedWithTheirPlace(text: String, sentence: String) {
    #expect(problem(text) == sentence)
  }

  @Test func charactersThatCannotBePrintedAreRefused() {
    #expect(problem("id\ns\u{1B}1\n").contains("holds characters that can't be printed"))
  }

  @Test func aMissingFileCannotBeRead() {
    #expect { try Roster(contentsOf: URL(filePath: "/nowhere/roster.csv")) } throws: {
      ($0 as? GradingError)?.exitStatus == EX_IOERR
    }
  }
}

struct RosterMatcherTests {
  private let matcher = RosterMatcher(
    Roster(students: [
      Student(id: "s100", name: "Anna Maria Bérg"), Student(id: "s101", name: "Lie, Bo"),
      Student(id: "a.moe", name: "Ane Moe"), Student(id: "340", name: "Kim Ås"), Student(id: "s102", name: "Ola Nes"),
      Student(id: "s103", name: "ola nes"), Student(id: "Bo", name: "Per Dal"),
    ]))

  @Test func anIDIsTakenLetterForLetter() {
    #expect(matcher.match(names: ["s100"]) == .student("s100", isByName: false))
    #expect(matcher.match(names: ["x"], numbers: ["340"]) == .student("340", isByName: false))
  }

  @Test func anIDWithinANameIsTaken() {
    #expect(matcher.match(names: ["Somebody (S100)"]) == .student("s100", isByName: false))
    #expect(matcher.match(names: ["lab1-A.Moe-final"]) == .student("a.moe", isByName: false))
    #expect(matcher.match(names: ["s1000"]) == .unknown)
    #expect(matcher.match(names: ["xs100"]) == .unknown)
  }

  @Test func aNameIsTakenWhateverItsCapitalsAccentsAndOrder() {
    for name in ["anna maria berg", "Anna Maria Bérg", "BERG, Anna Maria", "bergannamaria", "Anna_Maria-Berg"] {
      #expect(matcher.match(names: [name]) == .student("s100", isByName: true))
    }
    #expect(matcher.match(names: ["åskim"]) == .student("340", isByName: true))
    #expect(matcher.match(names: ["Anna Berg"]) == .unknown)
  }

  @Test func whatSpeaksOfSeveralIsNotGuessed() {
    #expect(matcher.match(names: ["s100 s101"]) == .ambiguous(["s100", "s101"]))
    #expect(matcher.match(names: ["Ola Nes"]) == .ambiguous(["s102", "s103"]))
    #expect(matcher.match(names: ["s100"], numbers: ["340"]) == .ambiguous(["340", "s100"]))
  }

  /// "Bo" is an id, and a word in another student's name.
  @Test func anIDThatStandsInAnothersNameIsNotGuessed() {
    #expect(matcher.match(names: ["Bo Lie"]) == .ambiguous(["Bo", "s101"]))
    #expect(matcher.match(names: ["Ane Moe"], numbers: ["340"]) == .ambiguous(["340", "a.moe"]))
  }
}
