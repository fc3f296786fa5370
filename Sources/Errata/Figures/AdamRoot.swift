import AnswerChecks
import LabKit
import NumericCore
import OptimizersQuestions
import OptimizersSolutions

private let slip = optimizersSolutions.slip("1.11", "root-multiplied", "epsilon-inside")

/// Adam with the root as a factor: over learning rates, and step by step.
let adamRoot = Erratum(
  "adam-root", "Adam as it is, and with the root as a factor: the loss over learning rates and over steps.",
  mistakes: slip.mistakes
) { _ in
  let bowl = Descent(curvatures: [1, 25], start: [3, 1])
  let count = 1000
  let rates = logSpace(1e-5, 10, count: 61)
  let last: (any OptimizersQuestions) throws -> [Double] = { answers in
    try rates.map { rate in
      try bowl.losses(.adam, adamSettings(rate), steps: count, by: answers).last.map(shown) ?? .nan
    }
  }
  let (right, wrong) = (try last(optimizersSolutions.reference), try last(slip.answers))
  let rate = 0.03
  let (rightRun, wrongRun) = (
    try bowl.losses(.adam, adamSettings(rate), steps: count, by: optimizersSolutions.reference).map(shown),
    try bowl.losses(.adam, adamSettings(0.005), steps: count, by: slip.answers).map(shown)
  )
  let bounds = 1e-12...1e8
  return Picture(
    panels: [
      Panel(
        name: "loss by rate", title: "Multiplied, it crawls or explodes",
        x: .init("learning rate \\eta", .log), y: .init("loss after \(count) steps", .log, domain: bounds),
        lines: [
          Line(name: "Adam", role: .right, x: rates, y: right, place: .at(1.2e-2, 1e-9, .right)),
          Line(name: "times the root", role: .slip, x: rates, y: wrong, place: .at(4e-3, 1e4, .right)),
        ]),
      Panel(
        name: "loss by step", title: "Even at its best rate it crawls",
        x: .init("step"), y: .init("loss", .log, domain: bounds),
        lines: [
          Line(name: "Adam, \\eta = 0.03", role: .right, x: steps(count), y: rightRun, place: .at(370, 1e-8, .left)),
          Line(name: "times the root, \\eta = 0.005", role: .slip, x: steps(count), y: wrongRun, place: .at(620, 1)),
        ]),
    ],
    results: [
      "best-slip": .number(wrong.min() ?? .nan), "right-at-largest-rate": .number(right.last ?? .nan),
      "first-exploding-rate": .number(zip(rates, wrong).first { $1 > bowl.loss(at: bowl.start) }?.0 ?? .nan),
      "loss-at-start": .number(bowl.loss(at: bowl.start)),
    ],
    caption: """
      A bowl with curvatures 1 and 25. Dashed: Falcão's Adam, whose step is \\eta times the first moment times √(s + \\epsilon); \
      AdaMax and Nadam inherit it. Solid: Adam divides by the root.
      """)
}

/// Adam with its paper's defaults, and the rate that is given.
func adamSettings(_ rate: Double) -> OptimizerSettings { OptimizerSettings(learningRate: rate) }

/// A loss as a chart can show it: one that has run away to infinity stands far above the chart, one of 0 far below.
private func shown(_ loss: Double) -> Double { loss < 1e30 ? max(loss, 1e-30) : 1e30 }
