import AnswerChecks
import InitializersQuestions
import NumericCore

extension WrongAnswers {
  /// How many hidden units can ever differ (2.9), with the mistakes asked for.
  public func distinctUnits(
    firstWeights: Matrix<Double>, firstBiases: Vector<Double>, secondWeights: Matrix<Double>
  ) throws -> Int {
    let units = firstBiases.indices.map { unit in
      (makes("first-weights-ignored") ? [] : firstWeights.column(unit).elements)
        + (makes("biases-ignored") ? [] : [firstBiases[unit]])
        + (makes("second-weights-ignored") ? [] : secondWeights.row(unit).elements)
    }
    let counts = Dictionary(units.map { ($0, 1) }, uniquingKeysWith: +)
    let found = makes("twins-left-out") ? counts.values.count { $0 == 1 } : counts.count
    return makes("groups-of-twins-counted") ? units.count - counts.count : found
  }

  /// How deep until the signal is gone (2.10), with the mistakes asked for.
  public func predictedLayers(width: Int, weightVariance: Double, activation: SignalActivation, share: Double) throws
    -> Int
  {
    let isHalved = (activation == .rectifier && !makes("half-forgotten")) || makes("half-for-all")
    let half = makes("variance-for-second-moment") ? 0.5 - 1 / (2 * Double.pi) : 0.5
    let factor = Double(width) * weightVariance * (isHalved ? half : 1)
    let perLayer = makes("amplitude-for-square") ? log(factor) / 2 : log(factor)
    let exact = makes("logarithms-mixed") ? log(share) / log(10) / perLayer : log(share) / perLayer
    let rule: FloatingPointRoundingRule =
      makes("rounded-down") ? .down : makes("rounded-to-nearest") ? .toNearestOrAwayFromZero : .up
    return Int(exact.rounded(rule)) + (makes("one-more") ? 1 : 0)
  }

  /// Who initialized the network (2.11), with the mistakes asked for.
  public func suspect(widths: [Int], meanSquares: Vector<Double>) throws -> InitializerSuspect {
    if makes("fall-is-factor-forgotten"), meanSquares[meanSquares.count - 1] < 0.9 * meanSquares[0] {
      return .factorForgotten
    }
    let count = makes("first-layer-alone") ? 2 : widths.count
    let seen = makes("first-layer-alone") ? Vector(meanSquares.prefix(2)) : meanSquares
    let distances = InitializerSuspect.allCases.map { suspect in
      let gap = log(suspect.meanSquares(widths: Array(widths.prefix(count)), first: seen[0])) - log(seen)
      return (suspect, makes("last-layer-alone") ? abs(gap[gap.count - 1]) : abs(gap).max())
    }
    // Equal to rounding is equal: the first of the list is then named.
    let best = distances.map(\.1).min() ?? 0
    let found = distances.first { $0.1 <= best + 1e-9 }?.0 ?? .noMistake
    if makes("glorot-is-factor-forgotten"), found == .averageOfFans { return .factorForgotten }
    return makes("fan-out-is-right") && found == .fanOut ? .noMistake : found
  }
}

let symmetryMisconceptions = [
  Misconception(
    "2.9", "second-weights-ignored",
    "You compare what goes into the units. What comes back counts too: other outgoing weights give other gradients.",
    source: Origin.dey(on: "parameter initialization") + ", which speaks of equal weights of one layer",
    section: Section.symmetry),
  Misconception(
    "2.9", "first-weights-ignored",
    "You don't compare the incoming weights. Units with other incoming weights give other outputs from the start.",
    source: Origin.common("only the gradient that comes back is looked at"), section: Section.symmetry),
  Misconception(
    "2.9", "biases-ignored", "You don't compare the biases. Another bias alone tells two units apart.",
    source: Origin.dey(on: "choosing an initializer") + ", where biases matter less", section: Section.symmetry),
  Misconception(
    "2.9", "twins-left-out",
    "You count only units that have no twin. Units that stay alike are one unit, and it counts.",
    source: Origin.common("groups of equal units are dropped instead of counted once"), section: Section.symmetry),
  Misconception(
    "2.9", "groups-of-twins-counted", "You count the units that are lost to twins. Asked is how many are left.",
    source: Origin.common("the complement is returned"), section: Section.symmetry),
]

let depthMisconceptions = [
  Misconception(
    "2.10", "half-forgotten", "Your rectifiers let everything through. Each halves the mean square.",
    source: Origin.glorotPaper + ", whose units are linear", section: Section.depth),
  Misconception(
    "2.10", "half-for-all", "You halve the mean square for every unit. Only rectifiers do that; the identity doesn't.",
    source: Origin.hePaper + ", whose units are all rectifiers", section: Section.depth),
  Misconception(
    "2.10", "variance-for-second-moment",
    "You let 0.34 through a rectifier: that is the variance. The next sum is made of the mean square, which is half.",
    source: Origin.hePaper + ", section 2.2, warns of it", section: Section.depth),
  Misconception(
    "2.10", "amplitude-for-square",
    "You compare the amplitude with the share. The share is of the mean square, which falls twice as fast.",
    source: Origin.common("standard deviations and mean squares are mixed up"), section: Section.depth),
  Misconception(
    "2.10", "rounded-down",
    "You round down, and one layer is still missing. The mean square must be at or below: round up.",
    source: Origin.common("converting to Int cuts the fraction off"), section: Section.depth),
  Misconception(
    "2.10", "rounded-to-nearest", "You round to the nearest number, often one layer too few. Round up.",
    source: Origin.common("the usual rounding"), section: Section.depth),
  Misconception(
    "2.10", "one-more", "You count one layer too many: the input is no layer.",
    source: Origin.common("the input is counted as the first layer"), section: Section.depth),
  Misconception(
    "2.10", "logarithms-mixed", "You divide a logarithm to base 10 by a natural one. Both need the same base.",
    source: Origin.common("powers of ten above, `log` below"), section: Section.depth),
]

let suspectMisconceptions = [
  Misconception(
    "2.11", "first-layer-alone",
    "You decide by the first layer. Where its fans are equal, several suspects look the same. Compare all layers.",
    source: Origin.common("one layer is checked, and taken for all"), section: Section.suspects),
  Misconception(
    "2.11", "last-layer-alone",
    "You decide by the last layer. With the fan-out, what one layer gains another loses. Compare all layers.",
    source: Origin.common("only the network's output is looked at"), section: Section.suspects),
  Misconception(
    "2.11", "fall-is-factor-forgotten",
    "You call every signal that falls a forgotten factor. The fans and the root can make it fall too. Compare the numbers.",
    source: Origin.hePaper + ", figure 3, where a falling signal is the missing factor", section: Section.suspects),
  Misconception(
    "2.11", "glorot-is-factor-forgotten",
    "You take Glorot's form for a forgotten factor. They agree only where both fans are equal.",
    source: Origin.hePaper + ", which compares with Glorot's form at nearly equal fans", section: Section.suspects),
  Misconception(
    "2.11", "fan-out-is-right",
    "You let the fan-out pass for He's form. It keeps the gradients, not the signal: the mean squares follow the widths.",
    source: Origin.hePaper + ", which finds either form sufficient", section: Section.suspects),
]
