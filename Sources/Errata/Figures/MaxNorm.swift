import AnswerChecks
import LabKit
import NumericCore
import SparsityQuestions
import SparsitySolutions

private let always = sparsitySolutions.slip("4.11", "always-rescaled")
private let alike = sparsitySolutions.slip("4.11", "all-columns-alike")

/// A cap on the length of columns, and two ways of rescaling what is below it.
let maxNorm = Erratum(
  "max-norm", "The length of a unit's weights after max-norm: with the cap, and where all are rescaled.",
  mistakes: always.mistakes + alike.mistakes
) { _ in
  let limit = 2.0
  let lengths = (0...40).map { 0.1 + Double($0) / 10 }
  // Column 0 has the length asked about; column 1 stays at 1.
  let columns: (any SparsityQuestions, Int) throws -> [Double] = { answers, column in
    try lengths.map { length in
      let weights = Matrix(columns: [Vector([0.6 * length, 0.8 * length]), Vector([1.0, 0])])
      return try answers.maxNormStep(weights: weights, gradient: .zeros(2, 2), learningRate: 1, limit: limit)
        .column(column).norm
    }
  }
  let (right, wrong) = (try columns(sparsitySolutions.reference, 0), try columns(always.answers, 0))
  let (neighbour, scaled) = (try columns(sparsitySolutions.reference, 1), try columns(alike.answers, 1))
  return Picture(
    panels: [
      Panel(
        name: "length after by length before", title: "Only above the cap is cut",
        x: .init("length before"), y: .init("length after", domain: 0...2.9),
        lines: [
          Line(name: "above the cap only", role: .right, x: lengths, y: right, place: .at(1.1, 0.8, .left)),
          Line(name: "always", role: .slip, x: lengths, y: wrong, place: .at(1, 2.17)),
        ],
        rules: [.init(x: limit, label: "cap")]),
      Panel(
        name: "another unit by length before", title: "Each unit has its own factor",
        x: .init("length of the longest unit before"), y: .init("another unit of length 1, after", domain: 0...1.45),
        lines: [
          Line(name: "a factor for each unit", role: .right, x: lengths, y: neighbour, place: .at(2, 1.1)),
          Line(name: "one s for all", role: .slip, x: lengths, y: scaled, place: .at(2.5, 0.68, .right)),
        ],
        rules: [.init(x: limit, label: "cap")]),
    ],
    results: [
      "short-right": .number(right[4]), "short-slip": .number(wrong[4]), "neighbour-slip": .number(scaled[39]),
    ],
    caption: """
      A cap of 2 on the length of each unit's weights. Falcão rescales by an s from 0 to 1 after every update, with no cap. Dashed: to \
      length 2 always (left), and by the factor of the longest unit for all (right). Solid: max-norm.
      """)
}
