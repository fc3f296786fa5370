import Foundation
import LabKit
import NumericCore
import OptimizersQuestions
import OptimizersSolutions

@testable import OptimizersLab

/// A quick setting on footballers with the project's own optimizers.
func labSetting(_ optimizers: [OptimizerName] = OptimizerName.allCases, samples: Int = 60) -> Setting {
  var setting = Setting(scale: .quick, seed: 1, samples: footballers(count: samples, seed: 1))
  setting.optimizers = optimizers
  setting.runner = ReferenceTrajectories()
  return setting
}

/// The runs of the reference answers: each formula as plainly as it can be written.
func plainRun(_ request: RunRequest) throws -> Trajectory {
  var optimizer = AnsweredOptimizer(
    request.optimizer, settings: request.settings, dimensions: request.start.count, answers: ReferenceAnswers())
  return try request.trajectory { $0 = try optimizer.step($0, gradient: request.problem.gradient(at:)) }
}

/// The largest difference of two runs' weights.
func deviation(_ a: Trajectory, _ b: Trajectory) -> Double {
  zip(a.weights, b.weights).map { abs($0 - $1).max() }.max() ?? .infinity
}
