import AnswerChecks
import InitializersQuestions
import InitializersSolutions
import LabKit
import NumericCore

private let bothNegative = initializersSolutions.slip("2.2", "both-negative")

/// Weights drawn from a range, and from one whose ends are the same.
let uniformRange = Erratum(
  "uniform-range", "Glorot's uniform weights, and those of a range with a minus at both ends.",
  mistakes: bothNegative.mistakes
) { setting in
  let (fanIn, fanOut) = (784, 100)
  let count = setting.at(quick: 200, lecture: 400)
  let weights: (any InitializersQuestions) throws -> [Double] = { answers in
    let range = try answers.glorotUniform(fanIn: fanIn, fanOut: fanOut)
    var generator = setting.draws("uniform-range")
    // A range of width 0 holds one number.
    return (0..<count).map { _ in range.low + (range.high - range.low) * generator.uniform() }
  }
  let (right, wrong) = (try weights(initializersSolutions.reference), try weights(bothNegative.answers))
  let x = (1...count).map(Double.init)
  return Picture(
    panels: [
      Panel(
        name: "weight by draw", title: "With a minus at both ends every weight is the same",
        x: .init("draw"), y: .init("weight", domain: -0.12...0.12),
        lines: [
          Line(name: "from −r to r", role: .right, x: x, y: right, place: .at(Double(count) / 2, 0.1), isPoints: true),
          Line(name: "from −r to −r", role: .slip, x: x, y: wrong, place: .at(Double(count) / 2, -0.1)),
        ])
    ],
    results: [
      "bound": .number(try initializersSolutions.reference.glorotUniform(fanIn: fanIn, fanOut: fanOut).high),
      "slip-spread": .number((wrong.max() ?? 0) - (wrong.min() ?? 0)),
      "right-spread": .number((right.max() ?? 0) - (right.min() ?? 0)),
    ],
    caption: """
      A layer from \(fanIn) to \(fanOut), r = √(6 / (m + n)). Dashed: Kretov's ranges, U(−r, −r), which hold a single number: all hidden \
      units begin as copies of each other, and stay copies. Points: Glorot's range.
      """)
}

/// How large the gradient is in each layer of a deep network, where weights are a little too large.
let explodingGradients = Erratum(
  "exploding-gradients", "The size of the gradient in each layer of a deep network with weights that are too large."
) { setting in
  let (depth, width) = (30, setting.at(quick: 64, lecture: 200))
  var generator = setting.draws("exploding-gradients")
  // Twice He's variance: each layer on the way back multiplies the squared gradient by 2.
  let layers = try (0..<depth).map { _ in
    2.0.squareRoot()
      * (try initializersSolutions.reference.sampleHeNormal(inputs: width, outputs: width, using: &generator))
  }
  let sizes = gradientSizes(in: layers, width: width, using: &generator)
  let x = (1...depth).map(Double.init)
  return Picture(
    panels: [
      Panel(
        name: "gradient by layer", title: "Exploding gradients grow towards the first layers",
        x: .init("layer, from the input to the output"), y: .init("size of the gradient (last layer: 1)", .log),
        lines: [
          Line(name: "measured", role: .right, x: x, y: sizes, place: .at(9, 5e3, .left)),
          Line(name: "as the slide has it", role: .slip, x: x, y: sizes.reversed(), place: .at(22, 5e3, .right)),
        ])
    ],
    results: ["first-layer": .number(sizes[0]), "per-layer": .number(pow(sizes[0], 1 / Double(depth - 1)))],
    caption: """
      Rectifiers, \(depth) layers of \(width) units, weights with twice He's variance. Solid: the length of the loss's derivative with respect \
      to each layer's weighted inputs, going back from the output. Dashed: the same lengths in the order that Falcão's sentence gives them.
      """)
}

/// The length of the gradient at each layer's weighted inputs, the last layer's being 1.
private func gradientSizes(in layers: [Matrix<Double>], width: Int, using generator: inout Philox4x32x10) -> [Double] {
  var signal = Vector<Double>(count: width) { _ in generator.normal() }
  var isActive: [Vector<Double>] = []
  for weights in layers {
    let inputs = signal.dot(weights)
    isActive.append(inputs.map { $0 > 0 ? 1 : 0 })
    signal = inputs.map { max($0, 0) }
  }
  var gradient = Vector<Double>(count: width) { _ in generator.normal() }
  var sizes: [Double] = []
  for (weights, active) in zip(layers, isActive).reversed() {
    gradient = gradient * active
    sizes.append(gradient.norm)
    gradient = weights.dot(gradient)
  }
  let last = sizes.first ?? 1
  return sizes.reversed().map { $0 / last }
}
