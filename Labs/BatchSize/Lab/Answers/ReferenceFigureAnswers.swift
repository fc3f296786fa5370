#if canImport(Techniques)
  import BatchSizeQuestions
  import DeepLearning
  import LabKit
  import NumericCore
  import Techniques

  /// The project's own answers, in the form that is quickest for whole figures. A copy without Techniques has none.
  enum ReferenceFigureAnswers {
    /// 5.2 and 5.3: the engine's descent, the weights before the first update and after each.
    static func path(_ problem: LineFit, _ request: DescentRequest) -> Answered<[Vector<Double>]> {
      let count = problem.samples.count
      var network = Network<Double>(inputs: 1, [.dense(1)])
      // The slope is the weight, which comes first; the intercept is the bias.
      network.parameters = [request.start[1], request.start[0]]
      // The engine's loss has no factor one half.
      var optimizer = StochasticGradientDescent<Double>(
        dimensions: 2, learningRate: request.learningRate / 2, momentum: 0)
      var workspace = network.workspace(maximumBatch: request.batchSize, gathers: true)
      var generator = request.generator
      var points = [request.start]
      for _ in 0..<request.epochs {
        let order = generator.permutation(count)
        for start in stride(from: 0, to: count, by: request.batchSize) {
          network.gradient(
            of: .meanSquaredError, problem.samples.features, problem.samples.targets,
            rows: start..<min(start + request.batchSize, count), order: order, in: &workspace,
            draws: request.generator)
          optimizer.step(&network.parameters, gradient: workspace.gradient)
          points.append([network.parameters[1], network.parameters[0]])
        }
      }
      return .success(points)
    }

    /// 5.4: what theory says of batches of these sizes.
    static func theory(of noise: GradientNoise, _ sizes: [Double]) -> Answered<[TheoryPoint]> {
      let count = Double(noise.samples.count)
      return .success(
        sizes.map { size in
          let plain = noise.populationVariance / size
          return TheoryPoint(size, with: plain, without: plain * (count - size) / (count - 1))
        })
    }

    /// 5.5: the rate of each update.
    static func rates(_ rule: ScalingRule, batchSize: Int, updates: Int) -> Answered<[Double]> {
      let schedule = LinearWarmUp(
        steps: rule.warmUp(of: updates, batchSize: batchSize),
        startFactor: min(Double(rule.baseBatchSize) / Double(batchSize), 1),
        then: ConstantRate(rule.baseRate * Double(batchSize) / Double(rule.baseBatchSize)))
      return .success((0..<updates).map(schedule.learningRate))
    }

    /// 5.7: after how many seconds each run reached the target, infinity where it never did.
    static func times(of timed: TimedRuns) -> Answered<[Double]> {
      .success(
        timed.curves.map { curve in
          zip(curve.places, curve.run.errors).first { $0.1 <= 1 - timed.target }?.0 ?? .infinity
        })
    }
  }
#endif
