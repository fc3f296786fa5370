import AnswerChecks
import LabKit

/// The lab's experiments in the order of the lecture.
let doubleDescentExperiments: [Experiment<Setting>] = [
  polynomials, riskCurve, featureMaps, weightNorm, biasVariance, labelNoise, ridgeFigure, sampleWise, networkWidth,
  epochWise,
]

/// How far results may lie from those of another processor's kernel.
///
/// At the threshold rounding is multiplied by the condition number, and high monomials have a large one at every width. In a
/// training rounding grows until single images are told apart otherwise.
let doubleDescentTolerances: [String: Tolerance] = [
  "polynomials": Tolerance(relative: 1e-6, absolute: 1e-9),
  "risk-curve": Tolerance(relative: 1e-8, absolute: 1e-9),
  "feature-maps": Tolerance(relative: 1e-8, absolute: 1e-9),
  "weight-norm": Tolerance(relative: 1e-8, absolute: 1e-9),
  "bias-variance": Tolerance(relative: 1e-8, absolute: 1e-9),
  "label-noise": Tolerance(relative: 1e-8, absolute: 1e-9),
  "ridge": Tolerance(relative: 1e-8, absolute: 1e-9),
  "sample-wise": Tolerance(relative: 1e-8, absolute: 1e-9),
  "network-width": Tolerance(relative: 0.05, absolute: 0.02),
]
