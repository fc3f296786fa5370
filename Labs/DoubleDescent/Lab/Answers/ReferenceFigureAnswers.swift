#if canImport(Techniques)
  import DeepLearning
  import DoubleDescentQuestions
  import LabKit
  import NumericCore
  import Techniques

  /// The project's own answers, by the feature maps and solvers of Techniques. A copy without Techniques has none.
  struct ReferenceFigureAnswers: FigureAnswers {
    let affordableDraws: Int? = nil

    func credit(_ exercises: [String]) -> String { "" }

    func curves(of problems: [CurveInput]) throws -> Answered<[[CurveFit]]> {
      .success(try problems.sideBySide { try fits($0) })
    }

    private func fits(_ input: CurveInput) throws -> [CurveFit] {
      let map = map(of: input)
      let (features, testFeatures) = (map.features(of: input.samples), map.features(of: input.testSamples))
      var solver = try NestedLeastSquares(features: features, targets: input.targets)
      var fits: [CurveFit] = []
      for width in input.widths {
        let (used, usedInTest) = (features[columns: 0..<width], testFeatures[columns: 0..<width])
        for strength in input.strengths {
          let weights = try solver.weights(width: width, strength: strength)
          fits.append(CurveFit(training: used.dot(weights), test: usedInTest.dot(weights), norm: weights.norm))
        }
      }
      return fits
    }

    private func map(of input: CurveInput) -> any FeatureMap {
      input.bandwidth.map { RandomFourierFeatures(frequencies: input.directions / $0, phases: input.phases) }
        ?? RandomReLUFeatures(directions: input.directions)
    }

    func freedoms(of problems: [CurveInput]) throws -> Answered<[[Double]]> {
      .success(
        try problems.sideBySide { input in
          let features = map(of: input).features(of: input.samples)
          return try input.widths.flatMap { width in
            let squares = square(try singularValues(features[columns: 0..<width]))
            return input.strengths.map { (squares / (squares + 2 * Double(features.rows) * $0)).sum() }
          }
        })
    }

    func features(_ inputs: [MapInput]) -> Answered<[Matrix<Double>]> {
      .success(inputs.map { RandomReLUFeatures(directions: $0.directions).features(of: $0.samples) })
    }

    func minimumNorm(_ problems: [FitInput]) throws -> Answered<[Matrix<Double>]> {
      .success(
        try problems.sideBySide { input in
          try leastSquares(input.features, input.targets, tolerance: input.tolerance).solution
        })
    }

    func errors(of predictions: [ClassesInput]) -> Answered<[ErrorPair]> {
      .success(
        predictions.map { input in
          let (predictions, count) = (input.features.dot(input.weights), Double(input.classes.count))
          let wrong = zip(predictions.argMax(over: .columns), input.classes).count { $0 != $1 }
          let targets: Matrix<Double> = oneHot(input.classes, classes: predictions.columns)
          return ErrorPair(
            squared: square(predictions - targets).sum() / count, wrongLabels: Double(wrong) / count)
        })
    }

    func biasAndVariance(_ inputs: [PredictionsInput]) -> Answered<[BiasAndVariance]> {
      .success(
        inputs.map { input in
          let mean = input.predictions.mean(over: .rows)
          let bias = mean - input.truth
          let spread = input.predictions.subtracting(mean, from: .rows)
          let (squaredBias, variance) = (
            bias.dot(bias) / Double(bias.count), square(spread).sum() / Double(spread.rows * spread.columns)
          )
          return BiasAndVariance(squaredBias: squaredBias, variance: variance, error: squaredBias + variance)
        })
    }

    func conditionNumbers(_ inputs: [MatrixInput]) throws -> Answered<[ConditionNumbers]> {
      .success(
        try inputs.sideBySide { input in
          let values = try singularValues(input.features)
          let smallest = values.last { $0 > (input.tolerance ?? 0) * values[0] } ?? values[0]
          let quotient = values[0] / smallest
          let sides = [input.features.rows, input.features.columns].map { Double($0).squareRoot() }
          return ConditionNumbers(
            features: quotient, products: quotient * quotient,
            expected: (sides[0] + sides[1]) / Swift.abs(sides[0] - sides[1]))
        })
    }
  }
#endif
