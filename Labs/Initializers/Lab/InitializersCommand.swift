import AnswerChecks
import ArgumentParser
import LabKit
import TrainingLabs

/// The command line of the initializer lab.
struct InitializersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "initializers", abstract: "Draws the figures of the lecture on initializing weights.")

  @OptionGroup var common: LabOptions
  @OptionGroup var images: ImageOptions

  /// Draws the chosen figures.
  func draw() throws {
    let lab = Lab("initializers", experiments: initializerExperiments, tolerances: initializerTolerances)
    let trained = [weightHistograms, trainingCurves]
    let data = common.draws(trained + [symmetry]) ? try images.load(seed: common.seed) : nil
    try lab.run(common, command: images.asGiven, dataset: data?.dataset) {
      var setting = try Setting.of(common.answers, scale: common.scale, seed: common.seed, images: data)
      if common.draws(trained) { setting = try setting.withTrainings() }
      return common.draws([activationVariance, gradientVariance]) ? try setting.withSignals() : setting
    }
  }
}

/// The figures in the order of the lecture.
let initializerExperiments: [Experiment<Setting>] = [
  weightHistograms, trainingCurves, activationVariance, gradientVariance, symmetry,
]

/// How far results may lie from those of another processor's kernel. Trainings start at the same weights and see the same
/// images, but thousands of steps amplify the last bits. What one network without training gives needs no entry.
let initializerTolerances: [String: Tolerance] = {
  // At most 0.1 % of the test images, and 0.04 % of a weight's size, were seen between kernels.
  let trained = Tolerance(relative: 0.005, absolute: 0.003)
  var tolerances = ["initializers": trained, "training-curves": trained, "symmetry": trained]
  // Too wide a start amplifies more: 0.5 % of the test images at quick scale.
  for path in ["initializers.standard-normal", "training-curves.standard-normal"] {
    tolerances[path] = Tolerance(relative: 0.02, absolute: 0.01)
  }
  // Whether rounding parts units that start alike, and when, is all the kernel's doing: nothing is promised.
  for path in ["initializers.zeros-biases", "training-curves.zeros-biases", "symmetry.constant-edge-in-halves"] {
    tolerances[path] = Tolerance(relative: 0, absolute: 3)
  }
  tolerances["symmetry.constant-blocked"] = Tolerance(relative: 0, absolute: 3000)
  return tolerances
}()
