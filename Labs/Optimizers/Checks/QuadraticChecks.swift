import AnswerChecks
import NumericCore
import OptimizersQuestions

let quadraticChecks = [
  Check(
    "1.1", "Value and gradient of a quadratic", points: 1, file: "Exercises/Exercise01Quadratic.swift",
    hints: [
      "Both parts need the product Hw. Compute it once.",
      "A matrix times a vector is `dot`, and so is the inner product of two vectors; `*` works element by element.",
      "Try one dimension on paper: with H = 2, b = 1 and w = 3 the value is 6 and the gradient 5.",
    ]
  ) { generator in
    [
      QuadraticInput(hessian: [[2]], linearTerm: [1], weights: [3]),
      QuadraticInput(hessian: [[2, 1], [1, 3]], linearTerm: [1, -1], weights: [1, 2]),
      quadratic(dimensions: 3, &generator),
      quadratic(dimensions: 4, &generator),
    ]
  },
  Check(
    "1.2", "Condition number", points: 1, file: "Exercises/Exercise02ConditionNumber.swift",
    hints: [
      "The axes of an elliptical level set are the eigenvectors of H. The eigenvalues say how narrow it is along each.",
      "`symmetricEigen` gives eigenvalues and eigenvectors; you need the former, its `values`.",
      "They come with the smallest first. A circle has condition number 1, and nothing has less.",
    ]
  ) { generator in
    [
      HessianInput(hessian: [[4, 0], [0, 1]]),
      HessianInput(hessian: [[2, 1], [1, 2]]),
      HessianInput(hessian: [[6, 2], [2, 3]]),
      HessianInput(hessian: hessian(dimensions: 3, &generator)),
      HessianInput(hessian: hessian(dimensions: 4, &generator)),
    ]
  },
  Check(
    "1.3", "Gradient descent", points: 1, file: "Exercises/Exercise03GradientDescent.swift",
    hints: [
      "The gradient points uphill. Which way do you want to go?",
      "A number times a vector is written with `*`; vectors are added and subtracted as they are.",
      "Return the new weights, not the change: one line is enough.",
    ]
  ) { generator in
    [
      StepsInput(weights: [1], gradients: [[2]], learningRate: 0.1),
      StepsInput(weights: [1, -2], gradients: [[3, -4]], learningRate: 0.5),
      generator.steps(2, dimensions: 3),
      generator.steps(4, dimensions: 4),
    ]
  },
  Check(
    "1.4", "Learning rates of gradient descent", points: 2, file: "Exercises/Exercise04LearningRates.swift",
    hints: [
      "Draw the size of 1 - ηλ over η, once for the smallest eigenvalue and once for the largest: two letters V.",
      "The bound is where the first of the lines comes back up to 1. Which eigenvalue's line is that?",
      "The best rate is where the two lines cross: one factor is still positive there, the other negative, and their "
        + "sizes are equal.",
    ]
  ) { generator in
    [
      EigenvaluesInput(eigenvalues: [1, 4]),
      EigenvaluesInput(eigenvalues: [2, 5, 1]),
      EigenvaluesInput(eigenvalues: [3, 1, 10, 2]),
      EigenvaluesInput(eigenvalues: Vector(count: 3) { _ in generator.decimal(in: 0.2..<9, places: 2) }),
      EigenvaluesInput(eigenvalues: Vector(count: 5) { _ in generator.decimal(in: 0.2..<9, places: 2) }),
    ]
  },
]

private func quadratic(dimensions: Int, _ generator: inout Philox4x32x10) -> QuadraticInput {
  QuadraticInput(
    hessian: hessian(dimensions: dimensions, &generator), linearTerm: generator.vector(dimensions),
    weights: generator.vector(dimensions))
}

/// AᵀA with something added to its diagonal: symmetric, with eigenvalues well above zero.
private func hessian(dimensions: Int, _ generator: inout Philox4x32x10) -> Matrix<Double> {
  let factor = Matrix<Double>(rows: dimensions, columns: dimensions) { _, _ in generator.signed(in: 0.3..<1.5) }
  let product = factor.dot(factor, transposingLeft: true) + Matrix(diagonal: Vector(repeating: 0.5, count: dimensions))
  return Matrix(rows: dimensions, columns: dimensions) { row, column in
    (product[min(row, column), max(row, column)] * 100).rounded() / 100
  }
}
