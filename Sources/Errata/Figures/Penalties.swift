import AnswerChecks
import LabKit
import NumericCore
import SparsityQuestions
import SparsitySolutions

private let replaced = sparsitySolutions.slip("4.8", "replaced-by-shrinkage")
private let notSquared = sparsitySolutions.slip("4.1", "norm-not-squared")
private let euclidean = sparsitySolutions.slip("4.2", "euclidean-norm")
private let withoutTwo = sparsitySolutions.slip("4.1", "gradient-without-two")

/// The condition number of a penalized bowl, and the quotient that a slide puts in its place.
let conditioning = Erratum(
  "conditioning", "What a penalty makes of eigenvalues and of the condition number, and what the slide says.",
  mistakes: replaced.mistakes
) { _ in
  let eigenvalues: Vector<Double> = [1, 10]
  let strengths = logSpace(0.01, 10, count: 61)
  let curvatures: (any SparsityQuestions) throws -> [PenalizedCurvature] = { answers in
    try strengths.map { try answers.conditioning(eigenvalues: eigenvalues, strength: $0) }
  }
  let (right, wrong) = (try curvatures(sparsitySolutions.reference), try curvatures(replaced.answers))
  let atOne = try [sparsitySolutions.reference, replaced.answers].map {
    try $0.conditioning(eigenvalues: eigenvalues, strength: 1)
  }
  return Picture(
    panels: [
      Panel(
        name: "eigenvalue by strength", title: "A penalty raises eigenvalues",
        x: .init("\\lambda", .log), y: .init("eigenvalue that was 1", .log),
        lines: [
          Line(
            name: "d + 2\\lambda", role: .right, x: strengths, y: right.map { $0.eigenvalues[0] },
            place: .at(0.8, 3.6, .right)),
          Line(
            name: "d / (d + 2\\lambda)", role: .slip, x: strengths, y: wrong.map { $0.eigenvalues[0] },
            place: .at(0.8, 0.28, .right)),
        ]),
      Panel(
        name: "condition number by strength", title: "The condition number falls",
        x: .init("\\lambda", .log), y: .init("condition number that was 10", domain: 0...11),
        lines: [
          Line(
            name: "of d + 2\\lambda", role: .right, x: strengths, y: right.map(\.conditionNumber),
            place: .at(0.16, 8.3, .left)),
          Line(
            name: "of d / (d + 2\\lambda)", role: .slip, x: strengths, y: wrong.map(\.conditionNumber),
            place: .at(0.5, 2.5, .right)),
        ]),
    ],
    results: [
      "right": .number(atOne[0].conditionNumber), "slip": .number(atOne[1].conditionNumber),
      "eigenvalues": .list(atOne[0].eigenvalues.map { .number($0) }),
      "shrinkage": .list(atOne[0].shrinkage.map { .number($0) }),
    ],
    caption: """
      A bowl with eigenvalues d of 1 and 10 and the penalty \\lambda \\Sigma w^2. Dashed: Dey's d / (d + 2\\lambda), which is the factor by which the \
      minimum shrinks. Taken for an eigenvalue it would make a stronger penalty worse. Solid: the Hessian's eigenvalues.
      """)
}

/// The norm where its square is meant.
let squaredNorm = Erratum(
  "squared-norm", "The pull of a penalty on short and long weights: the norm, and its square.",
  mistakes: notSquared.mistakes
) { _ in
  let lengths = (1...40).map { Double($0) / 20 }
  let pulls = try pulls(lengths, notSquared)
  return Picture(
    panels: [
      Panel(
        name: "pull by length", title: "The 2-norm is no sum of squares: its pull doesn't fade",
        x: .init("length of the weights |w|"), y: .init("length of the penalty's gradient", domain: 0...4.2),
        lines: [
          Line(name: "\\lambda |w|^2", role: .right, x: lengths, y: pulls.right, place: .at(1.35, 2.9, .right)),
          Line(name: "\\lambda |w|", role: .slip, x: lengths, y: pulls.wrong, place: .at(1.6, 0.78)),
        ])
    ],
    results: ["right": .number(pulls.right[1]), "slip": .number(pulls.wrong[1])],
    caption: """
      Two weights in the ratio 3 to 4, \\lambda = 1. Dashed: Myrvoll's \\lambda |W|_p with p = 2, which the slide calls a sum of squares. \
      Solid: \\lambda times the sum of squares, which shrinks every weight by the same share.
      """)
}

private func pulls(_ lengths: [Double], _ slip: Slip<any SparsityQuestions>) throws -> (
  right: [Double], wrong: [Double]
) {
  let pull: (any SparsityQuestions) throws -> [Double] = { answers in
    try lengths.map { try answers.l2Penalty(weights: [0.6 * $0, 0.8 * $0], strength: 1).gradient.norm }
  }
  return (try pull(sparsitySolutions.reference), try pull(slip.answers))
}

/// L1 with the Euclidean norm: what becomes of a small weight beside a large one.
let euclideanNorm = Erratum(
  "euclidean-norm", "A small weight beside a large one under L1, and under the Euclidean norm.",
  mistakes: euclidean.mistakes
) { _ in
  let (count, rate) = (300, 0.01)
  let path: (any SparsityQuestions) throws -> [Double] = { answers in
    var w: Vector<Double> = [3, 0.5]
    var path = [w[1]]
    for _ in 0..<count {
      w = w - rate * (try answers.l1Penalty(weights: w, strength: 0.3).gradient)
      // A step across 0 ends at 0, as the soft threshold has it.
      w = w.map { max($0, 0) }
      path.append(w[1])
    }
    return path
  }
  let (right, wrong) = (try path(sparsitySolutions.reference), try path(euclidean.answers))
  return Picture(
    panels: [
      Panel(
        name: "small weight by step", title: "The Euclidean norm leaves small weights alive; L1 ends them",
        x: .init("step"), y: .init("the smaller weight", domain: -0.02...0.56),
        lines: [
          Line(name: "\\Sigma |w|", role: .right, x: steps(count), y: right, place: .at(85, 0.22, .right)),
          Line(name: "|w|, the Euclidean norm", role: .slip, x: steps(count), y: wrong, place: .at(190, 0.45)),
        ])
    ],
    results: [
      "right": .number(right[count]), "slip": .number(wrong[count]),
      "zero-at": .number(Double(right.firstIndex(of: 0) ?? -1)),
    ],
    caption: """
      Weights 3 and 0.5 under the penalty alone, \\lambda = 0.3. Dashed: Falcão's L1, the norm of a unit's weights without a square; read as \
      Euclidean it is a group lasso, which empties whole units. Solid: L1, the sum of sizes.
      """)
}

/// A value and an update that belong to two penalties.
let penaltyHalves = Erratum(
  "penalty-halves", "A weight under the penalty alone: with the update that belongs to its value, and with half of it.",
  mistakes: withoutTwo.mistakes
) { _ in
  let (count, rate) = (30, 0.05)
  let path: (any SparsityQuestions) throws -> [Double] = { answers in
    var path = [1.0]
    for _ in 0..<count {
      guard let last = path.last else { break }
      path.append(last - rate * (try answers.l2Penalty(weights: [last], strength: 1).gradient[0]))
    }
    return path
  }
  let (right, wrong) = (try path(sparsitySolutions.reference), try path(withoutTwo.answers))
  return Picture(
    panels: [
      Panel(
        name: "weight by step", title: "\\lambda w^2 pulls twice as hard as \\lambda w^2/2",
        x: .init("step"), y: .init("w", domain: 0...1.05),
        lines: [
          Line(
            name: "update 2\\eta\\lambda w, of \\lambda w^2", role: .right, x: steps(count), y: right,
            place: .at(12.5, 0.18, .right)),
          Line(
            name: "update \\eta\\lambda w, of \\lambda w^2/2", role: .slip, x: steps(count), y: wrong,
            place: .at(14.5, 0.53, .left)),
        ])
    ],
    results: ["right": .number(right[count]), "slip": .number(wrong[count])],
    caption: """
      \\eta = 0.05, \\lambda = 1. Either penalty is fine. Dey's table has the value w^2 with the update \\eta\\lambda w, and his conditioning \
      has 2\\lambda: before you compare two \\lambda, see which half each has.
      """)
}
