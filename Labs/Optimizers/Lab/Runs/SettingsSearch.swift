import NumericCore
import OptimizersQuestions

/// A task that is timed in steps: from `start` to a loss of `target`.
struct Race {
  var problem: Problem
  var start: Vector<Double>
  var target: Double
  /// The most steps that are tried.
  var cap: Int

  /// A bowl in the plane, with the start where both axes have the same loss: so neither is done before the other.
  init(conditionNumber: Double, rotatedBy degrees: Double, reduction: Double, cap: Int) {
    let bowl = Bowl(eigenvalues: [1, conditionNumber], rotatedBy: degrees)
    problem = .quadratic(bowl)
    start = bowl.axes.dot([1, 1 / conditionNumber.squareRoot()])
    target = reduction * problem.value(at: start)
    self.cap = cap
  }

  /// Lengths of runs that are tried one after the other: factors of ten up to the cap.
  var caps: [Int] { [100, 1000, 10_000].filter { $0 < cap } + [cap] }

  /// The run of one method until the target or the cap.
  func request(_ name: OptimizerName, _ settings: OptimizerSettings, cap: Int? = nil) -> RunRequest {
    RunRequest(
      name, settings: settings, on: problem, from: start, steps: cap ?? self.cap, target: target, keepsAll: false)
  }
}

/// A method's settings and the steps that they need.
struct Finish: Equatable {
  var settings: OptimizerSettings
  var steps: Int
}

/// Finds the settings with which a method needs the fewest steps.
///
/// First all pairs of a learning rate, `perDecade` to a factor of 10, and a memory (what the method keeps of the past:
/// β₁ and β₂, or ρ); then, `refinements` times, rates around the best, four times as close as before. Of equally good
/// settings the first counts.
struct SettingsSearch {
  var rates: ClosedRange<Double> = 1e-4...1e2
  var perDecade = 4.0
  var refinements = 2

  /// The best settings; nothing where none reaches the target within the race's cap.
  func fewestSteps(_ name: OptimizerName, in race: Race, memories: [OptimizerSettings], by runner: any TrajectoryRunner)
    throws -> Result<Finish?, Gap>
  {
    var best: Finish?
    do {
      // Short runs first: where one of them arrives, no slower one needs to be run to its end.
      for cap in race.caps where best == nil {
        best = try fastest(of: candidates(memories), name, race, cap: cap, runner)
      }
      for round in 1...max(refinements, 1) where round <= refinements {
        guard let found = best else { break }
        best = try fastest(
          of: closer(to: found.settings, round: round), name, race, cap: found.steps, runner, or: found)
      }
    } catch let gap as Gap {
      return .failure(gap)
    }
    return .success(best)
  }

  /// The candidate with the fewest steps up to `cap`, or `known` where none has fewer.
  private func fastest(
    of candidates: [OptimizerSettings], _ name: OptimizerName, _ race: Race, cap: Int, _ runner: any TrajectoryRunner,
    or known: Finish? = nil
  ) throws -> Finish? {
    var best = known
    for batch in stride(from: 0, to: candidates.count, by: 64) {
      let requests = candidates[batch..<min(batch + 64, candidates.count)].map {
        race.request(name, $0, cap: best?.steps ?? cap)
      }
      for (request, result) in zip(requests, try runner.run(requests)) {
        let trajectory = try result.get()
        guard trajectory.end == .reachedTarget, trajectory.steps < best?.steps ?? .max else { continue }
        best = Finish(settings: request.settings, steps: trajectory.steps)
      }
    }
    return best
  }

  private func candidates(_ memories: [OptimizerSettings]) -> [OptimizerSettings] {
    memories.flatMap { memory in
      logarithmicSteps(rates, perDecade: perDecade).map { memory.with(learningRate: $0) }
    }
  }

  private func closer(to settings: OptimizerSettings, round: Int) -> [OptimizerSettings] {
    let step = 1 / (perDecade * pow(4.0, Double(round)))
    return [-3, -2, -1, 1, 2, 3].map { settings.with(learningRate: settings.learningRate * pow(10.0, $0 * step)) }
  }
}

extension OptimizerSettings {
  /// The same settings with another learning rate.
  func with(learningRate: Double) -> OptimizerSettings {
    var copy = self
    copy.learningRate = learningRate
    return copy
  }
}

extension OptimizerName {
  /// The memories that a search tries.
  var memories: [OptimizerSettings] {
    switch self {
    case .gradientDescent, .adagrad: [OptimizerSettings(learningRate: 1)]
    case .momentum, .coupledMomentum, .nesterov: [OptimizerSettings(learningRate: 1)]
    case .rmsprop: [0.9, 0.99, 0.999].map { OptimizerSettings(learningRate: 1, rho: $0) }
    case .adadelta:
      [0.9, 0.99].flatMap { rho in
        [1e-6, 1e-3].map { OptimizerSettings(learningRate: 1, rho: rho, epsilon: $0) }
      }
    case .adam, .adaMax, .nadam, .amsGrad:
      [0.5, 0.9, 0.98].flatMap { beta1 in
        [0.99, 0.999].map { OptimizerSettings(learningRate: 1, beta1: beta1, beta2: $0) }
      }
    }
  }
}

/// Numbers from one end of a range to the other, equally far apart on a logarithmic axis.
func logarithmicSteps(_ range: ClosedRange<Double>, perDecade: Double) -> [Double] {
  let (low, high) = (log(range.lowerBound) / log(10.0), log(range.upperBound) / log(10.0))
  let count = Int(((high - low) * perDecade).rounded())
  return (0...max(count, 1)).map { pow(10, low + (high - low) * Double($0) / Double(max(count, 1))) }
}
