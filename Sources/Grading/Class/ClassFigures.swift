import AnswerChecks
import Foundation
import Plotting

/// The class report as slides.
public struct ClassFigures: Sendable {
  private let report: ClassReport

  /// The figures of a report.
  public init(_ report: ClassReport) { self.report = report }

  /// The statuses that have a column: those that anybody has, in the order of `Status`.
  private var statuses: [Status] {
    Status.allCases.filter { status in report.exercises.contains { ($0.counts[status] ?? 0) > 0 } }
  }

  /// The share of each status, a row an exercise of one lab.
  public func statuses(of lab: String) -> Figure {
    // The first exercise stands at the top, so the rows are given from below.
    let rows = Array(report.exercises.filter { $0.lab == lab }.reversed())
    let columns = statuses
    let (width, height) = (Double(columns.count), Double(rows.count))
    return Figure(
      Chart("\(lab): what became of each exercise") {
        RectangleMark(
          x: 0...width, y: 0...height, values: rows.map { row in columns.map(row.share) },
          map: ColorMap([.white, .skyBlue]), domain: 0...1.3)
        for (y, row) in rows.enumerated() {
          for (x, status) in columns.enumerated() where row.share(status) > 0 {
            TextMark(
              x: Double(x) + 0.5, y: Double(y) + 0.5, "\(Int((100 * row.share(status)).rounded())) %", anchor: .center)
          }
        }
      }
      .xAxis(domain: 0...width, ticks: .labelled(Self.middles(columns.count), columns.map(\.rawValue)))
      .yAxis(domain: 0...height, ticks: .labelled(Self.middles(rows.count), rows.map(Self.label)))
      .hiddenColorBar()
      .textScale(rows.count > 12 ? 0.85 : 1)
      .caption("Shares of \(report.students) submissions."))
  }

  private static func middles(_ count: Int) -> [Double] { (0..<count).map { Double($0) + 0.5 } }

  /// The exercise on one line: `1.15 The best momentum…`.
  private static func label(_ row: ClassReport.ExerciseRow) -> String {
    var words = ""
    for word in row.title.split(separator: " ") {
      guard words.count + word.count < 24 else { return "\(row.exercise)\(words)…" }
      words += " " + word
    }
    return row.exercise + words
  }

  /// The most common misconceptions: what to explain again.
  ///
  /// - Parameter count: how many at the most; 12 by default, which a slide can hold.
  public func misconceptions(atMost count: Int = 12) -> Figure {
    let rows = Array(report.misconceptions.prefix(count).reversed())
    let more = report.misconceptions.count - rows.count
    return Figure(
      Chart("The most common misconceptions") {
        BarMark(x: rows.map { Double($0.students.count) }, y: rows.map { "\($0.exercise)  \($0.name)" })
      }
      .xAxis("students")
      .caption(
        "Of \(report.students) submissions; a misconception counts where it gives exactly what a student's code returned."
          + (more > 0 ? " \(more) rarer ones are left out." : "")))
  }
}
