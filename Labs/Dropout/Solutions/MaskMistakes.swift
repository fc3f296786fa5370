import AnswerChecks
import DropoutQuestions
import NumericCore

extension WrongAnswers {
  /// A mask (3.1), with the mistakes asked for.
  public func dropoutMask(samples: Int, units: Int, keepProbability: Double, using generator: inout Philox4x32x10)
    throws -> Matrix<Double>
  {
    if makes("fixed-seed") { generator = Philox4x32x10(seed: 42) }
    let share = makes("keeps-what-it-should-drop") ? 1 - keepProbability : keepProbability
    let rows = makes("one-mask-a-batch") ? 1 : samples
    var kept: Matrix<Double>
    if makes("exact-share") {
      kept = Matrix(rows: rows, columns: units, repeating: 0)
      let count = Int((share * Double(units)).rounded())
      for row in 0..<rows {
        for unit in generator.sampleWithoutReplacement(count, below: units) { kept[row, unit] = 1 }
      }
    } else {
      kept = .bernoulli(rows: rows, columns: units, probability: share, using: &generator)
    }
    let mask = kept * scale(keepProbability)
    return rows == samples ? mask : Matrix(rows: [Vector<Double>](repeating: mask.row(0), count: samples))
  }

  /// Forward (3.2), with the mistakes asked for.
  public func dropoutForward(activations: Matrix<Double>, draws: Matrix<Double>, keepProbability: Double) throws
    -> DropoutPass
  {
    let drops = makes("keeps-what-it-should-drop")
    let kept = draws.map { ($0 < keepProbability) != drops ? 1.0 : 0 }
    let mask = kept * scale(keepProbability)
    return DropoutPass(outputs: mask * activations, mask: makes("mask-without-scale") ? kept : mask)
  }

  /// What kept units are multiplied by.
  private func scale(_ keepProbability: Double) -> Double {
    if makes("not-scaled") { return 1 }
    if makes("multiplied") { return keepProbability }
    return makes("divided-by-drop-probability") ? 1 / (1 - keepProbability) : 1 / keepProbability
  }

  /// Backward (3.3), with the mistakes asked for.
  public func dropoutBackward(
    activations: Matrix<Double>, mask: Matrix<Double>, outputGradient: Matrix<Double>
  ) throws -> Matrix<Double> {
    var factor = mask
    if makes("zero-outputs-taken-for-dropped") { factor = mask.zip(activations) { $1 == 0 ? 0 : $0 } }
    if makes("mask-forgotten") { factor = mask.map { _ in 1 } }
    if makes("scale-forgotten") { factor = factor.map { $0 == 0 ? 0 : 1 } }
    if makes("scaled-twice") { factor = factor * mask }
    if makes("times-activations") { factor = factor * activations }
    return factor * outputGradient
  }
}

private func scaling(_ exercise: String) -> [Misconception] {
  [
    Misconception(
      exercise, "keeps-what-it-should-drop",
      """
      You keep a unit with probability 1 - p. Here p is the probability to keep; in some texts and libraries it is the \
      one to drop.
      """,
      source: Origin.falcao(on: "regularization") + ": its p drops; Dey's p keeps", section: Section.mask),
    Misconception(
      exercise, "not-scaled",
      """
      What you keep stays as it is. That is dropout without inversion, which needs weights scaled in inference. Here \
      kept units are divided by p.
      """,
      source: Origin.paper + ", section 4, which scales in inference", section: Section.mask, credit: 0.5),
    Misconception(
      exercise, "multiplied",
      """
      You multiply what is kept by p, which makes the sum smaller still. Kept units are divided by p, to make up for \
      those that are missing.
      """,
      source: Origin.dey("More on Dropout") + " multiplies by p, in inference", section: Section.mask),
    Misconception(
      exercise, "divided-by-drop-probability",
      """
      You divide by 1 - p, the probability to drop. A kept unit stands for those that are dropped beside it: divide by p.
      """,
      source: "PyTorch's `nn.Dropout`, whose p drops, divides by 1 - p", section: Section.mask),
  ]
}

let maskMisconceptions =
  scaling("3.1") + [
    Misconception(
      "3.1", "one-mask-a-batch",
      """
      All samples of your batch miss the same units. Draw for each unit of each sample: then a step learns from many \
      thinned networks, not from one.
      """,
      source: Origin.dey("Dropout") + ", which drops nodes for a mini-batch", section: Section.mask),
    Misconception(
      "3.1", "exact-share",
      """
      Each of your samples keeps the same number of units. Every unit is decided on its own, so the number varies from \
      sample to sample.
      """,
      source: Origin.pujari(on: "the ensemble effect of dropout") + ", which keeps exactly two of four",
      section: Section.counting),
    Misconception(
      "3.1", "fixed-seed",
      """
      Your second mask equals your first: it is drawn from a generator that starts anew. Draw from the generator that \
      is passed in.
      """,
      source: Origin.common("a seed set inside the function, to make a run repeatable"), section: Section.mask),
  ]

let layerMisconceptions =
  scaling("3.2") + [
    Misconception(
      "3.2", "mask-without-scale",
      "Your outputs are right, but the mask that you return holds 1 where it should hold 1/p. Backward multiplies by it.",
      source: Origin.common("the mask is kept before it is scaled"), section: Section.layer, credit: 0.5),
    Misconception(
      "3.3", "mask-forgotten",
      """
      You pass the gradient on as if nothing had been dropped. Where the mask is 0, the output doesn't depend on x, and \
      its gradient is 0.
      """,
      source: Origin.common("dropout is taken for a change of the data, outside the network"), section: Section.layer),
    Misconception(
      "3.3", "scale-forgotten",
      "You drop the right gradients, but those that stay must be divided by p, as the activations were: multiply by the mask.",
      source: Origin.common("the mask is used as true and false"), section: Section.layer),
    Misconception(
      "3.3", "scaled-twice",
      "You scale twice: the mask holds 1/p already. Multiply by it once.",
      source: Origin.common("the division by p is repeated in backward"), section: Section.layer),
    Misconception(
      "3.3", "times-activations",
      """
      You multiply by the activations too. They belong to the gradient with respect to the mask; that with respect to x \
      is the mask times the gradient of the outputs.
      """,
      source: Origin.common("both factors of a product are kept in its derivative"), section: Section.layer),
    Misconception(
      "3.3", "zero-outputs-taken-for-dropped",
      """
      You take an output of 0 for a dropped unit. An activation can be 0 by itself, as after ReLU, and its gradient \
      still passes: use the mask.
      """,
      source: Origin.common("the mask isn't kept, and is read off the outputs"), section: Section.layer),
  ]
