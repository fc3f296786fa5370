import AnswerChecks
import InitializersQuestions
import NumericCore

let insightChecks = [
  Check(
    "2.9", "How many hidden units can ever differ?", points: 2, file: "Exercises/Exercise09Symmetry.swift",
    hints: [
      "Two units part in the first step if their gradients differ. What does a unit's gradient depend on?",
      "What goes in: a column of W₁ and a bias. What comes back: a row of W₂.",
      "Put all of it in one array a unit. A `Set` of those arrays counts equal ones once.",
    ]
  ) { generator in
    [
      HiddenLayerInput(
        firstWeights: [[0.5, 0.5, 0.5]], firstBiases: [0, 0, 0], secondWeights: [[0.5], [0.5], [0.5]]),
      HiddenLayerInput(
        firstWeights: [[0.5, 0.5, 0.5]], firstBiases: [0, 0, 0], secondWeights: [[0.5], [0.5], [1]]),
      HiddenLayerInput(
        firstWeights: [[1, 1, 2, 2]], firstBiases: [0, 0.1, 0, 0], secondWeights: [[1, 1], [1, 1], [1, 1], [1, 1]]),
      hiddenLayer([(0, 0, 0), (0, 0, 0), (0, 0, 1), (0, 1, 0), (1, 0, 0), (1, 0, 0), (1, 1, 1)], &generator),
      hiddenLayer([(0, 0, 0), (0, 0, 1), (0, 0, 2), (0, 0, 3), (1, 1, 3), (1, 2, 3)], &generator),
      hiddenLayer(
        [(0, 0, 0), (1, 0, 0), (2, 0, 0), (3, 0, 0), (3, 0, 0), (3, 1, 0), (3, 2, 0), (3, 3, 0)], &generator),
    ]
  },
  Check(
    predicting: "2.10", "How deep until the signal is gone?", points: 2, file: "Exercises/Exercise10Depth.swift",
    hints: [
      "By which factor does one layer change the mean square? 2.7 says it; the input has mean 0.",
      "After n layers it is that factor to the power n, which is to be at or below the share.",
      "Logarithms turn the power into a division; then round so that the share is reached.",
    ],
    cases: { generator in
      let plans: [(SignalActivation, Int, Double)] = [
        (.identity, 2, 0.35), (.rectifier, 2, 0.65), (.identity, 3, 0.7), (.rectifier, 3, 0.35), (.rectifier, 6, 0.65),
        (.identity, 5, 0.35),
      ]
      return plans.map { depthCase($0, layers: $1, part: $2, &generator) }
    },
    run: layersOfRun),
  Check(
    "2.11", "Which mistake initialized this network?", kind: .diagnose, points: 3,
    file: "Exercises/Exercise11Suspect.swift",
    hints: [
      "He's form keeps the mean square at every layer, whatever the widths. Does it?",
      "For one layer, work out by which factor each suspect changes the mean square: fan-in times variance over 2.",
      "Let the program do it: follow every suspect through all layers, and see whose numbers come closest.",
    ]
  ) { generator in suspectCases(&generator) },
]

/// Units by kinds: equal numbers mean equal incoming weights, biases and outgoing weights.
private func hiddenLayer(_ kinds: [(Int, Int, Int)], _ generator: inout Philox4x32x10) -> HiddenLayerInput {
  let incoming = (0..<4).map { kind in Vector([Double(kind + 1) / 4, generator.weight()]) }
  let biases = (0..<4).map { Double($0) / 4 + generator.decimal(in: 0..<0.2, places: 2) }
  let outgoing = (0..<4).map { kind in Vector([Double(kind + 1) / 2, generator.weight()]) }
  var kinds = kinds
  generator.shuffleInPlace(&kinds)
  return HiddenLayerInput(
    firstWeights: Matrix(columns: kinds.map { incoming[$0.0] }), firstBiases: Vector(kinds.map { biases[$0.1] }),
    secondWeights: Matrix(rows: kinds.map { outgoing[$0.2] }))
}

/// A network whose signal crosses the share in this part of its last layer, so that no chance of the draws decides.
private func depthCase(
  _ activation: SignalActivation, layers: Int, part: Double, _ generator: inout Philox4x32x10
) -> DepthInput {
  while true {
    let width = 400 + 50 * generator.integer(below: 5)
    let factor = generator.decimal(in: 0.1..<0.4, places: 2)
    let variance = factor / Double(width) * (activation == .rectifier ? 2 : 1)
    let share = pow(factor, Double(layers - 1) + part)
    let input = DepthInput(
      width: width, weightVariance: rounded(variance), activation: activation, share: rounded(share))
    if layersOfRun(input) == layers { return input }
  }
}

/// Three digits, which read well.
private func rounded(_ number: Double) -> Double {
  let scale = pow(10, 2 - (log(number) / log(10)).rounded(.down))
  return (number * scale).rounded() / scale
}

/// Sends 50 normal samples through layers of normal weights until their mean square is at or below the share.
private func layersOfRun(_ input: DepthInput) -> Int {
  var draws = Philox4x32x10(seed: 1, stream: "signal")
  var signal = Matrix<Double>.normal(rows: 50, columns: input.width, using: &draws)
  func meanSquare(_ x: Matrix<Double>) -> Double { Vector((x * x).elements).mean() }
  let target = input.share * meanSquare(signal)
  for layer in 1...100 {
    let weights = Matrix<Double>.normal(
      rows: input.width, columns: input.width, standardDeviation: input.weightVariance.squareRoot(), using: &draws)
    let sums = signal.dot(weights)
    signal = input.activation == .rectifier ? sums.map { max($0, 0) } : sums
    if meanSquare(signal) <= target { return layer }
  }
  return 100
}

/// Networks of all suspects in an order that the seed decides.
private func suspectCases(_ generator: inout Philox4x32x10) -> [MeanSquaresInput] {
  // Equal fans at first, equal ends, narrowing, widening. In each, all suspects give other numbers somewhere.
  let (flat, round, narrow, wide) = ([200, 200, 100, 50], [100, 300, 200, 100], [400, 200, 100], [100, 150, 400])
  let (flatter, waist) = ([90, 90, 60, 30], [150, 60, 250, 150])
  let plans: [(InitializerSuspect, [Int])] = [
    (.noMistake, flat), (.noMistake, wide), (.factorForgotten, round), (.factorForgotten, narrow), (.fanOut, flat),
    (.fanOut, flatter), (.fanOut, round), (.fanOut, waist), (.fanOut, narrow), (.fanOut, wide), (.averageOfFans, flat),
    (.averageOfFans, round), (.averageOfFans, wide), (.rootForgotten, flat), (.fanInUniform, round),
    (.fanInUniform, wide),
  ]
  var cases = plans.map { suspect, shape in
    let scale = 1 + generator.integer(below: 3)
    let widths = shape.map { $0 * scale }
    return MeanSquaresInput(
      widths: widths, meanSquares: meanSquares(suspect, widths, first: generator.decimal(in: 0.5..<2)))
  }
  generator.shuffleInPlace(&cases)
  return cases
}

/// Follows the mean square through the layers, from what a sum of that many inputs of that variance gives.
private func meanSquares(_ suspect: InitializerSuspect, _ widths: [Int], first: Double) -> Vector<Double> {
  var all = [first]
  for (before, after) in zip(widths.map(Double.init), widths.dropFirst().map(Double.init)) {
    let factor =
      switch suspect {
      case .noMistake: 1.0
      case .factorForgotten: 0.5
      case .fanOut: before / after
      case .averageOfFans: before / (before + after)
      case .rootForgotten: 2 / before
      case .fanInUniform: 1.0 / 6
      }
    all.append(factor * all[all.count - 1])
  }
  return Vector(all)
}
