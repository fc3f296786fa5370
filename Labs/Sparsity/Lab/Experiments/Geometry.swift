import AnswerChecks
import LabKit
import NumericCore
import Plotting
import SparsityQuestions

/// Level sets of a cost and of three penalties, and where they touch.
let geometry = Experiment<Setting>(
  "geometry", "Where the cost's level sets touch the L1 diamond, the elastic net and the L2 disc."
) { setting in
  let touching = try PenaltyKind.compared.map { ($0, try Touching.solution($0, setting.answers)) }
  let found = touching.compactMap { kind, answer in answer.answer.map { Touching(kind: kind, solution: $0) } }
  let sentences = found.map { "\($0.kind.name) (\(rounded($0.solution[0], 2)), \(rounded($0.solution[1], 2)))" }
  let onAxis = found.filter { $0.solution[0] == 0 }.map(\.kind.name)
  let caption =
    "Cross: least squares (\(short(Touching.minimum[0])), \(short(Touching.minimum[1]))). Ellipses: level sets of the cost."
    + (found.isEmpty
      ? ""
      : " Thick: that of the solution. Grey: weights whose penalty is no larger than the solution's. Dot: the solution, "
        + sentences.joined(separator: "; ") + ", with \\lambda such that the cost is about the same. "
        + "Exactly on an axis: \(onAxis.isEmpty ? "none" : onAxis.joined(separator: ", ")).")
    + setting.answers.credit(["4.5"]) + leftOut(touching.map { ($0.0.title, $0.1.missing) })
  var results: [String: Value] = [:]
  for touch in found {
    results[touch.kind.rawValue] = .record([
      "w1": .number(touch.solution[0]), "w2": .number(touch.solution[1]), "cost": .number(touch.cost),
    ])
  }
  return Drawing(
    geometryFigure(found, caption: caption), table: geometryTable(found), results: ["geometry": .record(results)],
    size: (1200, 500))
}

/// A cost, and the weights of one penalty that are best.
private struct Touching {
  let kind: PenaltyKind
  let solution: Vector<Double>

  /// Where the cost is 0.
  static let minimum: Vector<Double> = [0.5, 1.5]
  /// The cost's Hessian.
  static let hessian: Matrix<Double> = [[1, 0.3], [0.3, 1]]
  static let window = -1.1...2.0

  /// The cost at which the solutions are compared.
  static let level = 0.36

  /// 1/2 (w - m)ᵀH(w - m).
  static func cost(_ w: Vector<Double>) -> Double {
    let distance = w - minimum
    return distance.dot(hessian.dot(distance)) / 2
  }

  var cost: Double { Self.cost(solution) }

  /// s Σ |w| + (1 - s) Σ w².
  func penalty(_ w: Vector<Double>) -> Double { kind.l1Share * w.norm1 + (1 - kind.l1Share) * w.dot(w) }

  /// Four samples whose cost, up to a constant, is this one: columns of a Hadamard matrix times H's Cholesky factor.
  private static func input(_ kind: PenaltyKind, strengths: [Double]) throws -> SolutionsInput {
    let columns: Matrix<Double> = [[1, 1], [-1, 1], [1, -1], [-1, -1]]
    let features = columns.dot(try cholesky(hessian), transposingRight: true)
    return SolutionsInput(
      features: features, targets: features.dot(minimum), strengths: Vector(strengths), l1Share: kind.l1Share)
  }

  /// Of many strengths the one whose solution has the cost that is asked for.
  static func solution(_ kind: PenaltyKind, _ answers: any FigureAnswers) throws -> Answered<Vector<Double>> {
    let strengths = (1...1200).map { 4 * pow(0.995, Double($0)) }
    return try answers.solutions(of: [input(kind, strengths: strengths)]).map { solutions in
      let misses = Vector(solutions[0].map { abs(cost($0) - level) })
      return solutions[0][misses.argMin()]
    }
  }

  /// The upper border of all weights whose penalty is no larger than the solution's, over w1.
  var border: (x: [Double], y: [Double]) {
    let (size, s) = (penalty(solution), kind.l1Share)
    // The largest |w1| solves s |w| + (1 - s) w² = R, and so does w2 for what w1 leaves.
    func root(_ rest: Double) -> Double {
      if s == 1 { return rest }
      let square = 1 - s
      return (-s + (s * s + 4 * square * max(rest, 0)).squareRoot()) / (2 * square)
    }
    let widest = root(size)
    let x = (-100...100).map { widest * sin(Double($0) / 100 * .pi / 2) }
    return (x, x.map { root(size - s * abs($0) - (1 - s) * $0 * $0) })
  }
}

private func geometryFigure(_ touching: [Touching], caption: String) -> Figure {
  Figure(caption: caption, columns: 3, sharedY: true) {
    for kind in PenaltyKind.compared {
      let touch = touching.first { $0.kind == kind }
      Chart(kind.title) {
        if let touch {
          let border = touch.border
          AreaMark(x: border.x, lower: border.y.map { -$0 }, upper: border.y).foregroundStyle(Color(gray: 0.45))
            .opacity(0.3)
          LineMark(x: border.x + border.x.reversed(), y: border.y + border.y.reversed().map { -$0 })
            .foregroundStyle(Color(gray: 0.3)).lineStyle(width: 2)
        }
        ContourMark(
          Grid(x: Touching.window, y: Touching.window) { Touching.cost([$0, $1]) },
          levels: [0.02, 0.1, 0.9, 1.7]
        )
        .foregroundStyle(.blue).lineStyle(width: 1.2)
        ContourMark(
          Grid(x: Touching.window, y: Touching.window) { Touching.cost([$0, $1]) },
          levels: [touch?.cost ?? Touching.level]
        )
        .foregroundStyle(.blue).lineStyle(width: 2)
        RuleMark(x: 0)
        RuleMark(y: 0)
        PointMark(x: Touching.minimum[0], y: Touching.minimum[1]).foregroundStyle(.black).symbol(.cross, size: 1.3)
        if let touch {
          PointMark(x: touch.solution[0], y: touch.solution[1]).foregroundStyle(.vermillion).symbol(.circle, size: 1.6)
        }
      }
      .xAxis("w_1", domain: Touching.window).yAxis("w_2", domain: Touching.window).equalAspect()
    }
  }
}

private func geometryTable(_ touching: [Touching]) -> Table {
  var table = Table("penalty", "what", "w1", "w2")
  for touch in touching {
    table.append(.text(touch.kind.rawValue), "solution", .number(touch.solution[0]), .number(touch.solution[1]))
    for (x, y) in zip(touch.border.x, touch.border.y) {
      table.append(.text(touch.kind.rawValue), "border", .number(x), .number(y))
    }
  }
  return table
}
