import Foundation
import GRDB
import Testing

@testable import AnswerChecks
@testable import Grading

/// A toy exercise: an answer returns one number a case.
private enum Toy {
  static func exercise(_ expected: [Double] = [1, 2, 3], tolerance: Tolerance = Tolerance()) -> RecordedExercise {
    let sign = Misconception(
      "1.1", "sign", "The sign is wrong: the answer is minus what it should be.", source: "", section: "")
    let twice = Misconception(
      "1.1", "twice", "Everything is doubled: take the half of what you return.", source: "", section: "")
    return RecordedExercise(
      id: "1.1", title: "Toy", kind: .write, points: 2, file: "Exercises/Toy.swift", tolerance: tolerance, hints: [],
      cases: expected.map { RecordedCase(input: .number($0), expected: .number($0)) },
      misconceptions: [
        RecordedMisconception(misconception: sign, outputs: expected.map { .number(-$0) }),
        RecordedMisconception(misconception: twice, outputs: expected.map { .number(2 * $0) }),
      ],
      pairs: [RecordedPair(names: ["sign", "twice"], outputs: expected.map { .number(-2 * $0) })], stub: "blank")
  }

  static func book(_ exercise: RecordedExercise = exercise()) -> AnswerBook {
    AnswerBook(lab: "toy", seed: 1, exercises: [exercise])
  }

  static func words(
    _ name: String = "one-too-many", exercise: String = "1.1",
    sentence: String = "You add one to every number: return the number itself.", section: String = "Theory",
    credit: Double = 0
  ) -> Misconception {
    Misconception(exercise, name, sentence, source: "a class", section: section, credit: credit)
  }

  static func named(
    _ name: String = "one-too-many", text: String = "plus 1", exercise: String = "1.1", lab: String = "toy"
  )
    -> NamedMistake
  {
    NamedMistake(
      lab: lab, misconception: words(name, exercise: exercise), text: text, cluster: "1.1-abcdef", who: "Prof. Ohm",
      when: MadeUp.monday)
  }

  static func cluster(_ outputs: [Double] = [2, 3, 4]) throws -> Cluster {
    let all = Cluster.all(in: [wrong("ada", outputs), wrong("bo", outputs)], books: [book()])
    return try #require(all.first)
  }

  static func wrong(_ student: String, _ outputs: [Double]) -> GradedSubmission {
    let run = AnswersRunner.Run(replies: outputs.map { .output(.number($0)) })
    return GradedSubmission(
      student: student, fingerprint: student,
      labs: [GradedLab(lab: "toy", verdicts: [Judge(exercise()).verdict(on: run)])])
  }
}

/// Understands `plus 1`, `times 3`, `plus 1 to the first`, `random`; everything else doesn't compile.
private struct FakeRunner: NamedMistakeRunner {
  func outputs(of text: String, for forms: [RecordedExercise], in book: AnswerBook) throws -> [[Value]] {
    try forms.enumerated().map { turn, form in
      try form.cases.enumerated().map { index, asked in
        guard case .number(let number) = asked.input else { throw NamedMistakeFlaw(reason: "it wants numbers") }
        switch text {
        case "plus 1": return .number(number + 1)
        case "plus 1 to the first": return .number(number + (index == 0 ? 1 : 0))
        case "times 3": return .number(3 * number)
        case "times 2": return .number(2 * number)
        case "right": return .number(number)
        case "random": return .number(number + 1 + Double(turn))
        case "no sandbox": throw GradingError.internalError("The sandbox fails.")
        default: throw NamedMistakeFlaw(reason: "its file doesn't compile by itself: \(text)")
        }
      }
    }
  }
}

struct NamedMistakeWordsTests {
  @Test func wordsThatAreFitHaveNoFlaw() { #expect(Toy.words(credit: 0.5).flaw(headings: ["Theory"]) == nil) }

  @Test(arguments: ["One-Too-Many", "one too many", "", "-one", "one--two", "../one", "one\n"])
  func aNameIsLowercaseWordsWithHyphens(name: String) {
    #expect(Toy.words(name).flaw(headings: ["Theory"])?.hasPrefix("A name") == true)
  }

  @Test(arguments: [
    "Short.", "It has no full stop, though it is quite long enough", String(repeating: "Long. ", count: 60) + "End.",
    "It has two lines, which nobody's feedback can show\nas one.",
  ])
  func aSentenceSaysEnoughAndEnds(sentence: String) {
    #expect(Toy.words(sentence: sentence).flaw(headings: ["Theory"])?.hasPrefix("The sentence") == true)
  }

  @Test func theHandoutHasTheHeading() {
    let flaw = Toy.words(section: "Theori").flaw(headings: ["Theory", "References"])
    #expect(flaw == "The handout has no heading \"Theori\"; did you mean \"Theory\"?")
  }

  @Test(arguments: [1, -0.1, Double.nan]) func creditIsBelowOne(credit: Double) {
    #expect(Toy.words(credit: credit).flaw(headings: ["Theory"])?.hasPrefix("The credit") == true)
  }

  @Test func swiftLinesAreSwift() {
    let sentence =
      "You wrote \"x\" and \\(y), which is a long sentence that goes on for more than a line of a hundred and "
      + "twenty signs does."
    #expect(
      Toy.words(sentence: sentence, credit: 0.5).swiftLines == #"""
        Misconception(
          "1.1", "one-too-many",
          """
          You wrote \"x\" and \\(y), which is a long sentence that goes on for more than a line of a hundred and twenty \
          signs does.
          """,
          source: "a class",
          section: "Theory", credit: 0.5),
        """#)
  }
}

struct NamedMistakeProofTests {
  private func flaw(_ outputs: [Double], in exercise: RecordedExercise = Toy.exercise()) -> String? {
    NamedMistakeProof(Toy.words(), outputs: outputs.map(Value.number), in: exercise).flaw
  }

  @Test func aMistakeOfItsOwnIsProven() {
    #expect(flaw([2, 3, 4]) == nil)
    #expect(flaw([1, 2, 4]) == nil)
    #expect(flaw([.nan, 2, 3]) == nil)
    #expect(flaw([.nan, .nan, .infinity]) == nil)
  }

  @Test func whatIsRightIsNoMistake() {
    #expect(flaw([1, 2, 3])?.contains("right in every case") == true)
    #expect(flaw([1 + 1e-8, 2, 3])?.contains("right in every case") == true)
  }

  @Test func whatIsKnownHasItsName() {
    #expect(flaw([2, 4, 6]) == "it returns the same as the misconception twice in every case")
    #expect(flaw([2 + 1e-7, 4, 6]) == "it returns the same as the misconception twice in every case")
    #expect(flaw([-2, -4, -6]) == "it returns the same as sign and twice together in every case")
  }

  @Test func everyCaseNeedsAnOutput() {
    #expect(flaw([2, 3]) == "it returns 2 outputs for 3 cases")
    #expect(flaw([], in: Toy.exercise([])) == "it returns 0 outputs for 0 cases")
  }

  @Test func whereANearMissWouldBeNamedNothingIs() {
    #expect(
      flaw([2, 3, 4], in: Toy.exercise(tolerance: Tolerance(relative: 1e-3, absolute: 0)))
        == "an answer that only nearly makes it would be named too")
  }

  @Test func wordsAndListsHaveNearMissesToo() {
    var exercise = Toy.exercise()
    exercise.misconceptions = []
    exercise.pairs = []
    func flaw(_ expected: Value, _ got: Value) -> String? {
      exercise.cases = [RecordedCase(input: .null, expected: expected)]
      return NamedMistakeProof(Toy.words(), outputs: [got], in: exercise).flaw
    }
    #expect(flaw(.text("yes"), .text("no")) == nil)
    #expect(flaw(.truth(true), .truth(false)) == nil)
    #expect(flaw(.null, .number(2)) == nil)
    #expect(flaw(.number(2), .null) == nil)
    #expect(flaw(.list([.number(1), .number(100)]), .list([.number(2), .number(100)])) == nil)
    #expect(flaw(.list([.list([.number(1)])]), .list([.list([.number(2)])])) == nil)
    #expect(flaw(.record(["a": .number(1)]), .record(["a": .number(2)])) == nil)
    #expect(flaw(.list([.number(1)]), .list([])) == nil)
  }
}

struct NamedMistakesInBooksTests {
  @Test func aNamedMistakeIsDiagnosed() throws {
    let (book, notes) = try Toy.book().joined(by: [Toy.named()], running: FakeRunner())
    #expect(notes == [])
    let judge = Judge(book.exercises[0])
    #expect(judge.diagnoses(of: [2, 3, 4].map(Value.number)).map(\.name) == ["one-too-many"])
    #expect(judge.diagnoses(of: [2, 3, 5].map(Value.number)) == [])
    #expect(judge.diagnoses(of: [2, 4, 6].map(Value.number)).map(\.name) == ["twice"])
  }

  @Test func whatNoLongerCompilesIsLeftOut() throws {
    let named = [Toy.named(text: "old syntax"), Toy.named("three-times", text: "times 3")]
    let (book, notes) = try Toy.book().joined(by: named, running: FakeRunner())
    #expect(
      notes == [
        "The named mistake 1.1/one-too-many is left out, because its file doesn't compile by itself: old syntax."
      ])
    #expect(book.exercises[0].misconceptions.map(\.misconception.name) == ["sign", "twice", "three-times"])
  }

  @Test func whatIsKnownByNowIsLeftOut() throws {
    let named = [Toy.named("again-twice", text: "times 2"), Toy.named(), Toy.named("the-same", text: "plus 1")]
    let (book, notes) = try Toy.book().joined(by: named, running: FakeRunner())
    #expect(notes.count == 2)
    #expect(notes.first?.contains("the same as the misconception twice") == true)
    #expect(notes.last?.contains("the same as the misconception one-too-many") == true)
    #expect(book.exercises[0].misconceptions.count == 3)
  }

  @Test func othersAreLeftAlone() throws {
    let named = [Toy.named(lab: "other"), Toy.named(exercise: "1.9")]
    let (book, notes) = try Toy.book().joined(by: named, running: FakeRunner())
    #expect(book == Toy.book())
    #expect(
      notes
        == ["The named mistake 1.1/one-too-many is left out, because there is no such exercise any more."]
        .map { $0.replacing("1.1/", with: "1.9/") })
  }

  @Test func aFailureOfOursLeavesNothingOut() {
    #expect(throws: GradingError.internalError("The sandbox fails.")) {
      try Toy.book().joined(by: [Toy.named(text: "no sandbox")], running: FakeRunner())
    }
  }

  @Test func aCourseMayGiveItCredit() throws {
    var course = Course()
    course.credit = ["1.1/one-too-many": 0.5]
    #expect(throws: GradingError.self) { try course.verified(against: [Toy.book()]) }
    try course.verified(against: [Toy.book()].knowing([Toy.named()]))
  }
}

struct MistakeNamingTests {
  private func name(
    _ texts: [String], outputs: [Double] = [2, 3, 4], as words: Misconception = Toy.words(),
    books: [AnswerBook] = [Toy.book(), Toy.book(Toy.exercise([5, 6, 7])), Toy.book(Toy.exercise([8, 9, 10]))]
  ) throws -> NamedMistake {
    try MistakeNaming(runner: FakeRunner(), books: books).mistake(
      of: Toy.cluster(outputs), members: texts.enumerated().map { .init(student: "s\($0)", text: $1) }, saying: words,
      who: "Prof. Ohm", when: MadeUp.monday)
  }

  private func refusal(
    _ texts: [String], outputs: [Double] = [2, 3, 4], as words: Misconception = Toy.words(),
    books: [AnswerBook]? = nil
  ) -> GradingError? {
    do {
      if let books {
        _ = try name(texts, outputs: outputs, as: words, books: books)
      } else {
        _ = try name(texts, outputs: outputs, as: words)
      }
      return nil
    } catch { return error as? GradingError }
  }

  @Test func theFirstFileThatGivesItAloneStandsForIt() throws {
    let mistake = try name(["needs another file", "plus 1", "plus 1 "])
    #expect(mistake.text == "plus 1")
    #expect(mistake.lab == "toy")
    #expect(mistake.misconception == Toy.words())
    #expect(mistake.cluster.hasPrefix("1.1-"))
  }

  @Test func aFileThatReturnsSomethingElseDoesNot() {
    #expect(refusal(["times 3"])?.description.contains("doesn't return what the cluster returned") == true)
    #expect(refusal(["old syntax"])?.description.hasSuffix("doesn't compile by itself: old syntax.") == true)
    #expect(refusal([])?.exitStatus == EX_DATAERR)
  }

  @Test func whatChangesFromRunToRunIsNoMistake() {
    #expect(refusal(["random"])?.description.contains("something else each time") == true)
  }

  @Test func otherCasesMustTellItApartToo() {
    // With these cases alone, the first number plus one is the double.
    let narrow = Toy.book(Toy.exercise([1]))
    #expect(
      refusal(["plus 1"], books: [Toy.book(), narrow])?.description.contains(
        "with other cases it returns the same as the misconception twice") == true)
  }

  @Test func aNameIsUniqueInItsExercise() {
    let error = refusal(["plus 1"], as: Toy.words("twice"))
    #expect(error?.description == "Exercise 1.1 has a misconception twice already; choose another name.")
    #expect(error?.exitStatus == EX_USAGE)
  }

  @Test func aFailureOfOursIsNoRefusal() { #expect(refusal(["no sandbox"])?.exitStatus == EX_SOFTWARE) }
}

struct NamedMistakesInTheGradebookTests {
  private let folder: WorkFolder
  private let gradebook: Gradebook

  init() throws {
    folder = try WorkFolder()
    gradebook = try Gradebook(file: folder.gradebook)
  }

  @Test func aNamedMistakeComesBackWhole() throws {
    let first = Toy.named(text: "let a = \"\u{0}é\"\r\n")
    let second = Toy.named("three-times", text: "times 3")
    try gradebook.name(first)
    try gradebook.name(second)
    #expect(try gradebook.namedMistakes() == [first, second])
  }

  @Test func aNameIsTakenOnce() throws {
    try gradebook.name(Toy.named())
    #expect(throws: GradingError.self) { try gradebook.name(Toy.named(text: "other")) }
    try gradebook.name(Toy.named(exercise: "1.2"))
    #expect(try gradebook.namedMistakes().map(\.place) == ["1.1/one-too-many", "1.2/one-too-many"])
  }

  @Test func withdrawnIsNotDeleted() throws {
    try gradebook.name(Toy.named())
    try gradebook.withdrawName("one-too-many", of: "1.1", reason: "wrong words", who: "me", at: MadeUp.tuesday)
    #expect(try gradebook.namedMistakes() == [])
    let reasons = try gradebook.read { try String.fetchAll($0, sql: "SELECT withdrawn_reason FROM named_mistakes") }
    #expect(reasons == ["wrong words"])
    #expect(throws: GradingError.self) {
      try gradebook.withdrawName("one-too-many", of: "1.1", reason: "again", who: "me", at: MadeUp.tuesday)
    }
    try gradebook.name(Toy.named())
    #expect(try gradebook.namedMistakes().count == 1)
  }

  @Test func withdrawingNeedsAReason() throws {
    try gradebook.name(Toy.named())
    #expect(throws: GradingError.self) {
      try gradebook.withdrawName("one-too-many", of: "1.1", reason: " ", who: "me", at: MadeUp.tuesday)
    }
    #expect(try gradebook.namedMistakes().count == 1)
  }

  @Test func anOlderGradebookIsBroughtUpToDate() throws {
    let old = folder.url.appending(path: "old.sqlite")
    do {
      let queue = try DatabaseQueue(path: old.path)
      try GradebookSchema.migrator.migrate(queue, upTo: "1 students, submissions, runs, verdicts, marks")
      try queue.close()
    }
    #expect(throws: GradingError.self) { try Gradebook(file: old, for: .reading) }
    let opened = try Gradebook(file: old, for: .marking)
    #expect(try opened.namedMistakes() == [])
    try opened.name(Toy.named())
    #expect(try opened.namedMistakes().count == 1)
  }
}

struct ClusterTableTests {
  @Test func aRowShowsWhatItTakesToNameIt() throws {
    let table = Cluster.table(of: [try Toy.cluster()]).csv.split(separator: "\r\n")
    #expect(
      table.first
        == "cluster,lab,exercise,title,students,who,smallest case that fails,expected,got,code to look at")
    #expect(table.last?.hasSuffix(",toy,1.1,Toy,2,ada; bo,1,1,2,Exercises/Toy.swift of ada") == true)
  }

  @Test func hostileWordsStayText() throws {
    var hostile = try Toy.cluster()
    hostile.students = [MadeUp.hostile]
    let csv = Cluster.table(of: [hostile]).csv
    #expect(!csv.contains("\u{1B}") && !csv.contains("\u{202E}") && csv.contains("'=1+1"))
  }
}
