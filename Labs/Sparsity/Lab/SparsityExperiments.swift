import AnswerChecks
import LabKit

/// The lab's experiments in the order of the lecture.
let sparsityExperiments: [Experiment<Setting>] = {
  var experiments = [updateSize, geometry, paths, sparsityByLambda]
  #if canImport(Techniques)
    // What is compared there are the project's solvers.
    experiments.append(solvers)
  #endif
  return experiments + [networkWeights, conditioning, prior]
}()

/// How far results may lie from those of another processor's kernel.
///
/// Rounding grows in a training until single images are told apart otherwise. A solver may need a few rounds more or less.
let sparsityTolerances: [String: Tolerance] = [
  "network-weights": Tolerance(relative: 0, absolute: 0.01),
  "solvers": Tolerance(relative: 0.05, absolute: 2),
]
