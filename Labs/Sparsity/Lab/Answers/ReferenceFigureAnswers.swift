#if canImport(Techniques)
  import DeepLearning
  import LabKit
  import NumericCore
  import SparsityQuestions
  import Techniques

  /// The project's own answers, by the solvers and penalties of Techniques. A copy without Techniques has none.
  struct ReferenceFigureAnswers: FigureAnswers {
    let affordableDraws: Int? = nil

    func credit(_ exercises: [String]) -> String { "" }

    func l2Slopes(at weights: Vector<Double>, strength: Double) -> Answered<Vector<Double>> {
      .success(slopes(of: L2Penalty(strength: strength), at: weights))
    }

    func l1Slopes(at weights: Vector<Double>, strength: Double) -> Answered<Vector<Double>> {
      .success(slopes(of: L1Penalty(strength: strength), at: weights))
    }

    func softThreshold(_ values: Vector<Double>, _ threshold: Double) -> Answered<Vector<Double>> {
      .success(values.map { Techniques.softThreshold($0, threshold) })
    }

    func solutions(of problems: [SolutionsInput]) throws -> Answered<[[Vector<Double>]]> {
      .success(
        try problems.sideBySide { input in
          let problem = try PenalizedRegression(features: input.features, targets: input.targets)
          let path = RegressionPath(
            problem, strengths: Array(input.strengths), l1Share: input.l1Share, relativeGap: 1e-12)
          return path.solutions.map(\.weights)
        })
    }

    func ridge(_ problems: [RegressionInput]) throws -> Answered<[LinearModel]> {
      .success(
        try problems.sideBySide { input in
          let problem = try PenalizedRegression(features: input.features, targets: input.targets)
          let weights = try problem.ridge(strength: input.strength ?? 0)
          return LinearModel(weights: weights, intercept: problem.intercept(of: weights))
        })
    }

    func decayed(_ inputs: [DecayInput]) -> Answered<[[Vector<Double>]]> {
      .success(
        inputs.map { input in
          var weights = input.weights
          return (0..<input.gradients.rows).map { step in
            let (gradient, pull) = (input.gradients.row(step), 2 * input.strength * weights)
            weights =
              switch input.decay {
              case .penalty: weights - input.update(gradient + pull)
              case .decoupled: weights - input.update(gradient) - input.learningRate * pull
              }
            return weights
          }
        })
    }

    func conditioning(_ eigenvalues: Vector<Double>, strengths: [Double]) -> Answered<[PenalizedCurvature]> {
      .success(
        strengths.map { strength in
          let new = eigenvalues + 2 * strength
          return PenalizedCurvature(
            eigenvalues: new, shrinkage: eigenvalues / new, conditionNumber: new.max() / new.min())
        })
    }

    func largestStrengths(of problems: [RegressionInput]) throws -> Answered<[Double]> {
      .success(
        try problems.map { input in
          try PenalizedRegression(features: input.features, targets: input.targets)
            .largestStrength(l1Share: input.l1Share ?? 1)
        })
    }

    func dualityGaps(of problems: [RegressionInput]) throws -> Answered<[Double]> {
      .success(
        try problems.map { input in
          try PenalizedRegression(features: input.features, targets: input.targets).dualityGap(
            of: input.weights ?? .zeros(input.features.columns), ElasticNet(strength: input.strength ?? 0, l1Share: 1))
        })
    }

    private func slopes(of penalty: some Penalty<Double>, at weights: Vector<Double>) -> Vector<Double> {
      var gradient = [Double](repeating: 0, count: weights.count)
      let elements = weights.elements
      var span = gradient.mutableSpan
      penalty.addGradient(of: elements.span, to: &span)
      return Vector(gradient)
    }
  }
#endif
