import LabKit

/// The lab's experiments in the order of the lecture.
let batchSizeExperiments: [Experiment<Setting>] = [
  byEpoch, byUpdate, byTime, gradientNoise, throughput, generalization, paths,
]
