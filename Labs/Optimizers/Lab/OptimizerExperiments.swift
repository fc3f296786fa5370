import LabKit

/// The lab's experiments in the order of the lecture.
let optimizerExperiments: [Experiment<Setting>] = [
  levelSets, conditioning, trajectories, loss, stepsByConditionNumber, learningRateSensitivity, momentumPhase,
  landscapes, featureScales, rotation, momentumFilter, effectiveLearningRate,
]
