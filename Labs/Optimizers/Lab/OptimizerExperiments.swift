import AnswerChecks
import LabKit

/// The lab's experiments in the order of the lecture.
let optimizerExperiments: [Experiment<Setting>] = [
  levelSets, conditioning, trajectories, loss, stepsByConditionNumber, learningRateSensitivity, momentumPhase,
  landscapes, featureScales, rotation, momentumFilter, effectiveLearningRate,
]

/// How far results may lie from those of another processor's kernel.
///
/// A condition number of κ is known to a share of κ times the precision, 2e-16. The raw features' is 2e12.
let optimizerTolerances = [
  "feature-scales.raw.conditionAtStartWithoutPenalty": Tolerance(relative: 1e-3, absolute: 0)
]
