import AnswerChecks
import LabKit
import LabProofs
import NumericCore
import SparsityQuestions
import Testing

@testable import SparsityLab

/// Figures drawn with a student's answers, compiled from a student's files.
@Suite(
  "Answers in figures: a student's", .serialized,
  .enabled(if: StudentFiles.canBeCompiled(for: "SparsityQuestions"), "needs the modules that `swift build` makes"))
struct StudentFigureTests {
  private static func answers(_ bodies: [String: String]) throws -> StudentFigureAnswers {
    let program = try StudentFiles("sparsity", root: proof.root).program(bodies)
    return StudentFigureAnswers(StudentAnswers(program: program, cpuSeconds: 5))
  }

  /// Right answers, as a student may write them.
  private static let right = [
    "4.1": "return PenaltyAndGradient(value: strength * weights.dot(weights), gradient: 2 * strength * weights)",
    "4.2": """
    return PenaltyAndGradient(
      value: strength * weights.map { $0 < 0 ? -$0 : $0 }.sum(), gradient: strength * sign(weights))
    """,
    "4.4": "return values.map { $0 > threshold ? $0 - threshold : $0 < -threshold ? $0 + threshold : 0 }",
    "4.5": """
    let n = Double(features.rows)
    var weights = weights
    for j in 0..<features.columns {
      let x = features.column(j)
      let square = x.dot(x) / n
      let z = x.dot(targets - features.dot(weights)) / n + square * weights[j]
      let t = strength * l1Share
      weights[j] = (z > t ? z - t : z < -t ? z + t : 0) / (square + 2 * strength * (1 - l1Share))
    }
    return weights
    """,
    "4.6": """
    let n = Double(features.rows)
    let means = features.mean(over: .rows)
    let x = features.subtracting(means, from: .rows)
    var hessian = x.dot(x, transposingLeft: true) / n
    for j in 0..<features.columns { hessian[j, j] += 2 * strength }
    let weights = try solve(hessian, (targets - targets.mean()).dot(x) / n)
    return LinearModel(weights: weights, intercept: targets.mean() - means.dot(weights))
    """,
    "4.7": """
    let pull = 2 * strength * weights
    if decay == .penalty { return weights - (try update(gradient + pull)) }
    return weights - (try update(gradient)) - learningRate * pull
    """,
    "4.8": """
    let new = eigenvalues + 2 * strength
    return PenalizedCurvature(
      eigenvalues: new, shrinkage: eigenvalues / new, conditionNumber: new.max() / new.min())
    """,
    "4.9": """
    let x = features.subtracting(features.mean(over: .rows), from: .rows)
    return (targets - targets.mean()).dot(x).maximumMagnitude / (Double(features.rows) * l1Share)
    """,
    "4.10": """
    let n = Double(features.rows)
    let r = targets - features.dot(weights)
    let u = min(1, n * strength / r.dot(features).maximumMagnitude) * r
    let rest = targets - u
    return (r.dot(r) - targets.dot(targets) + rest.dot(rest)) / (2 * n) + strength * weights.norm1
    """,
  ]

  @Test("Right answers draw what the project's own do")
  func rightAnswers() throws {
    let mine = try Self.answers(Self.right)
    for experiment in [updateSize, geometry, paths, conditioning, prior] {
      let drawing = try experiment.drawing(in: labSetting(mine))
      let expected = try experiment.drawing(in: labSetting())
      #expect(drawing.table.rows.count == expected.table.rows.count, "\(experiment.name)")
      let pairs = zip(drawing.table.rows.joined(), expected.table.rows.joined())
      #expect(pairs.allSatisfy { $0.isClose(to: $1) }, "\(experiment.name)")
      #expect(drawing.figure.caption?.contains("Drawn with your answers to 4.") == true)
      #expect(drawing.figure.caption?.contains("Left out") == false)
    }
  }

  @Test("Mistakes are drawn as they are, and blank stubs are left out by name")
  func mistakes() throws {
    let mine = try Self.answers([
      "4.1": "return PenaltyAndGradient(value: 0, gradient: strength * weights)",
      "4.8": """
      let shrinkage = eigenvalues / (eigenvalues + 2 * strength)
      return PenalizedCurvature(
        eigenvalues: shrinkage, shrinkage: shrinkage, conditionNumber: shrinkage.max() / shrinkage.min())
      """,
    ])
    let curvature = try conditioning.drawing(in: labSetting(mine))
    #expect(abs(try #require(curvature.results["conditioning"]?.number(at: "condition-number")) - 2.5) < 1e-14)
    #expect(curvature.figure.caption?.contains("Left out") == false)
    let updates = try updateSize.drawing(in: labSetting(mine))
    #expect(updates.results["update-size"]?.number(at: "l2") == 0.1)
    #expect(updates.figure.caption?.contains("exercise 4.2 is not attempted") == true)
    #expect(updates.figure.caption?.contains("exercise 4.4 is not attempted") == true)
    #expect(updates.figure.caption?.contains("weight decay (exercise 4.7 is not attempted)") == true)
    #expect(updates.results["update-size"]?.number(at: "decay", "penalty-small") == nil)
    let lines = try paths.drawing(in: labSetting(mine))
    #expect(lines.figure.caption?.contains("exercise 4.9 is not attempted") == true)
    #expect(lines.table.rows.isEmpty)
  }

  @Test("What crashes, never ends, or returns nonsense leaves out its own part only")
  func hostile() throws {
    let mine = try Self.answers([
      "4.4": "while true {}", "4.5": "return weights / 0.0", "4.6": "return LinearModel(weights: [], intercept: 0)",
      "4.7": "return []", "4.8": "return eigenvalues[99]", "4.9": "fatalError()", "4.10": "return .nan",
      "4.2": Self.right["4.2"] ?? "",
    ])
    func reason<Answer>(_ answer: Answered<Answer>) -> String? { answer.missing?.problem }
    let data: (Matrix<Double>, Vector<Double>) = ([[1], [-1]], [1, -1])
    let problem = RegressionInput(features: data.0, targets: data.1, strength: 1, l1Share: 1)
    #expect(reason(try mine.softThreshold([1], 1)) == "ran out of time")
    let sweeps = SolutionsInput(features: data.0, targets: data.1, strengths: [0.1], l1Share: 1)
    #expect(reason(try mine.solutions(of: [sweeps])) == "stopped with an error")
    #expect(try mine.solutions(of: [sweeps]).missing?.exercise == "4.5")
    #expect(reason(try mine.ridge([problem])) == "returned something of the wrong shape or size, or not finite")
    #expect(reason(try mine.conditioning([1, 2], strengths: [1])) == "does not compile")
    #expect(reason(try mine.largestStrengths(of: [problem])) == "crashed")
    let nonsense = "returned something of the wrong shape or size, or not finite"
    #expect(reason(try mine.dualityGaps(of: [problem])) == nonsense)
    let step = DecayInput(
      weights: [1], gradients: [[1]], learningRate: 1, strength: 1, decay: .penalty, epsilon: 0.1)
    #expect(reason(try mine.decayed([step])) == nonsense)
    #expect(try mine.l1Slopes(at: [-2, 0, 1], strength: 0.5).get() == [-0.5, 0, 0.5])
  }
}

extension Table.Cell {
  /// Equal, or numbers that coordinate descent may end at, whose tolerance is a ten-millionth a sweep.
  fileprivate func isClose(to other: Table.Cell) -> Bool {
    guard case .number(let one) = self, case .number(let two) = other else { return self == other }
    return abs(one - two) <= 1e-3 * max(1, abs(two))
  }
}
