import Foundation
import Testing

@testable import AnswerChecks
@testable import descent

/// What watching does with events, without terminal or files.
@Suite struct WatchStateTests {
  static func exercise(_ id: String, hints: [String] = ["Look closer.", "Mind the sign."]) -> RecordedExercise {
    let stub = """
      extension MyAnswers {
        /// **\(id) Title \(id)** (2 points).
        ///
        /// What is asked in \(id).
        public func answer() throws {}
      }
      """
    return RecordedExercise(
      id: id, title: "Title \(id)", kind: .write, points: 2, file: "Exercises/File\(id).swift",
      tolerance: Tolerance(), hints: hints, cases: [], misconceptions: [], pairs: [], stub: stub)
  }

  static let book = AnswerBook(lab: "toys", seed: 1, exercises: ["9.1", "9.2", "9.3"].map { exercise($0) })

  static func verdict(_ id: String, _ status: AnswerChecks.Status, detail: String? = nil) -> Verdict {
    var verdict = Verdict(
      exercise: id, title: "Title \(id)", status: status, points: status == .passed ? 2 : 0, possible: 2)
    verdict.detail = detail
    return verdict
  }

  static func verdicts(_ statuses: AnswerChecks.Status...) -> [Verdict] {
    zip(book.exercises, statuses).map { verdict($0.id, $1) }
  }

  static let start = WatchState(lab: "toys", folder: "Labs/Toys/Exercises", book: book)

  private func state(after events: WatchEvent...) -> WatchState { events.reduce(Self.start) { $0.after($1) } }

  private let first = WatchEvent.checked(verdicts(.passed, .wrong, .notAttempted))

  @Test func theFirstCheckShowsWhatIsNext() {
    let state = state(after: first)
    #expect(state.current?.id == "9.2" && state.news.isEmpty && state.activity == .waiting)
  }

  @Test func whatChangedIsSaid() {
    let state = state(
      after: first, .saved(["File9.2.swift"]), .checked(Self.verdicts(.passed, .passed, .notAttempted)))
    #expect(state.news == ["9.2 Title 9.2: wrong -> passed"])
    #expect(state.current?.id == "9.3", "the next statement opens")
  }

  @Test func anAnswerThatStaysWrongIsSaidToo() {
    let same = state(after: first, .saved(["File9.2.swift"]), .checked(Self.verdicts(.passed, .wrong, .notAttempted)))
    #expect(same.news == ["9.2 Title 9.2: still wrong"] && same.current?.id == "9.2")
    var verdicts = Self.verdicts(.passed, .wrong, .notAttempted)
    verdicts[1] = Self.verdict("9.2", .wrong, detail: "Another.")
    let other = state(after: first, .saved(["File9.2.swift"]), .checked(verdicts))
    #expect(other.news == ["9.2 Title 9.2: still wrong, for another reason"])
  }

  @Test func savingShowsTheExerciseThatIsWorkedOn() {
    let state = state(after: first, .saved(["File9.3.swift"]))
    #expect(state.current?.id == "9.3" && state.activity == .checking(["File9.3.swift"]))
  }

  @Test func afterTheLastComesAnEarlierOneThatIsOpen() {
    let state = state(
      after: .checked(Self.verdicts(.notAttempted, .passed, .wrong)), .saved(["File9.3.swift"]),
      .checked(Self.verdicts(.notAttempted, .passed, .passed)))
    #expect(state.current?.id == "9.1")
  }

  @Test func whereAllHavePassedTheLastStays() {
    let state = state(
      after: .checked(Self.verdicts(.passed, .passed, .wrong)), .saved(["File9.3.swift"]),
      .checked(Self.verdicts(.passed, .passed, .passed)))
    #expect(state.current?.id == "9.3" && state.news == ["9.3 Title 9.3: wrong -> passed"])
  }

  @Test func theSameTextAgainIsSaid() {
    let state = state(after: first, .savedUnchanged(["File9.2.swift"]))
    #expect(state.news == ["File9.2.swift was saved as it was: nothing new to check."])
    #expect(state.verdicts == Self.start.after(first).verdicts)
  }

  @Test func aFailedCheckKeepsTheVerdicts() {
    let state = state(after: first, .saved(["File9.2.swift"]), .failed("No compiler."))
    #expect(state.trouble == "No compiler." && state.activity == .waiting && state.inOrder.count == 3)
    #expect(state.after(first).trouble == nil)
  }

  @Test func keysGoOnAndBackAndAround() {
    #expect(state(after: first, .key(.next)).current?.id == "9.3")
    #expect(state(after: first, .key(.next), .key(.next)).current?.id == "9.1")
    #expect(state(after: first, .key(.previous), .key(.previous)).current?.id == "9.3")
    #expect(state(after: .key(.quit)).isOver && state(after: .stopped).isOver)
  }

  @Test func hintsComeOneByOneForEachExercise() {
    let state = state(after: first, .key(.hint), .key(.next), .key(.hint), .key(.hint), .key(.hint), .key(.hint))
    #expect(state.hintsShown == ["9.2": 1, "9.3": 3])
  }

  @Test func figuresAreDrawnOnceAtATime() {
    let asked = state(after: first, .key(.figure))
    #expect(asked.drawing == .asked)
    let running = asked.after(.drawing(.running("[1/3]")))
    #expect(running.after(.key(.figure)).drawing == .running("[1/3]"))
    let done = running.after(.drawing(.done(folder: "build/figures/toys", pictures: ["a.png"])))
    #expect(done.after(.key(.figure)).drawing == .asked)
  }

  @Test(arguments: [
    ("h", [WatchKey.hint]), ("Q", [.quit]), ("\u{3}", [.quit]), ("\u{1B}[B\u{1B}[A", [.next, .previous]),
    ("xyz \u{1B}[3~", []), ("np", [.next, .previous]),
  ])
  func bytesAreKeys(bytes: String, keys: [WatchKey]) {
    #expect(WatchTerminal.keys(in: Array(bytes.utf8)) == keys)
  }
}
