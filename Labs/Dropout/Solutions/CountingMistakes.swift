import AnswerChecks
import DropoutQuestions
import NumericCore

extension WrongAnswers {
  /// The number of thinned networks (3.7), with the mistakes asked for.
  public func thinnedNetworks(unitsByLayer: [Int]) throws -> ExactInteger {
    if makes("weights-counted") {
      return ExactInteger(2).power(zip(unitsByLayer, unitsByLayer.dropFirst()).map(*).reduce(0, +))
    }
    let layers = unitsByLayer.map { units -> ExactInteger in
      if makes("two-of-each-layer") { return .choices(of: 2, from: units) }
      if makes("half-of-each-layer") { return .choices(of: units / 2, from: units) }
      let subsets = ExactInteger(2).power(units)
      if makes("empty-layers-left-out") { return subsets - ExactInteger(1) }
      return makes("shifted-out") ? ExactInteger(units < 63 ? 1 << units : 0) : subsets
    }
    return makes("layers-added") ? layers.reduce(ExactInteger(0), +) : layers.reduce(ExactInteger(1), *)
  }
}

let countingMisconceptions = [
  Misconception(
    "3.7", "two-of-each-layer",
    """
    You count the ways to keep exactly two units of each layer. Dropout decides on each unit alone, so any number may \
    stay: 2 to the power of all units.
    """,
    source: Origin.pujari(on: "the ensemble effect of dropout") + ": 36 for two layers of 4, 24502500 for two of 100",
    section: Section.counting),
  Misconception(
    "3.7", "half-of-each-layer",
    """
    You count the ways to keep exactly half of each layer. Half is what stays on average with p = 1/2; each unit is \
    decided on alone, so any number may stay.
    """,
    source: Origin.common("the average is taken for what happens each time"), section: Section.counting),
  Misconception(
    "3.7", "empty-layers-left-out",
    """
    You leave out the networks in which a layer lost all its units. They carry no signal, but dropout draws them too, \
    rarely; here they count.
    """,
    source: Origin.common("a network must connect its ends"), section: Section.counting, credit: 0.5),
  Misconception(
    "3.7", "layers-added",
    "You add the layers' numbers. Every choice in one layer goes with every choice in another: multiply.",
    source: Origin.common("the layers are thinned one after another"), section: Section.counting),
  Misconception(
    "3.7", "weights-counted",
    "You count subsets of the weights between the layers. Dropout removes units, with all their weights.",
    source: Origin.myrvoll(on: "dropout") + ", which removes weights", section: Section.counting),
  Misconception(
    "3.7", "shifted-out",
    """
    You shift a 1 in a machine integer. From 63 units on it falls out at the top, and 0 is left: use `ExactInteger` from \
    the start.
    """,
    source: Origin.common("`1 << n`, which is 0 in Swift where n is too large"), section: Section.counting),
]
