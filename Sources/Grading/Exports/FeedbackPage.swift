import AnswerChecks
import Foundation

/// A student's feedback as one HTML file that needs nothing else: no script, no font, no address that is loaded.
///
/// It can be read on a phone and on paper, in light and in dark. What comes from outside passes through `Markup`, and the
/// page's own policy forbids whatever would slip through to run or to load.
public struct FeedbackPage: Sendable {
  private let sheet: StudentSheet
  private let figures: [FeedbackFigure]

  /// The feedback for one student.
  public init(_ sheet: StudentSheet, figures: [FeedbackFigure] = []) {
    self.sheet = sheet
    self.figures = figures
  }

  /// The file's text.
  public var html: String {
    let name = PrintableText.line(sheet.scored.student.name)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <title>\(Markup.attribute("Feedback for \(name): \(sheet.title)"))</title>
      <style>
      \(FeedbackStyle.css)
      </style>
      </head>
      <body>
      <main>
      \((header + contents + sheet.scored.labs.flatMap(section) + otherFigures).joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  // MARK: The top

  private var header: [String] {
    let student = sheet.scored.student
    let facts = [
      student.id == student.name ? "" : student.id, student.section.isEmpty ? "" : "Section \(student.section)",
    ]
    .filter { !$0.isEmpty }.map { Markup.attribute(PrintableText.line($0)) }
    var lines = [
      "<header>", "<p class=\"course\">\(Markup.attribute(sheet.title))</p>",
      "<h1>\(Markup.attribute(PrintableText.line(student.name)))</h1>",
      "<p class=\"facts\">\((facts + [Markup.attribute(sheet.submission)]).joined(separator: " &middot; "))</p>",
    ]
    lines += total
    lines += sheet.remarks.map { "<p class=\"remark\">\(Markup.text($0))</p>" }
    if let withheld = sheet.withheld { lines.append("<p class=\"remark\">\(Markup.text(withheld))</p>") }
    lines += sheet.comments(sheet.scored.comments).flatMap(mark)
    return lines + ["</header>"]
  }

  private var total: [String] {
    let scored = sheet.scored
    guard let points = scored.total else { return ["<p class=\"total\"><b>\(Markup.text(sheet.totalLine))</b></p>"] }
    let share = scored.possible > 0 ? min(max(points / scored.possible, 0), 1) : 0
    return [
      "<p class=\"total\"><b>\(Points.write(points))</b> of \(Points.write(scored.possible)) points</p>",
      "<div class=\"bar\" aria-hidden=\"true\"><div style=\"width:\(Points.write(share * 100))%\"></div></div>",
    ]
  }

  private var contents: [String] {
    guard !sheet.scored.exercises.isEmpty else { return [] }
    var lines = ["<nav aria-labelledby=\"contents\">", "<h2 id=\"contents\">All exercises</h2>", "<table>"]
    lines.append(
      "<thead><tr><th scope=\"col\">Exercise</th><th scope=\"col\">Result</th><th scope=\"col\">Points</th></tr></thead>"
    )
    for lab in sheet.scored.labs {
      lines.append("<tbody>")
      let points =
        lab.exercises.allSatisfy { $0.points != nil } ? lab.exercises.reduce(0) { $0 + ($1.points ?? 0) } : nil
      let possible = lab.exercises.reduce(0) { $0 + $1.possible }
      lines.append(
        "<tr class=\"lab\"><th scope=\"rowgroup\" colspan=\"2\">\(Markup.attribute(StudentSheet.heading(lab.lab)))</th>"
          + "<td>\(score(points, of: possible))</td></tr>")
      lines += lab.exercises.map(row)
      lines.append("</tbody>")
    }
    return lines + ["</table>", "</nav>"]
  }

  private func row(_ exercise: ScoredExercise) -> String {
    let title = Markup.attribute(exercise.title)
    let linked = hasMore(exercise) ? "<a href=\"#\(anchor(exercise))\">\(title)</a>" : title
    let byHand = exercise.override == nil ? "" : " <span class=\"place\">set by hand</span>"
    return "<tr><th scope=\"row\"><span class=\"id\">\(Markup.attribute(exercise.exercise))</span> \(linked)</th>"
      + "<td>\(badge(exercise))\(byHand)</td>"
      + "<td>\(score(exercise.points, of: exercise.possible))</td></tr>"
  }

  private func score(_ points: Double?, of possible: Double) -> String {
    "\(points.map(Points.write) ?? "&ndash;")<span class=\"of\">&#8239;/&#8239;\(Points.write(possible))</span>"
  }

  // MARK: Exercises

  private func section(_ lab: ScoredLab) -> [String] {
    let more = lab.exercises.filter(hasMore)
    let pictures = figures.filter { $0.lab == lab.lab }
    guard !more.isEmpty || !pictures.isEmpty else { return [] }
    return ["<section>", "<h2>\(Markup.attribute(StudentSheet.heading(lab.lab)))</h2>"]
      + more.flatMap { article($0, in: lab.lab) } + sideBySide(pictures) + ["</section>"]
  }

  private var otherFigures: [String] {
    let labs = Set(sheet.scored.labs.map(\.lab))
    let others = figures.filter { !labs.contains($0.lab) }
    return others.isEmpty ? [] : ["<section>", "<h2>Figures</h2>"] + sideBySide(others) + ["</section>"]
  }

  /// Whether there is more to say than status and points.
  private func hasMore(_ exercise: ScoredExercise) -> Bool {
    if !sheet.marks(exercise).isEmpty { return true }
    guard let verdict = exercise.verdict, verdict.status != .passed else { return false }
    return !Explanation(verdict).lines.isEmpty || !sheet.printed(verdict).isEmpty
  }

  private func anchor(_ exercise: ScoredExercise) -> String {
    "exercise-" + Markup.attribute(exercise.exercise.replacing(".", with: "-").replacing(" ", with: "-"))
  }

  private func article(_ exercise: ScoredExercise, in lab: String) -> [String] {
    var lines = ["<article id=\"\(anchor(exercise))\">"]
    lines.append(
      "<h3><span class=\"id\">\(Markup.attribute(exercise.exercise))</span> \(Markup.attribute(exercise.title))</h3>")
    lines.append("<p class=\"result\">\(badge(exercise)) <span>\(Markup.text(sheet.pointsLine(exercise)))</span></p>")
    lines += sheet.marks(exercise).flatMap(mark)
    if let verdict = exercise.verdict {
      let explanation = Explanation(verdict)
      lines += diagnosis(explanation, in: lab)
      if !explanation.details.isEmpty { lines.append(details(explanation, of: verdict)) }
      if let failure = explanation.failure { lines += self.failure(failure) }
      if let pattern = explanation.pattern { lines.append("<p>\(Markup.sentence(pattern))</p>") }
      let printed = sheet.printed(verdict)
      if !printed.isEmpty { lines += ["<h4>What your code printed</h4>", preformatted(printed)] }
    }
    return lines + ["</article>"]
  }

  private func diagnosis(_ explanation: Explanation, in lab: String) -> [String] {
    guard !explanation.mistakes.isEmpty else { return [] }
    let introduction = explanation.introduction.map { ["<p>\(Markup.text($0))</p>"] } ?? []
    let mistakes = explanation.mistakes.map { mistake in
      let section = Markup.attribute(mistake.section)
      let place =
        sheet.link(to: mistake, in: lab).map { "<a href=\"\(Markup.attribute($0))\">\(section)</a>" }
        ?? "&ldquo;\(section)&rdquo;"
      return "<p>\(Markup.sentence(mistake.sentence)) <span class=\"place\">Handout: \(place)</span></p>"
    }
    return ["<div class=\"diagnosis\">"] + introduction + mistakes + ["</div>"]
  }

  /// One line is a sentence; what a compiler says keeps its columns.
  private func details(_ explanation: Explanation, of verdict: Verdict) -> String {
    let lines = explanation.details
    guard lines.count > 1 || verdict.status == .doesNotCompile else { return "<p>\(Markup.sentence(lines[0]))</p>" }
    return preformatted(PrintableText.lines(lines.joined(separator: "\n")))
  }

  private func failure(_ failure: Explanation.Failure) -> [String] {
    var lines = [
      "<h4>Smallest case that fails</h4>",
      "<p class=\"input\"><code>\(Markup.attribute(failure.input))</code></p>",
    ]
    if let comparison = failure.comparison {
      lines += table(comparison)
    } else if let values = failure.values {
      lines.append(
        "<table class=\"compare\"><tr><th scope=\"row\">expected</th><td>\(Markup.attribute(values.expected))</td></tr>"
          + "<tr class=\"worst\"><th scope=\"row\">got</th><td><mark>\(Markup.attribute(values.got))</mark></td></tr></table>"
      )
    }
    if let sentence = failure.sentence { lines.append("<p>\(Markup.attribute(sentence))</p>") }
    return lines
  }

  private func table(_ comparison: SideBySideValues) -> [String] {
    func gap(_ count: Int) -> [String] {
      count > 0 ? ["<tr class=\"gap\"><td colspan=\"4\">\(count) more</td></tr>"] : []
    }
    let head =
      "<tr><th scope=\"col\">at</th><th scope=\"col\">expected</th><th scope=\"col\">got</th><td></td></tr>"
    let rows = comparison.rows.map { row in
      let got = row.isWorst ? marked(row.got) : Markup.attribute(row.got)
      return "<tr\(row.isWorst ? " class=\"worst\"" : "")><th scope=\"row\">\(Markup.attribute(row.place))</th>"
        + "<td>\(Markup.attribute(row.expected))</td><td>\(got)</td>"
        + "<td class=\"note\">\(row.isWorst ? "&larr; worst" : "")</td></tr>"
    }
    return ["<div class=\"scroll\"><table class=\"compare\">", head] + gap(comparison.before) + rows
      + gap(comparison.after) + ["</table></div>"]
  }

  /// An entry with a mark on it, and not on the spaces that align it.
  private func marked(_ entry: String) -> String {
    let lead = entry.prefix { $0 == " " }
    let trail = entry.reversed().prefix { $0 == " " }
    return "\(lead)<mark>\(Markup.attribute(String(entry.dropFirst(lead.count).dropLast(trail.count))))</mark>"
      + String(trail)
  }

  // MARK: Parts

  private func badge(_ exercise: ScoredExercise) -> String {
    let (kind, symbol) =
      switch exercise.verdict?.status {
      case .passed: ("passed", "\u{2713}")
      case .wrong: ("wrong", "\u{2717}")
      case .doesNotCompile, .crashed, .timedOut, .outOfMemory: ("broken", "\u{2717}")
      case .notAttempted: ("blank", "\u{25CB}")
      case .graderError: ("open", "?")
      case nil: ("blank", "\u{2013}")
      }
    return "<span class=\"badge \(kind)\"><span aria-hidden=\"true\">\(symbol)</span> \(exercise.status)</span>"
  }

  private func mark(_ mark: (heading: String, text: [String])) -> [String] {
    ["<div class=\"mark\">", "<p class=\"by\">\(Markup.text(mark.heading))</p>"]
      + ["<p>\(mark.text.map(Markup.text).joined(separator: "<br>"))</p>", "</div>"]
  }

  private func preformatted(_ lines: [String]) -> String {
    "<pre>\(Markup.text(lines.joined(separator: "\n")))</pre>"
  }

  /// Pictures beside each other where there is room, as a student's own beside the lecturer's.
  private func sideBySide(_ figures: [FeedbackFigure]) -> [String] {
    figures.isEmpty ? [] : ["<div class=\"figures\">"] + figures.flatMap(figure) + ["</div>"]
  }

  private func figure(_ figure: FeedbackFigure) -> [String] {
    [
      "<figure>", "<h3>\(Markup.attribute(figure.title))</h3>",
      "<img alt=\"\(Markup.attribute(figure.caption))\" src=\"data:image/png;base64,\(figure.png.base64EncodedString())\">",
      "<figcaption>\(Markup.text(figure.caption))</figcaption>", "</figure>",
    ]
  }
}
