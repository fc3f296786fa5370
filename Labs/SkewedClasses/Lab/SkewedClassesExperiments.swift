import AnswerChecks
import LabKit

/// The lab's experiments in the order of the lecture.
let skewedClassesExperiments: [Experiment<Setting>] = [
  confusion, accuracyParadox, rocAndPR, threshold, remedies, calibration,
]

/// How far results may lie from those of another processor's kernel: rounding may exchange two scores that are nearly
/// equal, which moves a count by one.
let skewedClassesTolerances: [String: Tolerance] = [
  "roc-and-pr": Tolerance(relative: 1e-3, absolute: 1e-6), "threshold": Tolerance(relative: 1e-3, absolute: 1e-6),
  "remedies": Tolerance(relative: 1e-3, absolute: 1e-6), "calibration": Tolerance(relative: 1e-3, absolute: 1e-6),
]
