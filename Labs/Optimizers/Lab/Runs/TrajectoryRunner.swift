import AnswerChecks
import NumericCore
import OptimizersQuestions

/// Whoever takes the steps: the project's own optimizers or the student's.
protocol TrajectoryRunner: Sendable {
  /// Runs each request. What a method can't run is missing, with the reason.
  func run(_ requests: [RunRequest]) throws -> [Result<Trajectory, Gap>]

  /// The weights after each step from 0 when the gradients are given, a row a step.
  func steps(_ name: OptimizerName, settings: OptimizerSettings, gradients: Matrix<Double>) throws
    -> Result<[Vector<Double>], Gap>
}

/// A method that is left out of a figure, and why.
struct Gap: Error, Equatable {
  /// The method.
  var optimizer: OptimizerName
  /// What became of its runs.
  var status: Status
  /// A sentence on how it ended, where there is one.
  var detail: String?

  /// As a legend writes it.
  var label: String { "\(optimizer.title) (\(status.rawValue))" }
}

/// Finished runs by method, and the methods that are left out.
struct Runs {
  /// Requests with their trajectories, in the order asked for.
  var finished: [(request: RunRequest, trajectory: Trajectory)] = []
  /// Each method that is left out, once.
  var gaps: [Gap] = []

  /// The methods that ran or are left out.
  var names: [OptimizerName] { finished.map(\.request.optimizer) + gaps.map(\.optimizer) }

  /// The runs of one method.
  func of(_ name: OptimizerName) -> [(request: RunRequest, trajectory: Trajectory)] {
    finished.filter { $0.request.optimizer == name }
  }
}

extension TrajectoryRunner {
  /// Runs all requests; a method with a single missing run is left out altogether.
  func runs(_ requests: [RunRequest]) throws -> Runs {
    let results = try run(requests)
    var runs = Runs()
    for result in results {
      if case .failure(let gap) = result, !runs.gaps.contains(where: { $0.optimizer == gap.optimizer }) {
        runs.gaps.append(gap)
      }
    }
    for (request, result) in zip(requests, results) {
      guard case .success(let trajectory) = result else { continue }
      if !runs.gaps.contains(where: { $0.optimizer == request.optimizer }) {
        runs.finished.append((request, trajectory))
      }
    }
    return runs
  }
}

/// Before anybody was chosen.
struct NobodysTrajectories: TrajectoryRunner {
  func run(_ requests: [RunRequest]) -> [Result<Trajectory, Gap>] {
    requests.map { .failure(Gap(optimizer: $0.optimizer, status: .notAttempted)) }
  }

  func steps(_ name: OptimizerName, settings: OptimizerSettings, gradients: Matrix<Double>)
    -> Result<[Vector<Double>], Gap>
  {
    .failure(Gap(optimizer: name, status: .notAttempted))
  }
}
