/// The figures, in the order of the labs.
let errata: [Erratum] = [
  adamRoot, adamFirstMoment, adamBias, adaMax, velocitySigns, epsilonPlace,
  uniformRange, explodingGradients,
  thinnedNetworks, keepOrDrop,
  conditioning, squaredNorm, euclideanNorm, penaltyHalves, maxNorm,
  batchSum, saturation,
]
