import AnswerChecks
import LabKit
import OptimizersQuestions
import Plotting

/// A drawing in the lab's style, with what is left out named in the caption and as gaps in the legend.
///
/// Series that are no optimizer get the styles `others`.
func drawing(
  _ figure: Figure, gaps: [Gap], table: Table, results: [String: Value] = [:], others: [SeriesStyle] = [],
  size: (width: Double, height: Double) = (1200, 900)
) -> Drawing {
  var figure = figure.seriesStyles(optimizerStyles + others)
  if !gaps.isEmpty {
    figure.caption =
      (figure.caption.map { "\($0) " } ?? "") + "Left out: "
      + gaps.map(\.label).joined(separator: ", ") + "."
    for gap in gaps {
      if let last = figure.charts.popLast() { figure.charts.append(last.legendGap(gap.label)) }
    }
  }
  return Drawing(figure, table: table, results: results, size: size)
}
