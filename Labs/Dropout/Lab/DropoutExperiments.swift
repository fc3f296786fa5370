import AnswerChecks
import LabKit

/// The lab's experiments in the order of the lecture.
let dropoutExperiments: [Experiment<Setting>] = [
  overfitting, keepProbability, ensembles, monteCarlo, width, coAdaptation, thinnedNetworks,
]

/// How far results may lie from those of another processor's kernel.
///
/// Another kernel rounds differently, and training amplifies it. Without dropout a run settles once it knows its images by
/// heart, and the difference stays small. With dropout the masks keep it moving: after a thousand updates the same seed is
/// as good as another one. So these are a few times what was measured between kernels (docs/reproducibility.md), and for
/// single networks with dropout that is what lies between seeds.
let dropoutTolerances: [String: Tolerance] = [
  "overfitting": Tolerance(relative: 0, absolute: 0.02),
  "keep-probability": Tolerance(relative: 0, absolute: 0.01),
  // So few units are left that many seeds end far from the others.
  "keep-probability.test-error.0.1": Tolerance(relative: 0, absolute: 0.05),
  "keep-probability.best": Tolerance(relative: 0, absolute: 0.15),
  // Networks without dropout: wrong answers change by single images.
  "ensembles": Tolerance(relative: 2e-3, absolute: 1e-3),
  "ensembles.dropout": Tolerance(relative: 0, absolute: 0.02),
  // One network with dropout, and all its thinned ones.
  "monte-carlo": Tolerance(relative: 0.25, absolute: 0),
  "width": Tolerance(relative: 0, absolute: 0.01),
  "co-adaptation": Tolerance(relative: 5e-3, absolute: 0.005),
]
