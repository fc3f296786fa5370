import Foundation
import Testing

@testable import AnswerChecks
@testable import Grading

struct PrintableTextTests {
  @Test func controlsAreShownNotObeyed() {
    #expect(PrintableText.line("a\u{1B}[2Jb\u{7}c\u{7F}") == "a\u{241B}[2Jb\u{2407}c\u{2421}")
    #expect(PrintableText.line("a\r\nb\nc\td") == "a b c d")
    #expect(PrintableText.line("a\u{202E}b\u{9B}c\u{FEFF}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
    #expect(PrintableText.line("naïve 李 👩‍🔬") == "naïve 李 👩‍🔬")
  }

  @Test func floodsAreCutAndSaySo() {
    #expect(PrintableText.line(String(repeating: "x", count: 300)).hasSuffix("x ... (100 characters left out)"))
    let lines = PrintableText.lines(String(repeating: "line\n", count: 50))
    #expect(lines.count == 41)
    #expect(lines.last == "(10 more lines)")
    #expect(PrintableText.lines("") == [])
  }
}

struct StudentSheetTests {
  private func course(_ policy: DiagnosisPolicy, due: Date? = MadeUp.monday) -> Course {
    var course = Course()
    course.diagnoses = policy
    course.due = due
    return course
  }

  /// Every export for students, as text.
  private func exports(_ sheet: StudentSheet) throws -> [String] {
    let line = try #require(Data(base64Encoded: ClassroomResult(sheet).line))
    return [
      String(decoding: GradescopeResults(sheet).json, as: UTF8.self), String(decoding: line, as: UTF8.self),
      JUnitReport(sheet).xml, FeedbackPage(sheet).html, FeedbackMarkdown(sheet).text,
    ].map { $0.replacing("\\", with: "").replacing("\u{2060}", with: "") }
  }

  /// A verdict in which everything that may be withheld has a word of its own.
  private var standing: Standing {
    var verdict = MadeUp.wrong()
    verdict.diagnoses[0].sentence = "SECRET diagnosis"
    verdict.diagnoses[0].section = "SECRET section"
    verdict.detail = "SECRET detail"
    verdict.printed = "SECRET printed"
    verdict.failure?.input = .text("SECRET input")
    verdict.outputs = [.text("SECRET output")]
    let comment = Comment(
      id: 1, student: "ada", exercise: "1.2", text: "SHOWN comment", who: "Ohm", when: MadeUp.monday)
    return MadeUp.standing(
      verdict, overrides: [MadeUp.override("1.2", 1.5, reason: "SHOWN reason")], comments: [comment])
  }

  @Test func whatIsWithheldIsInNoExport() throws {
    let before = MadeUp.monday.addingTimeInterval(-1)
    let withheld = [
      MadeUp.sheet(standing, course(.never)), MadeUp.sheet(standing, course(.afterDue), now: before),
      MadeUp.sheet(standing, course(.afterDue), now: MadeUp.monday),
      MadeUp.sheet(standing, course(.afterDue, due: nil)),
    ]
    for sheet in withheld {
      for export in try exports(sheet) {
        #expect(!export.contains("SECRET"))
        #expect(export.contains("wrong"), "the status is always shown")
        #expect(export.contains("1.5"), "points are always shown")
        #expect(export.contains("SHOWN reason"))
        #expect(export.contains("SHOWN comment"))
      }
      #expect(sheet.withheld != nil)
    }
  }

  @Test func whatIsShownIsInEveryExport() throws {
    let shown = [
      MadeUp.sheet(standing), MadeUp.sheet(standing, course(.afterDue), now: MadeUp.monday.addingTimeInterval(1)),
    ]
    for sheet in shown {
      #expect(sheet.withheld == nil)
      for export in try exports(sheet) {
        for word in ["diagnosis", "section", "detail", "printed", "input"] {
          #expect(export.contains("SECRET \(word)"))
        }
      }
    }
  }

  @Test func extensionMovesTheDueDate() {
    var late = standing
    late.student.extensionDays = 2
    let sheet = MadeUp.sheet(late, course(.afterDue), now: MadeUp.tuesday)
    #expect(sheet.withheld == "What is wrong, and why, is shown after the due date, 2026-10-07 12:00 UTC.")
    #expect(MadeUp.sheet(standing, course(.afterDue), now: MadeUp.tuesday).withheld == nil)
  }

  @Test func linksLeadIntoTheHandout() {
    var course = Course()
    course.handouts = "https://course.example/labs/"
    var mistake = MadeUp.misconception("1.2", "x")
    mistake.section = "Accuracy, and what it hides"
    let sheet = MadeUp.sheet(standing, course)
    #expect(
      sheet.link(to: mistake, in: "skewed-classes")
        == "https://course.example/labs/skewed-classes#accuracy-and-what-it-hides")
    course.handouts = "javascript:alert(1)//"
    #expect(MadeUp.sheet(standing, course).link(to: mistake, in: "x") == nil)
    #expect(StudentSheet.anchor("Glorot's range: 6/(n+m) é") == "glorots-range-6nm-%C3%A9")
  }
}

struct FeedbackPageTests {
  private func page(_ standing: Standing, _ course: Course = Course(), figures: [FeedbackFigure] = []) -> String {
    FeedbackPage(MadeUp.sheet(standing, course), figures: figures).html
  }

  @Test func hostileTextMakesNoTag() {
    let html = page(MadeUp.hostileStanding)
    let names = Set(MarkupReader(html).elements.map(\.name))
    let known: Set = [
      "html", "head", "meta", "title", "style", "body", "main", "header", "p", "h1", "h2", "h3", "h4", "b",
      "div", "nav", "table", "thead", "tbody", "tr", "th", "td", "span", "a", "section", "article", "code", "pre", "br",
      "mark",
    ]
    #expect(names.subtracting(known).isEmpty)
    #expect(!html.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{0}" })
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }

  @Test func nothingIsLoadedAndNothingRuns() {
    let figure = FeedbackFigure(lab: "optimizers", title: "Paths", png: Data([1, 2, 3]), caption: "Your \"path\"")
    let html = page(MadeUp.standing(MadeUp.wrong()), figures: [figure])
    #expect(html.contains("default-src 'none'"))
    for element in MarkupReader(html).elements {
      #expect(!element.attributes.contains("src=") || element.attributes.contains("src=\"data:image/png;base64,AQID\""))
      #expect(!element.attributes.contains(" on"), "no handler")
      #expect(!["link", "script"].contains(element.name))
    }
    #expect(!html.contains("url("))
    #expect(html.contains("alt=\"Your &quot;path&quot;\""))
  }

  @Test func tagsAreClosed() {
    for standing in [
      MadeUp.hostileStanding, MadeUp.standing(MadeUp.wrong(), MadeUp.verdict("1.3", .passed, points: 2)),
    ] {
      #expect(MarkupReader(page(standing)).isNested)
    }
  }

  @Test func diagnosisComesBeforeTheCase() throws {
    let html = page(MadeUp.standing(MadeUp.wrong()))
    let diagnosis = try #require(html.range(of: "You leave out the division by <code>1 - beta1^t</code>."))
    let failing = try #require(html.range(of: "Smallest case that fails"))
    let printed = try #require(html.range(of: "What your code printed"))
    #expect(diagnosis.lowerBound < failing.lowerBound)
    #expect(failing.lowerBound < printed.lowerBound)
    #expect(html.contains("<td> 0.5 </td><td> 0.5 </td>"), "decimal points stand in one column")
    #expect(html.contains("<td> <mark>1.25</mark></td><td class=\"note\">&larr; worst</td>"))
  }

  @Test func statusIsAWordAndASign() {
    let html = page(MadeUp.standing(MadeUp.verdict("1.1", .passed, points: 2), MadeUp.verdict("1.2", .timedOut)))
    #expect(html.contains("<span aria-hidden=\"true\">\u{2713}</span> passed"))
    #expect(html.contains("<span aria-hidden=\"true\">\u{2717}</span> timed out"))
    #expect(html.contains("<b>2</b> of 4 points"))
  }

  @Test func missingSubmissionIsSaid() {
    let scored = Scoring(Course()).scores(of: [
      MadeUp.standing(MadeUp.verdict("1.1", .passed, points: 2)), Standing(student: Student(id: "eve")),
    ])[1]
    let html = FeedbackPage(StudentSheet(scored, course: Course(), now: MadeUp.monday)).html
    #expect(html.contains("Nothing was handed in."))
    #expect(html.contains("<b>missing</b>"))
    #expect(!html.contains("<b>0</b>"))
  }
}

struct FeedbackMarkdownTests {
  @Test func hostileTextStaysText() {
    let text = FeedbackMarkdown(MadeUp.sheet(MadeUp.hostileStanding)).text
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{0}" })
    // Outside of fences, no sign is left that Markdown or GitHub would read.
    var fence: Substring?
    for line in text.split(separator: "\n") {
      if let open = fence {
        if line == open { fence = nil }
        continue
      }
      if line.hasPrefix("```") {
        fence = line.prefix { $0 == "`" }
        continue
      }
      let bare = line.replacing(/\\[^a-z0-9]/, with: "").replacing(/`[^`]*`/, with: "").drop { "#>| -".contains($0) }
      #expect(!bare.contains { "<[`~&#".contains($0) }, "\(line)")
      #expect(!line.contains("@everyone"))
      #expect(line.hasPrefix("#") == ["#", "##", "###"].contains(line.prefix { $0 != " " }))
    }
    #expect(fence == nil, "every fence is closed")
  }

  @Test func signsAreReadOnlyWhereTheyMean() {
    #expect(FeedbackMarkdown.inline("1.2 a_b (x). Fine - 3:4") == "1.2 a\\_b (x). Fine - 3:4")
    #expect(FeedbackMarkdown.inline("- a") == "\\- a")
    #expect(FeedbackMarkdown.inline("===") == "\\===")
    #expect(FeedbackMarkdown.inline("12. a") == "12\\. a")
    #expect(FeedbackMarkdown.inline("3) a") == "3\\) a")
    #expect(FeedbackMarkdown.inline("https://x www.y @z") == "https:\u{2060}//x www.\u{2060}y @\u{2060}z")
  }

  @Test func fenceIsLongerThanAnyInside() {
    #expect(FeedbackMarkdown.block(["a ```` b"]).hasPrefix("`````text\n"))
    #expect(FeedbackMarkdown.block(["a"]) == "```text\na\n```")
  }

  @Test func caseIsAlignedAndTheWorstIsMarked() {
    let text = FeedbackMarkdown(MadeUp.sheet(MadeUp.standing(MadeUp.wrong()))).text
    #expect(text.contains("at   expected  got  "))
    #expect(text.contains("[0]   0.5       0.5 "))
    #expect(text.contains("[1]  -1.25      1.25  <- worst"))
    #expect(text.contains("[2]  10        10   "))
    #expect(text.contains("| wrong | 0 of 2 |"))
    #expect(text.contains("by `1 - beta1^t`"))
  }

  @Test func passedExercisesNeedNoChapter() {
    let text = FeedbackMarkdown(MadeUp.sheet(MadeUp.standing(MadeUp.verdict("1.1", .passed, points: 2)))).text
    #expect(!text.contains("###"))
    #expect(text.contains("passed | 2 of 2 |"))
  }
}
