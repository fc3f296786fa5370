import LabKit

/// The lab's experiments in the order of the lecture.
let dropoutExperiments: [Experiment<Setting>] = [
  overfitting, keepProbability, ensembles, monteCarlo, width, coAdaptation, thinnedNetworks,
]
