import AnswerChecks
import LabKit
import NumericCore
import OptimizersQuestions
import OptimizersSolutions

private let mixedVelocity = optimizersSolutions.slip("1.5", "velocity-sign-mixed")
private let mixedMoment = optimizersSolutions.slip("1.11", "ascent")
private let inside = optimizersSolutions.slip("1.11", "epsilon-inside")

/// Two conventions for the sign of a velocity, each right alone, and what half of each does.
let velocitySigns = Erratum(
  "velocity-signs", "Momentum and Adam where the signs of two lectures are mixed.",
  mistakes: mixedVelocity.mistakes + mixedMoment.mistakes
) { _ in
  let bowl = Descent(curvatures: [1, 25], start: [3, 1])
  let count = 150
  let panel: (OptimizerName, Double, String, Slip<any OptimizersQuestions>, Double) throws -> Panel = {
    name, rate, title, slip, place in
    let settings = OptimizerSettings(learningRate: rate)
    return Panel(
      name: "loss of \(title.lowercased()) by step", title: title, x: .init("step"),
      y: .init("loss", .log, domain: 1e-6...1e6),
      lines: [
        Line(
          name: "either, kept throughout", role: .right, x: steps(count),
          y: try bowl.losses(name, settings, steps: count, by: optimizersSolutions.reference),
          place: .at(place, 0.4, .left)),
        Line(
          name: "half of each", role: .slip, x: steps(count),
          y: try bowl.losses(name, settings, steps: count, by: slip.answers),
          place: .at(20, name == .momentum ? 1e5 : 20, .left)),
      ])
  }
  let panels = [
    try panel(.momentum, 0.02, "Momentum: half of each climbs", mixedVelocity, 48),
    try panel(.adam, 0.1, "Adam: half of each climbs", mixedMoment, 48),
  ]
  return Picture(
    panels: panels,
    results: [
      "momentum": .record(ends(panels[0])), "adam": .record(ends(panels[1])),
      "start": .number(bowl.loss(at: bowl.start)),
    ],
    caption: """
      Kretov collects +\\eta g and subtracts; Falcão collects −\\eta g and adds, in Adam's first moment too. Both descend, along the same \
      path. Dashed: the velocity of one with the step of the other. A bowl with curvatures 1 and 25.
      """)
}

private func ends(_ panel: Panel) -> [String: Value] {
  ["right": .number(panel.lines[0].y.last ?? .nan), "slip": .number(panel.lines[1].y.last ?? .nan)]
}

/// Where ε stands shows where gradients are tiny.
let epsilonPlace = Erratum(
  "epsilon-place", "Adam's first step by the size of the gradient, with epsilon outside and inside the root.",
  mistakes: inside.mistakes
) { _ in
  let (epsilon, sizes) = (1e-7, logSpace(1e-10, 1, count: 81))
  let lengths: (any OptimizersQuestions) throws -> [Double] = { answers in
    try sizes.map { size in
      var memory = Moments(dimensions: 1)
      let w = try answers.adamStep(
        weights: [0], gradient: [size], memory: &memory, learningRate: 1, beta1: 0.9, beta2: 0.999, epsilon: epsilon)
      return -w[0]
    }
  }
  let (right, wrong) = (try lengths(optimizersSolutions.reference), try lengths(inside.answers))
  let half: ([Double]) -> Double = { lengths in
    zip(sizes, lengths).first { $1 >= 0.5 }?.0 ?? .nan
  }
  return Picture(
    panels: [
      Panel(
        name: "first step by gradient", title: "Inside the root, \\epsilon acts as √\\epsilon",
        x: .init("size of the gradient", .log), y: .init("first step in units of \\eta", domain: 0...1.15),
        lines: [
          Line(name: "√s + \\epsilon", role: .right, x: sizes, y: right, place: .at(5e-8, 0.55, .right)),
          Line(name: "√(s + \\epsilon)", role: .slip, x: sizes, y: wrong, place: .at(5e-4, 0.55, .left)),
        ],
        rules: [.init(x: epsilon, label: "\\epsilon = 10^{-7}"), .init(x: epsilon.squareRoot(), label: "√\\epsilon")])
    ],
    results: ["half-outside": .number(half(right)), "half-inside": .number(half(wrong))],
    caption: """
      \\epsilon = 10^{-7}, Falcão's value. Solid: \\epsilon outside, as in Adam's paper, Kretov and Pujari. Dashed: inside, as Falcão has it. \
      Neither is wrong; who copies a value of \\epsilon should copy its place too.
      """)
}
