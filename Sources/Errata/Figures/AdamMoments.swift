import AnswerChecks
import LabKit
import NumericCore
import OptimizersQuestions
import OptimizersSolutions

private let mixed = optimizersSolutions.slip("1.11", "first-moment-from-second", "no-bias-correction")
private let uncorrected = optimizersSolutions.slip("1.11", "no-bias-correction")

/// Adam whose first moment continues from the second: it knows one direction only.
let adamFirstMoment = Erratum(
  "adam-first-moment", "Adam with a first moment built from the second: where the weight goes from two starts.",
  mistakes: mixed.mistakes
) { _ in
  let (count, starts) = (1000, [2.0, -2.0])
  let paths: (any OptimizersQuestions) throws -> [[Double]] = { answers in
    try starts.map { start in
      try Descent(curvatures: [1], start: [start]).path(.adam, adamSettings(0.03), steps: count, by: answers).map {
        $0[0]
      }
    }
  }
  let (right, wrong) = (try paths(optimizersSolutions.reference), try paths(mixed.answers))
  return Picture(
    panels: [
      Panel(
        name: "weight by step", title: "A first moment built from squares pushes one way",
        x: .init("step"), y: .init("w", domain: -6...2.6),
        lines: [
          Line(name: "Adam", role: .right, x: steps(count), y: right[0], place: .at(110, 0.7, .left)),
          Line(name: "Adam", role: .right, x: steps(count), y: right[1]),
          Line(
            name: "from squares, start 2", role: .slip, x: steps(count), y: wrong[0],
            place: .at(640, -1.2, .left)),
          Line(
            name: "from squares, start −2", role: .otherSlip, x: steps(count), y: wrong[1], place: .at(380, -5, .right)),
        ],
        rules: [.init(y: 0, label: "the minimum")])
    ],
    results: [
      "right": .list(right.map { .number($0[count]) }), "slip": .list(wrong.map { .number($0[count]) }),
    ],
    caption: """
      f(w) = w^2/2 from w = 2 and w = −2, learning rate 0.03. Dashed: Kretov's Adam, b = \\alpha c + (1 − \\alpha) g, where c is the \
      average of squares and never below 0: near the minimum the steps still push w down. Solid: m = \\beta_1 m + (1 - \\beta_1) g, and both moments corrected.
      """)
}

/// How long the steps of a constant gradient are, with and without the corrections of the start at zero.
let adamBias = Erratum(
  "adam-bias", "Adam's steps under a constant gradient, with and without bias correction.",
  mistakes: uncorrected.mistakes
) { _ in
  let count = 5000
  let lengths: (any OptimizersQuestions) throws -> [Double] = { answers in
    var (memory, w) = (Moments(dimensions: 1), Vector<Double>([0]))
    return try (0..<count).map { _ in
      let next = try answers.adamStep(
        weights: w, gradient: [1], memory: &memory, learningRate: 1, beta1: 0.9, beta2: 0.999, epsilon: 1e-8)
      defer { w = next }
      return w[0] - next[0]
    }
  }
  let (right, wrong) = (try lengths(optimizersSolutions.reference), try lengths(uncorrected.answers))
  let x = (1...count).map(Double.init)
  let longest = wrong.indices.max { wrong[$0] < wrong[$1] } ?? 0
  return Picture(
    panels: [
      Panel(
        name: "step length by step", title: "Without bias correction Adam's early steps are too long",
        x: .init("step t", .log), y: .init("length of the step in units of \\eta", domain: 0...8),
        lines: [
          Line(name: "Adam", role: .right, x: x, y: right, place: .at(30, 0.7, .center)),
          Line(name: "no correction", role: .slip, x: x, y: wrong, place: .at(90, 3.7, .left)),
        ])
    ],
    results: [
      "first": .number(wrong[0]), "longest": .number(wrong[longest]), "longest-at": .number(Double(longest + 1)),
      "right": .number(right[longest]),
    ],
    caption: """
      A gradient that stays the same, \\beta_1 = 0.9 and \\beta_2 = 0.999. Dashed: Kretov's step, b / (\\sqrt{c} + \\epsilon) with the \
      first moment's own average and no correction. Solid: Adam, whose step is \\eta long from the first on.
      """)
}
