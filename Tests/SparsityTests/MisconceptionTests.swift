import AnswerChecks
import LabProofs
import NumericCore
import SparsityQuestions
import SparsitySolutions
import Testing

/// Misconceptions with a source do what the source does.
@Suite("Misconceptions of the sparsity lab and their sources")
struct MisconceptionTests {
  private func wrong(_ mistake: String) -> WrongAnswers { WrongAnswers(making: [mistake]) }

  @Test("Eigenvalues 1 and 10 with λ = 1: 3 and 12, condition number 4, shrinkage 1/3 and 5/6; read literally, 2.5")
  func conditioning() throws {
    let right = try ReferenceAnswers().conditioning(eigenvalues: [1, 10], strength: 1)
    #expect(right == PenalizedCurvature(eigenvalues: [3, 12], shrinkage: [1.0 / 3, 10.0 / 12], conditionNumber: 4))
    let literal = try wrong("replaced-by-shrinkage").conditioning(eigenvalues: [1, 10], strength: 1)
    #expect(literal.eigenvalues == right.shrinkage)
    #expect(abs(literal.conditionNumber - 2.5) < 1e-15)
  }

  @Test("The cases of the conditioning exercise aren't the lecture's")
  func otherNumbers() throws {
    for recorded in try proof.exercise("4.8").cases {
      #expect(recorded.input["eigenvalues"] != .list([.number(1), .number(10)]))
    }
  }

  @Test("At w = 0.1 the lecture's update, 0.1, isn't that of the value beside it, 0.01")
  func updateTable() throws {
    let right = try ReferenceAnswers().l2Penalty(weights: [0.1], strength: 1)
    #expect(abs(right.value - 0.01) < 1e-17 && right.gradient == [0.2])
    let mixed = try wrong("gradient-without-two").l2Penalty(weights: [0.1], strength: 1)
    #expect(mixed.value == right.value && mixed.gradient == [0.1])
  }

  @Test("RSS + λ Σ β² is scikit-learn's Ridge: λ/(2n) of ours")
  func sumOfSquares() throws {
    let (x, y): (Matrix<Double>, Vector<Double>) = ([[1, 2], [2, 0], [4, 1], [3, 3]], [1, 0, 2, 5])
    let lecture = try wrong("sum-of-squares-form").ridge(features: x, targets: y, strength: 0.8)
    let ours = try ReferenceAnswers().ridge(features: x, targets: y, strength: 0.8 / 8)
    #expect(abs(lecture.weights - ours.weights).max() < 1e-14)
  }

  @Test("A penalized intercept makes predictions depend on where y has its zero")
  func intercept() throws {
    let x: Matrix<Double> = [[1], [2], [4]]
    func moved(_ answers: any SparsityQuestions) throws -> Double {
      let models = try [0.0, 100].map { zero in
        try answers.ridge(features: x, targets: [1, 2, 5] + zero, strength: 0.5)
      }
      return abs(models[1].weights[0] - models[0].weights[0])
    }
    #expect(try moved(ReferenceAnswers()) < 1e-12)
    #expect(try moved(wrong("intercept-penalized")) > 1)
  }

  @Test("Old residuals for all weights grow without bound where features are alike")
  func oldResiduals() throws {
    let column: Vector<Double> = [1, -1, 2, -2]
    let x = Matrix(columns: [column, column, column])
    func size(_ answers: any SparsityQuestions) throws -> Double {
      var weights: Vector<Double> = [0.1, 0, 0]
      for _ in 0..<20 {
        weights = try answers.coordinateDescentSweep(
          features: x, targets: column, weights: weights, strength: 0.01, l1Share: 1)
      }
      return weights.norm
    }
    #expect(try size(ReferenceAnswers()) < 1.1)
    #expect(try size(wrong("old-residuals")) > 1000)
  }

  @Test("An unscaled dual point may promise a gap below what is left")
  func unscaled() throws {
    let (x, y): (Matrix<Double>, Vector<Double>) = ([[1], [-1]], [2, -2])
    let gap = try wrong("unscaled").dualityGap(features: x, targets: y, weights: [0], strength: 0.5)
    // The minimum is at w = 1.5, with 1/8 + 3/4; zero weights have 2.
    #expect(gap < 2 - 0.875)
    #expect(try ReferenceAnswers().dualityGap(features: x, targets: y, weights: [0], strength: 0.5) >= 2 - 0.875)
  }
}

extension Value {
  fileprivate subscript(key: String) -> Value? {
    if case .record(let record) = self { record[key] } else { nil }
  }
}
