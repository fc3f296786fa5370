import AnswerChecks
import AnswerWire
import Foundation
import LabKit
import Testing

@testable import Grading

/// Figures that students' answers draw: which are shown, and how they are kept.
struct StudentFigureTests {
  private static let red = FeedbackFigure(lab: "optimizers", title: "Red", png: Data([1, 2, 3]), caption: "A red one.")
  private static let blue = FeedbackFigure(lab: "optimizers", title: "Blue", png: Data([4, 5]), caption: "A blue one.")

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "figures-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  // MARK: The shelf

  @Test func aShelfKeepsFiguresByTheirBytes() throws {
    try withFolder { folder in
      let shelf = FigureShelf(folder)
      try shelf.keep([Self.red, Self.blue], of: "aa", drawnBy: "p1")
      try shelf.keep([Self.blue], of: "bb", drawnBy: "p1")
      #expect(shelf.figures(of: "aa") == [Self.red, Self.blue])
      #expect(shelf.figures(of: "bb") == [Self.blue])
      #expect(shelf.figures(of: "cc").isEmpty)
      let files = try names(in: folder)
      #expect(files.count == 4, "two lists, and two pictures of which one is shared")
      #expect(files.contains("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81.png"))
    }
  }

  @Test func otherProgramsDrawAgain() throws {
    try withFolder { folder in
      let shelf = FigureShelf(folder)
      try shelf.keep([Self.red], of: "aa", drawnBy: "p1")
      #expect(shelf.holds("aa", drawnBy: "p1"))
      #expect(!shelf.holds("aa", drawnBy: "p2"))
      #expect(!shelf.holds("bb", drawnBy: "p1"))
    }
  }

  @Test func aDamagedPictureIsLeftOut() throws {
    try withFolder { folder in
      let shelf = FigureShelf(folder)
      try shelf.keep([Self.red, Self.blue], of: "aa", drawnBy: "p1")
      for name in try names(in: folder) where name.hasPrefix("0390") {
        try Data([9]).write(to: folder.appending(path: name))
      }
      #expect(shelf.figures(of: "aa") == [Self.blue])
      try Data("{".utf8).write(to: folder.appending(path: "aa.json"))
      #expect(shelf.figures(of: "aa").isEmpty)
      #expect(!shelf.holds("aa", drawnBy: "p1"))
    }
  }

  @Test func feedbackHasTheFiguresOfTheSubmissionThatWasGraded() throws {
    try withFolder { folder in
      let shelf = FigureShelf(folder)
      let standing = MadeUp.standing(MadeUp.wrong())
      let fingerprint = try #require(standing.graded?.fingerprint)
      try shelf.keep([Self.red], of: fingerprint, drawnBy: "p1")
      try shelf.keep([Self.blue], of: "another", drawnBy: "p1")
      func page(_ shelf: FigureShelf?) throws -> String {
        let files = try ExportFolder([standing], course: Course(), books: [], now: MadeUp.monday, figures: shelf)
          .files()
        return files.filter { $0.name.hasSuffix(".html") }.map { String(decoding: $0.data, as: UTF8.self) }.joined()
      }
      #expect(try page(shelf).contains("A red one."))
      #expect(try !page(shelf).contains("A blue one."))
      #expect(try !page(nil).contains("A red one."))
      #expect(try page(shelf) == page(shelf))
    }
  }

  // MARK: Drawing

  /// A lab whose figures follow from one word: `reference`, or what its job names as the program.
  ///
  /// `answered` rests on the answers, `free` doesn't, `slow` measures time.
  private func lab(in folder: URL, fails: String = "nothing") throws -> LabProgram {
    func figure(_ name: String) -> String {
      """
      {"name": "\(name)", "caption": "Of \(name).", "png": "\(name).png", "csv": "\(name).csv", "pngSHA256": "",
       "csvSHA256": ""}
      """
    }
    let manifest = Data(
      """
      {"lab": "toy", "version": "1", "seed": 1, "scale": "quick", "answers": "mine", "seconds": 0, "results": {},
       "environment": {"swift": "", "blas": "", "kernel": "", "threads": 1, "os": ""},
       "figures": [\(["answered", "broken", "free"].map(figure).joined(separator: ", "))],
       "measured": {"figures": [\(figure("slow"))], "results": {}}}
      """.utf8)
    try manifest.write(to: folder.appending(path: "manifest.json"))
    let script = """
      #!/bin/sh
      who=reference
      output=$2
      test "$4" = mine && who=$(sed 's/.*"program":"\\([a-z]*\\)".*/\\1/' "$DESCENT_GRADING_JOB")
      if test -n "$DESCENT_DATASETS"; then exit 3; fi
      case "$who/$*" in *\(fails)*) exit 1;; esac
      mkdir -p "$output/toy"
      for name in answered broken free slow; do
        data=same; test $name = answered -o $name = broken && data=$who
        echo $data > "$output/toy/$name.csv"; echo "picture of $name by $who" > "$output/toy/$name.png"
      done
      cp "\(folder.path)/manifest.json" "$output/toy/manifest.json"

      """
    let program = folder.appending(path: "toy")
    try Data(script.utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let lecture = folder.appending(path: "docs/figures/toy")
    try FileManager.default.createDirectory(at: lecture, withIntermediateDirectories: true)
    try manifest.write(to: lecture.appending(path: "manifest.json"))
    try Data("lecture".utf8).write(to: lecture.appending(path: "answered.png"))
    return LabProgram(lab: "toy", program: program, project: folder)
  }

  private func answers(_ name: String) -> GradingJob.Lab {
    GradingJob.Lab(book: "", program: name, launcher: [], refused: [:])
  }

  @Test func figuresThatAnswersChangeAreShownBesideTheLectures() throws {
    try withFolder { folder in
      let scratch = folder.appending(path: "scratch")
      let drawing = try DrawingLab(lab(in: folder), blankAnswers: answers("blank"), scratch: scratch)
      let shown = drawing.figures(with: answers("ada"), in: scratch)
      #expect(
        shown.map(\.title) == [
          "Answered, with your answers", "Answered, as in the lecture", "Broken, with your answers",
        ])
      #expect(shown.first?.png == Data("picture of answered by ada\n".utf8))
      #expect(shown.dropFirst().first?.png == Data("lecture".utf8))
      #expect(drawing.figures(with: answers("blank"), in: scratch).isEmpty, "nothing was attempted")
    }
  }

  @Test func aProgramThatFailsCostsItsFiguresOnly() throws {
    try withFolder { folder in
      let scratch = folder.appending(path: "scratch")
      // Ada's answers make the program fail where it is to draw `broken`.
      let program = try lab(in: folder, fails: "ada*broken")
      let drawing = try DrawingLab(program, blankAnswers: answers("blank"), scratch: scratch)
      let shown = drawing.figures(with: answers("ada"), in: scratch)
      #expect(shown.contains { $0.title == "Answered, with your answers" })
      #expect(try program.draw(["broken"], with: answers("ada"), in: scratch).isEmpty)
      #expect(
        try DrawingLab(lab(in: folder, fails: "grace"), blankAnswers: answers("blank"), scratch: scratch)
          .figures(with: answers("grace"), in: scratch).isEmpty)
    }
  }
}
