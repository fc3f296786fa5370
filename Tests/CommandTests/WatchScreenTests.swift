import AnswerChecks
import Foundation
import Testing

@testable import descent

/// The lines that watching shows.
@Suite struct WatchScreenTests {
  private func lines(_ state: WatchState, rows: Int = 24, columns: Int = 80, hasColour: Bool = false) -> [String] {
    WatchScreen(state, style: TerminalStyle(hasColour: hasColour, width: columns)).lines(rows: rows)
  }

  private var checked: WatchState {
    WatchStateTests.start.after(.checked(WatchStateTests.verdicts(.passed, .wrong, .notAttempted)))
  }

  @Test func aScreenHasProgressTheExerciseAndTheKeys() {
    let lines = lines(checked)
    #expect(lines.count == 24)
    #expect(lines[0] == "toys  [######--------------]  2 of 6 points: 1 passed, 1 wrong, 1 not attempted.")
    #expect(lines[1] == "9.1+ [9.2x] 9.3." && lines[2] == "Save a file, and it is checked.")
    #expect(lines.contains("9.2 Title 9.2: wrong, 0 of 2 points") && lines.contains("9.2 Title 9.2 (2 points)"))
    #expect(lines.contains("    in Labs/Toys/Exercises/File9.2.swift") && lines.contains("    What is asked in 9.2."))
    #expect(lines[23] == "h hint   f figures   n next   p previous   q quit")
  }

  @Test func theFirstBuildIsSaid() {
    #expect(lines(WatchStateTests.start)[1] == "Getting ready; the first time takes about a minute.")
  }

  @Test func hintsAreCountedAndEnd() {
    let one = checked.after(.key(.hint))
    #expect(lines(one).contains("    Hint 1 of 2: Look closer.") && !lines(one).joined().contains("Mind the sign"))
    let three = one.after(.key(.hint)).after(.key(.hint))
    #expect(lines(three).contains("    Hint 2 of 2: Mind the sign."))
    #expect(lines(three).contains("    There are no more hints."))
  }

  @Test(arguments: [1, 2, 5, 9, 24, 60], [20, 40, 80, 200])
  func linesFitAnyWindow(rows: Int, columns: Int) {
    var state = checked.after(.key(.hint)).after(.drawing(.running(String(repeating: "#", count: 300))))
    state.news = [String(repeating: "word ", count: 60)]
    for hasColour in [false, true] {
      let lines = lines(state, rows: rows, columns: columns, hasColour: hasColour)
      #expect(lines.count == rows)
      let plain = lines.map { $0.replacing(/\u{1B}\[\d+m/, with: "") }
      #expect(plain.allSatisfy { $0.count <= columns && !$0.contains("\u{1B}") })
      #expect(lines.allSatisfy { ($0.matches(of: /\u{1B}\[\d+m/).last?.output ?? "\u{1B}[0m") == "\u{1B}[0m" })
    }
  }

  @Test func whatDoesNotFitIsCounted() {
    let small = lines(checked, rows: 9)
    #expect(small.contains { $0.hasSuffix("more lines: make the window taller to see them.)") })
    #expect(small.last?.hasPrefix("h hint") == true)
  }

  @Test func figuresSayWhereTheyAre() {
    let state = checked.after(.drawing(.done(folder: "build/figures/toys", pictures: ["a.png", "b.png"])))
    #expect(lines(state).contains("Figures, with your answers, in build/figures/toys: a.png, b.png"))
    let words = FigureRun.lines(in: "Building\r\n\u{1B}[2K[1/9]\r\u{1B}[2K[2/9]  \r\n\u{1B}[1mdone\u{1B}[0m\r\n")
    #expect(words == ["Building", "[2/9]", "done"])
  }

  @Test func aPipeIsToldWhatChanged() {
    let state = checked.after(.saved(["File9.2.swift"]))
      .after(.checked(WatchStateTests.verdicts(.passed, .passed, .notAttempted)))
    #expect(
      WatchScreen(state, style: .plain).report == [
        "toys  4 of 6 points: 2 passed, 1 not attempted.", "9.2 Title 9.2: wrong -> passed", "",
        "Next: 9.3 Title 9.3, in Labs/Toys/Exercises/File9.3.swift",
      ])
  }

  @Test func statementsAreReadFromStubs() {
    let stub = """
      extension MyAnswers {
        /// A helper.
        func other() {}

        /// **5.1 Updates** (1 point).
        ///
        /// An epoch goes through all N samples once, in batches of M; where M doesn't divide N, the last batch of the epoch
        /// has fewer. `M` is **small**.
        /// w ← w + v.
        ///
        /// - Parameters:
        ///   - samples: N, 1 or more.
        /// - Returns: the number of updates.
        public func updates() {}
      }
      """
    let statement = Statement(stub: stub)
    #expect(statement.heading == "5.1 Updates (1 point)")
    #expect(
      statement.paragraphs == [
        .init(
          text: "An epoch goes through all N samples once, in batches of M; where M doesn't divide N, the last batch "
            + "of the epoch has fewer. M is small.", indent: 0), .init(text: "w ← w + v.", indent: 0),
        .init(text: "", indent: 0), .init(text: "Given:", indent: 0),
        .init(text: "- samples: N, 1 or more.", indent: 2), .init(text: "To return: the number of updates.", indent: 0),
      ])
  }

  @Test func everyExerciseOfTheCourseHasAStatement() throws {
    for lab in Workspace(root: Program.root).labs() {
      for exercise in try lab.answerBook().exercises {
        let statement = Statement(stub: exercise.stub)
        #expect(statement.heading.hasPrefix("\(exercise.id) "), "\(exercise.id): \(statement.heading)")
        #expect(statement.paragraphs.count > 1 && !statement.paragraphs.contains { $0.text.contains("`") })
      }
    }
  }
}
