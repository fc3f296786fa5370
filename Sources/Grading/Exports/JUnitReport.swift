import AnswerChecks
import Foundation

/// JUnit XML of one student: a suite a lab, a case an exercise.
///
/// There is no official specification; this keeps to the schema of Jenkins' xUnit plugin (junit-10.xsd). A wrong answer is
/// a failure; one that didn't get to a result an error; a blank one is skipped. No times: the same submission gives the
/// same bytes.
public struct JUnitReport: Sendable {
  private let sheet: StudentSheet

  /// The report of one student.
  public init(_ sheet: StudentSheet) { self.sheet = sheet }

  /// The file's text.
  public var xml: String {
    let exercises = sheet.scored.exercises
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    let name = "\(sheet.title): \(sheet.scored.student.id)"
    lines.append("<testsuites name=\"\(Markup.attribute(name))\" \(counts(exercises))>")
    for lab in sheet.scored.labs {
      let skipped = lab.exercises.count { result($0) == "skipped" }
      lines.append(
        "  <testsuite name=\"\(Markup.attribute(lab.lab))\" \(counts(lab.exercises)) skipped=\"\(skipped)\">")
      lines += lab.exercises.flatMap { self.lines(for: $0, in: lab.lab) }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }

  private func counts(_ exercises: [ScoredExercise]) -> String {
    let results = exercises.map(result)
    return "tests=\"\(results.count)\" failures=\"\(results.count { $0 == "failure" })\" "
      + "errors=\"\(results.count { $0 == "error" })\""
  }

  private func lines(for exercise: ScoredExercise, in lab: String) -> [String] {
    let name = Markup.attribute(sheet.name(exercise))
    let start = "    <testcase name=\"\(name)\" classname=\"\(Markup.attribute(lab))\""
    guard let element = result(exercise) else { return [start + "/>"] }
    let message = Markup.attribute("\(exercise.status), \(sheet.pointsLine(exercise))")
    let text = Markup.text(sheet.lines(exercise).joined(separator: "\n"))
    return [
      start + ">",
      "      <\(element) type=\"\(Markup.attribute(exercise.status))\" message=\"\(message)\">\(text)</\(element)>",
      "    </testcase>",
    ]
  }

  /// The element inside a case; none for one that passed.
  private func result(_ exercise: ScoredExercise) -> String? {
    switch exercise.verdict?.status {
    case .passed: nil
    case .wrong: "failure"
    case .doesNotCompile, .crashed, .timedOut, .outOfMemory, .graderError: "error"
    case .notAttempted, nil: "skipped"
    }
  }
}
