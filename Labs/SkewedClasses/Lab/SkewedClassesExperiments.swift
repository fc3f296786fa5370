import AnswerChecks
import LabKit

/// The lab's experiments in the order of the lecture.
let skewedClassesExperiments: [Experiment<Setting>] = [
  confusion, accuracyParadox, rocAndPR, threshold, remedies, calibration,
]

/// How far results may lie from those of another processor's kernel. Newton's method ends where rounding begins, so a trained
/// model differs in its last digits; counts, and what is made of them, don't.
let skewedClassesTolerances: [String: Tolerance] = [
  "remedies": Tolerance(relative: 1e-8, absolute: 1e-12), "calibration": Tolerance(relative: 1e-8, absolute: 1e-12),
  "threshold": Tolerance(relative: 1e-8, absolute: 1e-12),
]
