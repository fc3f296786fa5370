import AnswerChecks
import LabKit

/// The lab's experiments in the order of the lecture.
let dropoutExperiments: [Experiment<Setting>] = [
  overfitting, keepProbability, ensembles, monteCarlo, width, coAdaptation, thinnedNetworks,
]

/// How far results may lie from those of another processor's kernel.
let dropoutTolerances: [String: Tolerance] = [:]
