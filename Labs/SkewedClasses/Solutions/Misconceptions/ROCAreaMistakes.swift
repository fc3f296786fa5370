import AnswerChecks
import NumericCore
import SkewedClassesQuestions

extension WrongAnswers {
  /// The area under the ROC curve (6.6), with the mistakes asked for.
  public func rocArea(scores: Vector<Double>, isPositive: [Bool]) throws -> Double? {
    let (positives, negatives) = (
      scores.indices.filter { isPositive[$0] }, scores.indices.filter { !isPositive[$0] }
    )
    guard !positives.isEmpty, !negatives.isEmpty else { return makes("undefined-is-half") ? 0.5 : undefined }
    var (sum, pairs) = (0.0, 0)
    for positive in positives {
      for negative in negatives {
        let isTie = scores[positive] == scores[negative]
        if isTie, makes("ties-left-out") { continue }
        pairs += 1
        sum += isTie ? tie(positive, negative) : scores[positive] > scores[negative] ? 1 : 0
      }
    }
    if makes("all-pairs") { pairs = scores.count * (scores.count - 1) / 2 }
    guard pairs > 0 else { return nil }
    let area = sum / Double(pairs)
    return makes("upside-down") ? 1 - area : area
  }

  private func tie(_ positive: Int, _ negative: Int) -> Double {
    if makes("ties-not-counted") { return 0 }
    if makes("ties-whole") { return 1 }
    return makes("ties-as-they-come") ? (positive < negative ? 1 : 0) : 0.5
  }
}

let rocAreaMisconceptions = [
  Misconception(
    "6.6", "ties-not-counted",
    "You count a pair with equal scores as lost. It counts one half: a coin would decide.",
    source: Origin.common("> alone; a sum of steps below the curve does the same"), section: Section.area),
  Misconception(
    "6.6", "ties-whole",
    "You count a pair with equal scores as won. It counts one half: a coin would decide.",
    source: Origin.common(">= in place of >; a sum of steps above the curve does the same"), section: Section.area),
  Misconception(
    "6.6", "ties-left-out",
    "You leave pairs with equal scores out of sum and number. They count one half, out of one.",
    source: "\"Measures of association for cross classifications\" (Goodman, Kruskal, 1954), whose gamma does so",
    section: Section.area),
  Misconception(
    "6.6", "ties-as-they-come",
    "With equal scores, the order in which your samples came decides. Then another order of the file gives another area.",
    source: Origin.fawcett, section: Section.area),
  Misconception(
    "6.6", "upside-down",
    "You count the pairs in which the negative scores more: 1 minus the area.",
    source: Origin.common("the class that a library calls the positive one is the other"), section: Section.area),
  Misconception(
    "6.6", "all-pairs",
    "You divide by all pairs of samples. Only pairs of a positive and a negative are compared.",
    source: Origin.common("n (n - 1) / 2 is the number of pairs that comes to mind"), section: Section.area),
  Misconception(
    "6.6", "undefined-is-half",
    "You return 1/2 where a class has no samples, as if chance were at work. There is no pair to compare: return nil.",
    source: Origin.common("a default that hides a fold without positives"), section: Section.undefined),
  Misconception(
    "6.6", "undefined-is-zero",
    "You return 0 where a class has no samples. There is no pair to compare: return nil.",
    source: Origin.common("a guard against division by zero that invents a number"), section: Section.undefined),
]
