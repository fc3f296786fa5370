import AnswerChecks
import LabKit
import NumericCore
import OptimizersQuestions

/// What the experiments run on: the options, the data, and whose steps are taken.
struct Setting: Sendable {
  /// The lecture's own values.
  enum Defaults {
    static let conditionNumber = 100.0
    static let rotation = 30.0
    static let start: Vector<Double> = [-9, -2]
    static let steps = 200
  }

  var scale: Scale
  var seed: UInt64
  var samples: LabelledSamples
  var conditionNumber = Defaults.conditionNumber
  var rotation = Defaults.rotation
  var start = Defaults.start
  var optimizers = OptimizerName.allCases
  var learningRate: Double?
  var steps: Int?
  var runner: any TrajectoryRunner = NobodysTrajectories()

  /// A setting with the lecture's values.
  init(scale: Scale, seed: UInt64, samples: LabelledSamples) {
    self.scale = scale
    self.seed = seed
    self.samples = samples
  }

  /// The setting with whose steps are taken.
  func running(_ answers: AnswersSource) throws -> Setting {
    var setting = self
    setting.runner = try trajectoryRunner(for: answers, optimizers: optimizers)
    return setting
  }

  /// The bowl of `trajectories`: curvature 1 along its flat axis, the condition number along its steep one, minimum 0
  /// at the origin.
  var bowl: Bowl { Bowl(eigenvalues: [1, conditionNumber], rotatedBy: rotation) }

  /// One of two values by scale.
  func at<Value>(quick: Value, lecture: Value) -> Value { scale == .quick ? quick : lecture }

  /// The lecture's settings of a method, with the learning rate of the command line where one was given.
  func settings(of name: OptimizerName, for table: (OptimizerName) -> OptimizerSettings) -> OptimizerSettings {
    var settings = table(name)
    settings.learningRate = learningRate ?? settings.learningRate
    return settings
  }
}
