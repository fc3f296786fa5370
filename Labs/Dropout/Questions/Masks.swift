import NumericCore

extension MaskInput {
  /// What the lab asks for to train with your masks: the factors of one mask of 3.1, sample after sample.
  ///
  /// - Throws: `WrongShape` where the mask has another shape than was asked for; what the answers throw.
  func factors(by answers: any DropoutQuestions) throws -> [Double] {
    var generator = Philox4x32x10(seed: seed, stream: "factors")
    let mask = try answers.dropoutMask(
      samples: samples, units: units, keepProbability: keepProbability, using: &generator)
    try WrongShape.check(mask, of: "dropoutMask", like: .zeros(samples, units))
    return mask.elements
  }
}
