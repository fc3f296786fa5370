import AnswerChecks
import LabKit
import OptimizersQuestions
import Plotting

/// A drawing in the lab's style, with what is left out named in the caption and as gaps in the legend.
func drawing(_ figure: Figure, gaps: [Gap], table: Table, results: [String: Value] = [:]) -> Drawing {
  var figure = figure.seriesStyles(optimizerStyles)
  if !gaps.isEmpty {
    figure.caption = (figure.caption.map { "\($0) " } ?? "") + "Left out: "
      + gaps.map(\.label).joined(separator: ", ") + "."
    for gap in gaps where !figure.charts.isEmpty { figure.charts[0] = figure.charts[0].legendGap(gap.label) }
  }
  return Drawing(figure, table: table, results: results)
}
