import AnswerChecks
import LabKit
import NumericCore
import OptimizersQuestions
import OptimizersSolutions

private let unsigned = optimizersSolutions.slip("1.12", "absolute-value-forgotten")
private let literal = optimizersSolutions.slip("1.12", "slide-read-literally")

/// AdaMax without the absolute value, and read to the letter, from both sides of the minimum.
let adaMax = Erratum(
  "adamax", "AdaMax without the absolute value, and to the letter of the slide, from both sides of the minimum.",
  mistakes: unsigned.mistakes + literal.mistakes
) { _ in
  let count = 30
  let path: (Double, any OptimizersQuestions) throws -> [Double] = { start, answers in
    try Descent(curvatures: [1], start: [start]).path(.adaMax, adamSettings(0.2), steps: count, by: answers).map {
      $0[0]
    }
  }
  let panels = try [(3.0, "From the right"), (-3.0, "From the left")].map { start, side in
    let right = try path(start, optimizersSolutions.reference)
    let (first, second) = (try path(start, unsigned.answers), upTo(1e9, try path(start, literal.answers)))
    return Panel(
      name: side.lowercased(), title: title(side), x: .init("step"),
      y: .init("w", .symmetricLog(threshold: 1), domain: -1e9...1e9),
      lines: [
        Line(
          name: start > 0 ? "AdaMax, and without |g|" : "AdaMax", role: .right, x: steps(count), y: right,
          place: .at(22, start > 0 ? 8 : 6)),
        Line(name: "without |g|", role: .slip, x: steps(count), y: first, place: start > 0 ? nil : .at(15, 3e6)),
        Line(
          name: "to the letter", role: .otherSlip, x: steps(second.count - 1), y: second,
          place: start > 0 ? .at(9, 1e8, .left) : .at(15, -30)),
      ])
  }
  let ends = panels.map { panel in panel.lines.map { line in line.y[1] } }
  return Picture(
    panels: panels,
    results: [
      "first-step-from-the-left": .number(ends[1][1] + 3), "right-first-step": .number(ends[1][0] + 3),
      "literal-after-one-from-the-right": .number(ends[0][2]),
    ],
    caption: """
      f(w) = w^2/2, learning rate 0.2, the axis of w linear between -1 and 1 and logarithmic beyond. Dashed: max(\\beta_2 s, g) without |g|, \
      which stays 0 where gradients are negative, and divides by \\epsilon. Dash-dotted: Falcão's formula to the letter, where s is also \
      corrected, rooted and multiplied. Solid: AdaMax.
      """)
}

private func title(_ side: String) -> String {
  side == "From the right" ? "From the right: it explodes" : "From the left: a leap, or no step"
}

/// The path until it is further away than that, with the first step beyond.
private func upTo(_ limit: Double, _ path: [Double]) -> [Double] {
  let end = path.firstIndex { !(abs($0) < limit) } ?? path.count - 1
  return Array(path[...end])
}
