import AnswerChecks
import DropoutQuestions
import DropoutSolutions
import LabKit
import NumericCore

private let exactlyTwo = dropoutSolutions.slip("3.7", "two-of-each-layer")
private let weightsDropped = dropoutSolutions.slip("3.7", "weights-counted")
private let dropProbability = dropoutSolutions.slip("3.4", "drop-probability")

/// How many networks dropout draws from, by three counts.
let thinnedNetworks = Erratum(
  "thinned-networks", "How many thinned networks there are: any units, exactly two of each layer, any weights.",
  mistakes: exactlyTwo.mistakes + weightsDropped.mistakes
) { _ in
  let count: (any DropoutQuestions, [Int]) throws -> [Double] = { answers, sizes in
    try sizes.map { try answers.thinnedNetworks(unitsByLayer: [$0, $0]).logarithm10 }
  }
  let (large, small) = (Array(2...100), Array(1...12))
  let right = dropoutSolutions.reference
  let xOfLarge = large.map(Double.init)
  let xOfSmall = small.map(Double.init)
  let networks: (any DropoutQuestions) throws -> Value = { answers in
    .list(try [4, 100].map { .number(Double("\(try answers.thinnedNetworks(unitsByLayer: [$0, $0]))") ?? .nan) })
  }
  return Picture(
    panels: [
      Panel(
        name: "networks by units, exactly two", title: "Any units may stay, not just two",
        x: .init("units in each of two layers, n"), y: .init("networks, as a power of 10", domain: 0...68),
        lines: [
          Line(
            name: "any units: 2^{2n}", role: .right, x: xOfLarge, y: try count(right, large), place: .at(56, 38, .right)
          ),
          Line(
            name: "exactly two: (n choose 2)^2", role: .slip, x: xOfLarge, y: try count(exactlyTwo.answers, large),
            place: .at(64, 11)),
        ]),
      Panel(
        name: "networks by units, weights", title: "Units are dropped, not weights",
        x: .init("units in each of two layers, n"), y: .init("networks, as a power of 10", domain: 0...46),
        lines: [
          Line(name: "units: 2^{2n}", role: .right, x: xOfSmall, y: try count(right, small), place: .at(9.5, 2.6)),
          Line(
            name: "weights: 2^{n×n}", role: .slip, x: xOfSmall, y: try count(weightsDropped.answers, small),
            place: .at(8.7, 26, .right)),
        ]),
    ],
    results: ["exactly-two": try networks(exactlyTwo.answers), "any-units": try networks(right)],
    caption: """
      Two layers of n units. Left, dashed: Pujari's count, 36 for n = 4 and 24502500 for n = 100. Right, dashed: subsets of the weights between \
      the layers, as where weights are said to be removed. Solid: subsets of the units.
      """)
}

/// A probability to keep, used as one to drop.
let keepOrDrop = Erratum(
  "keep-or-drop", "What inference gives where a probability to keep is taken for one to drop.",
  mistakes: dropProbability.mistakes
) { _ in
  let shares = (2...19).map { Double($0) / 20 }
  let inputs: Matrix<Double> = [[1, 2, 3]]
  let weights: Matrix<Double> = [[0.5], [0.25], [1]]
  let full = inputs.dot(weights)[0, 0]
  let ratio: (any DropoutQuestions) throws -> [Double] = { answers in
    try shares.map { p in
      // In training a unit is there with probability p, so the sum is p times the full one on average.
      try answers.inferenceOutputs(inputs: inputs, weights: weights, biases: [0], keepProbability: p)[0, 0] / (p * full)
    }
  }
  let (right, wrong) = (try ratio(dropoutSolutions.reference), try ratio(dropProbability.answers))
  return Picture(
    panels: [
      Panel(
        name: "inference by keep probability", title: "A p that keeps, read as one that drops, is right at 1/2 only",
        x: .init("keep probability p"), y: .init("sum in inference / mean sum in training", .log),
        lines: [
          Line(name: "weights times p", role: .right, x: shares, y: right, place: .at(0.3, 0.82)),
          Line(name: "weights times 1 − p", role: .slip, x: shares, y: wrong, place: .at(0.24, 4, .left)),
        ])
    ],
    results: [
      "input": .number(wrong[14]), "right": .number(right[14]),
    ],
    caption: """
      Plain masks, scaled in inference. Dey's p is the probability to keep: 0.8 for inputs, 0.5 for hidden units. Falcão's p drops. Dashed: \
      Dey's number in Falcão's place.
      """)
}
