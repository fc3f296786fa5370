import AnswerChecks
import LabKit
import NumericCore

/// The slope of the sigmoid where its output is close to 1, and where its input is.
let saturation = Erratum(
  "saturation", "The sigmoid's slope by its output, and by its weighted input."
) { _ in
  let numbers = (1..<100).map { Double($0) / 100 } + [0.999]
  let byOutput = numbers.map { $0 * (1 - $0) }
  let byInput = numbers.map { z in
    let output = 1 / (1 + exp(-z))
    return output * (1 - output)
  }
  let atOne = 1 / (1 + exp(-1.0)) * (1 - 1 / (1 + exp(-1.0)))
  return Picture(
    panels: [
      Panel(
        name: "slope by number", title: "A sigmoid saturates where its output is near 1, not its input",
        x: .init("the number that is close to 1"), y: .init("slope of the sigmoid", domain: 0...0.3),
        lines: [
          Line(name: "as the output a: a (1 − a)", role: .right, x: numbers, y: byOutput, place: .at(0.5, 0.264)),
          Line(
            name: "as the weighted input", role: .slip, x: numbers, y: byInput, place: .at(0.99, 0.228, .bottomRight)),
        ])
    ],
    results: ["slope-at-one": .number(atOne), "share-of-steepest": .number(atOne / 0.25)],
    caption: """
      Dashed: Kretov's sentence says that the weighted input is close to 1; there the slope is still near its largest value, 1/4. Solid: it is \
      the output that is close to 1 where the slope vanishes.
      """)
}
