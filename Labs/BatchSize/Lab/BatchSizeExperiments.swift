import AnswerChecks
import LabKit

/// The lab's experiments in the order of the lecture.
let batchSizeExperiments: [Experiment<Setting>] = [
  byEpoch, byUpdate, byTime, gradientNoise, throughput, generalization, paths,
]

/// How far results may lie from those of another processor's kernel.
///
/// Most trainings differ by rounding, and end with a few images in 10,000 classified otherwise. Not those that live at the
/// edge: single samples at this rate jump about, and never come to rest; a scaled rate that the network just doesn't bear
/// makes noise of any last bit.
let batchSizeTolerances: [String: Tolerance] = [
  "trade-off": Tolerance(relative: 0.01, absolute: 0.003),
  "trade-off.error-after-one-epoch.1": Tolerance(relative: 0, absolute: 0.05),
  "trade-off.final-error.1": Tolerance(relative: 0, absolute: 0.1),
  "trade-off.final-loss.1": Tolerance(relative: 0.6),
  "trade-off.updates-per-epoch": Tolerance(relative: 0, absolute: 0),
  "generalization.mean-accuracy": Tolerance(relative: 0, absolute: 0.003),
  "generalization.mean-accuracy.scaled": Tolerance(relative: 0, absolute: 0.06),
  "generalization.mean-accuracy.scaled-quarter.4096": Tolerance(relative: 0, absolute: 0.06),
  "generalization.smallest-accuracy": Tolerance(relative: 0, absolute: 0.005),
  "generalization.smallest-accuracy.scaled": Tolerance(relative: 0, absolute: 0.1),
  "generalization.smallest-accuracy.scaled-quarter.4096": Tolerance(relative: 0, absolute: 0.1),
  "generalization.failed.scaled": Tolerance(relative: 0, absolute: 1),
  "generalization.failed.scaled-quarter.4096": Tolerance(relative: 0, absolute: 1),
]
