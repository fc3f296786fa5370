import AnswerChecks
import Foundation
import Testing

@testable import Grading

struct CourseFileTests {
  private let whole = """
    title = "Deep Neural Networks"
    due = 2026-10-01T23:59:00+02:00
    diagnoses = "after-due"
    handouts = "https://example.org/labs"

    [late]
    points-per-day = 2
    cap = 10.5
    grace-minutes = 15

    [[lab]]
    name = "optimizers"
    exercises = ["1.1", "1.11"]

    [[lab]]
    name = "batch-size"

    [points]
    "1.11" = 4

    [credit]
    "1.11/no-bias-correction" = 0.5
    """

  private func problem(_ text: String) -> String {
    do {
      _ = try Course(toml: text)
      return "none"
    } catch {
      return error.description
    }
  }

  @Test func everyKeyIsRead() throws {
    let course = try Course(toml: whole)
    #expect(course.title == "Deep Neural Networks")
    #expect(course.due == ISO8601DateFormatter().date(from: "2026-10-01T21:59:00Z"))
    #expect(course.diagnoses == .afterDue)
    #expect(course.handouts == "https://example.org/labs/")
    #expect(course.late.pointsPerDay == 2 && course.late.cap == 10.5 && course.late.graceMinutes == 15)
    #expect(course.labs == [LabChoice(lab: "optimizers", exercises: ["1.1", "1.11"]), LabChoice(lab: "batch-size")])
    #expect(course.points == ["1.11": 4])
    #expect(course.credit == ["1.11/no-bias-correction": 0.5])
  }

  @Test func anEmptyFileIsTheDefault() throws {
    #expect(try Course(toml: "") == Course())
    #expect(try Course(toml: "# nothing\n") == Course())
  }

  @Test func timesOfOtherZonesAreTheSameMoment() throws {
    #expect(try Course(toml: "due = 2026-10-01T21:59:00Z").due == Course(toml: whole).due)
    #expect(try Course(toml: "due = 2026-10-01 18:29:00-03:30").due == Course(toml: whole).due)
  }

  @Test(arguments: [
    (
      "titel = \"x\"",
      "course.toml, line 1: titel: there is no such key; did you mean title? The keys are title, due, diagnoses, handouts, late, lab, points, credit."
    ),
    (
      "\n[late]\nper-day = 2",
      "course.toml, line 3: per-day: there is no such key in [late]; the keys are points-per-day, cap, grace-minutes."
    ),
    (
      "[[lab]]\nname = \"a\"\n[[lab]]\nnme = \"b\"",
      "course.toml, line 4: nme: there is no such key in [[lab]]; did you mean name? The keys are name, exercises."
    ),
    (
      "due = 2026-10-01T23:59:00",
      "course.toml, line 1: due: the offset from UTC is missing; write it, as 2026-10-01T23:59:00+02:00, without quotes."
    ),
    (
      "due = 2026-10-01",
      "course.toml, line 1: due: it is a date, and should be a time with its offset from UTC, as 2026-10-01T23:59:00+02:00, without quotes."
    ),
    (
      "due = \"2026-10-01T23:59:00+02:00\"",
      "course.toml, line 1: due: it is a text, and should be a time with its offset from UTC, as 2026-10-01T23:59:00+02:00, without quotes."
    ),
    ("title = 4", "course.toml, line 1: title: it is a number, and should be a text in quotes."),
    (
      "title = \"a\\u001b\"",
      "course.toml, line 1: title: the text is empty, too long, or holds characters that can't be printed."
    ),
    ("late = 4", "course.toml, line 1: late: it is a number, and should be a table, which begins with [late]."),
    (
      "[lab]\nname = \"a\"",
      "course.toml, line 1: lab: it is a table, and should be tables, of which each begins with [[lab]]."
    ),
    ("[[lab]]\nexercises = []", "course.toml, line 1: a lab needs its name, as name = \"optimizers\"."),
    (
      "[[lab]]\nname = \"a\"\n[[lab]]\nname = \"a\"",
      "course.toml, line 4: name: the lab \"a\" stands here twice."
    ),
    (
      "[[lab]]\nname = \"a\"\nexercises = [1.1]",
      "course.toml, line 3: exercises: it is a number, and should be exercises in quotes, as [\"1.1\", \"1.11\"]."
    ),
    ("[late]\ncap = -1", "course.toml, line 2: cap: -1 is not from 0 to 1000000."),
    ("[late]\npoints-per-day = nan", "course.toml, line 2: points-per-day: nan is not from 0 to 1000."),
    ("[points]\n\"1.1\" = inf", "course.toml, line 2: 1.1: inf is not from 0 to 1000."),
    (
      "[points]\n1.11 = 4",
      "course.toml, line 1: points: it holds points of an exercise, as \"1.11\" = 4, with the exercise in quotes."
    ),
    ("[credit]\n\"1.1/a\" = 1.5", "course.toml, line 2: 1.1/a: 1.5 is not from 0 to 1."),
    (
      "diagnoses = \"sometimes\"",
      "course.toml, line 1: diagnoses: \"sometimes\" is none of \"always\", \"after-due\", \"never\"."
    ),
    (
      "handouts = \"javascript:alert(1)\"",
      "course.toml, line 1: handouts: it must be an address that begins with https:// or http://, and have no blanks."
    ),
  ])
  func mistakesAreNamedWithTheirPlace(text: String, sentence: String) {
    #expect(problem(text) == sentence)
  }

  @Test func whatIsNoTOMLIsNamedWithItsPlace() {
    #expect(problem("title = \n").hasPrefix("course.toml, line 1, column "))
    #expect(problem("due = 2026-02-30T10:00:00Z") != "none")
  }

  @Test func aFileOfBytesIsRefused() throws {
    let trial = try SubmissionTrial()
    try trial.write([0x74, 0, 0xFF], to: "course.toml")
    let file = trial.folder.appending(path: "course.toml")
    #expect { try Course(contentsOf: file) } throws: { ($0 as? GradingError)?.exitStatus == EX_DATAERR }
    #expect { try Course(contentsOf: trial.folder) } throws: { ($0 as? GradingError)?.exitStatus == EX_IOERR }
  }
}

struct CourseFlagsTests {
  private func problem(_ change: (inout CourseFlags) -> Void) -> String {
    var flags = CourseFlags()
    change(&flags)
    do {
      _ = try Course().changed(by: flags)
      return "none"
    } catch {
      #expect(error.exitStatus == EX_USAGE)
      return error.description
    }
  }

  @Test func flagsWinOverTheFile() throws {
    let course = try Course(toml: "title = \"a\"\n[points]\n\"1.1\" = 1\n\"1.2\" = 2\n[[lab]]\nname = \"sparsity\"")
    #expect(try course.changed(by: CourseFlags()) == course)
    var flags = CourseFlags()
    flags.title = "b"
    flags.due = "2026-10-01T23:59+02:00"
    flags.pointsPerDay = 1
    flags.cap = 2
    flags.graceMinutes = 3
    flags.labs = ["optimizers:1.1,1.2", "dropout"]
    flags.points = ["1.1=4.5"]
    flags.credit = ["1.1/x=0.25"]
    flags.diagnoses = "never"
    flags.handouts = "https://example.org/?lab="
    let changed = try course.changed(by: flags)
    #expect(changed.title == "b")
    #expect(changed.due == Moment.parse("2026-10-01T21:59:00Z"))
    #expect(changed.late.pointsPerDay == 1 && changed.late.cap == 2 && changed.late.graceMinutes == 3)
    #expect(changed.labs == [LabChoice(lab: "optimizers", exercises: ["1.1", "1.2"]), LabChoice(lab: "dropout")])
    #expect(changed.points == ["1.1": 4.5, "1.2": 2])
    #expect(changed.credit == ["1.1/x": 0.25])
    #expect(changed.diagnoses == .never)
    #expect(changed.handouts == "https://example.org/?lab=")
  }

  @Test func mistakesNameTheFlag() {
    #expect(
      problem { $0.due = "tomorrow" }
        == "--due tomorrow: give a time with its offset from UTC, as 2026-10-01T23:59:00+02:00.")
    #expect(problem { $0.cap = -1 } == "--late-cap -1.0: it is not from 0 to 1000000.")
    #expect(problem { $0.pointsPerDay = .nan } == "--late-points-per-day nan: it is not from 0 to 1000.")
    #expect(problem { $0.points = ["1.1"] } == "--points 1.1: give a name and a number, as 1.11=4.")
    #expect(problem { $0.credit = ["1.1/x=2"] } == "--credit 2.0: it is not from 0 to 1.")
    #expect(
      problem { $0.labs = ["optimizers:"] }
        == "--lab optimizers:: give a lab, or a lab and exercises, as optimizers:1.1,1.11.")
    #expect(problem { $0.labs = ["a", "a:1.1"] } == "--lab a:1.1: this lab is named twice.")
    #expect(problem { $0.diagnoses = "later" } == "--diagnoses later: it is none of always, after-due, never.")
    #expect(problem { $0.handouts = "ftp://x" }.hasPrefix("--handouts ftp://x: it must be an address"))
  }
}

struct CourseVerificationTests {
  private static let labs = WorkspaceTests.root.appending(path: "Labs")

  private func books() throws -> [AnswerBook] {
    try ["Optimizers", "BatchSize"].map {
      try AnswerBook(contentsOf: Self.labs.appending(path: "\($0)/Checks/answers.json"))
    }
  }

  private func problem(_ text: String) throws -> String {
    do {
      try Course(toml: text).verified(against: books())
      return "none"
    } catch {
      return (error as? GradingError)?.description ?? "\(error)"
    }
  }

  @Test func namesThatAreKnownPass() throws {
    let text =
      "[[lab]]\nname=\"optimizers\"\nexercises=[\"1.11\"]\n[points]\n\"5.1\"=2\n[credit]\n\"1.11/no-bias-correction\"=1"
    #expect(try problem(text) == "none")
  }

  @Test(arguments: [
    (
      "[[lab]]\nname=\"optimizer\"",
      "The course names the lab \"optimizer\", which there isn't; did you mean \"optimizers\"?"
    ),
    ("[[lab]]\nname=\"x\"", "The course names the lab \"x\", which there isn't; the labs are optimizers, batch-size."),
    (
      "[[lab]]\nname=\"optimizers\"\nexercises=[\"5.1\"]",
      "The course names the exercise \"5.1\", which there isn't; did you mean \"1.1\"?"
    ),
    ("[points]\n\"1.99\"=1", "The course names the exercise \"1.99\", which there isn't; did you mean \"1.9\"?"),
    (
      "[credit]\n\"1.11/no-bias-corection\"=1",
      "The course names the misconception \"no-bias-corection\", which there isn't; did you mean \"no-bias-correction\"?"
    ),
  ])
  func theFirstNameThatIsNotKnownIsNamed(text: String, sentence: String) throws {
    #expect(try problem(text) == sentence)
  }

  /// The page that lecturers copy from.
  @Test func theExamplesOfThePageAreRead() throws {
    let page = try String(
      contentsOf: Self.labs.appending(path: "../docs/submissions.md").standardizedFileURL, encoding: .utf8)
    func example(_ kind: String) throws -> String {
      let rest = try #require(page.components(separatedBy: "```\(kind)\n").dropFirst().first)
      return try #require(rest.components(separatedBy: "```").first)
    }
    let course = try Course(toml: example("toml")).verified(against: books())
    #expect(course.due != nil && course.late.cap == 10 && course.labs.count == 1)
    let roster = try Roster(bytes: Array(example("csv").utf8), file: "roster.csv")
    #expect(roster.students.map(\.extensionDays) == [0, 2.5])
    #expect(roster.submitted.count == 1)
  }

  @Test func aCreditNeedsAMisconception() throws {
    #expect(
      try problem("[credit]\n\"1.11\"=1").hasPrefix("The course names the misconception \"\", which there isn't;"))
  }

  @Test func knownFilesComeFromTheRecordedAnswers() throws {
    let known = KnownFile.all(in: try books())
    #expect(known.count == 9 + 17)
    #expect(known.first == KnownFile(lab: "BatchSize", name: "Exercise01Updates.swift"))
    #expect(KnownFile.folder(ofLab: "skewed-classes") == "SkewedClasses")
    for file in known {
      let path = Self.labs.appending(path: "\(file.lab)/Exercises/\(file.name)").path
      #expect(FileManager.default.fileExists(atPath: path))
    }
  }
}

struct MomentTests {
  @Test(arguments: [
    "2026-10-01T23:59:00+02:00", "2026-10-01T23:59+02:00", "2026-10-01T21:59:00Z", "2026-10-01 21:59:00Z",
    "2026-10-01T23:59:00+0200", "2026-10-01T18:29:00-03:30",
  ])
  func timesWithAnOffsetAreRead(text: String) {
    #expect(Moment.parse(text)?.timeIntervalSince1970 == 1_790_891_940)
  }

  @Test(arguments: [
    "2026-10-01T23:59:00", "2026-10-01", "2026-02-30T10:00:00Z", "2026-10-01T24:00:00Z", "2026-10-01T10:60:00Z",
    "2026-10-01T10:00:00+2:00", "2026-10-01T10:00:00+15:00", "2026-10-01T10:00:00Zx", "2026-10-01T10:00:00.5Z", "",
    "２０２６-10-01T10:00:00Z",
  ])
  func anythingElseIsNone(text: String) {
    #expect(Moment.parse(text) == nil)
  }
}
