import LabKit
import NumericCore
import OptimizersQuestions
import Plotting

/// What the condition number looks like: level sets of two bowls, with the gradient across them.
let levelSets = Experiment<Setting>(
  "level-sets", "Level sets of a well- and an ill-conditioned quadratic, and the gradient across them.", restsOn: []
) { _ in
  let bowls = [[2.0, 2], [2, 18]].map { Bowl(eigenvalues: Vector($0), rotatedBy: 0) }
  return drawing(
    levelSetsFigure(bowls), gaps: [], table: levelSetsTable(bowls), size: (1200, 740))
}

private let levels = [1.0, 4, 9]

/// Points all round a level set: 1/2 λ₁ w₁² + 1/2 λ₂ w₂² = level.
private func points(_ bowl: Bowl, level: Double, count: Int) -> [Vector<Double>] {
  (0..<count).map { place in
    let angle = 2 * Double.pi * (Double(place) + 0.5) / Double(count)
    return sqrt(2 * level / bowl.eigenvalues) * [cos(angle), sin(angle)]
  }
}

/// Points on each level set with the gradient there.
func levelSetsTable(_ bowls: [Bowl]) -> Table {
  var table = Table("condition number", "level", "w1", "w2", "gradient1", "gradient2")
  for bowl in bowls {
    for level in levels {
      for w in points(bowl, level: level, count: 72) {
        let gradient = Problem.quadratic(bowl).gradient(at: w)
        table.append(
          .number(bowl.eigenvalues.max() / bowl.eigenvalues.min()), .number(level), .number(w[0]), .number(w[1]),
          .number(gradient[0]), .number(gradient[1]))
      }
    }
  }
  return table
}

/// Both bowls, with equal scales of the axes: only so is the gradient perpendicular to the level sets.
func levelSetsFigure(_ bowls: [Bowl]) -> Figure {
  let window = Window(x: -4.2...4.2, y: -4.2...4.2)
  return Figure(
    caption: "Levels 1, 4 and 9 of f(w) = 1/2 w^{T}Hw; equal scales on both axes. Arrows: direction of the gradient, "
      + "across the level sets; with unequal eigenvalues it doesn't point away from the minimum.",
    columns: 2, sharedY: true
  ) {
    for bowl in bowls {
      let problem = Problem.quadratic(bowl)
      let feet = points(bowl, level: 4, count: 12)
      let directions = feet.map { foot in problem.gradient(at: foot) / problem.gradient(at: foot).norm }
      Chart(title(bowl)) {
        ContourMark(window.grid { problem.value(at: [$0, $1]) }, levels: levels, filled: false, labelled: true)
          .foregroundStyle(.blue).lineStyle(width: 1)
        ArrowMark(
          x: feet.map { $0[0] }, y: feet.map { $0[1] }, dx: directions.map { $0[0] }, dy: directions.map { $0[1] }
        )
        .foregroundStyle(.vermillion)
        PointMark(x: 0, y: 0).foregroundStyle(.black).symbol(.cross)
      }
      .xAxis("w_1", domain: window.x).yAxis("w_2", domain: window.y).equalAspect()
    }
  }
}

private func title(_ bowl: Bowl) -> String {
  let condition = bowl.eigenvalues.max() / bowl.eigenvalues.min()
  return "H = diag(\(short(bowl.eigenvalues[0])), \(short(bowl.eigenvalues[1]))), \\kappa = \(short(condition))"
}
