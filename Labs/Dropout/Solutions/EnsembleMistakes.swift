import AnswerChecks
import DropoutQuestions
import NumericCore

extension WrongAnswers {
  /// The prediction of an ensemble (3.5), with the mistakes asked for.
  public func ensemblePrediction(logits: Matrix<Double>) throws -> Vector<Double> {
    let count = makes("summed") ? 1 : Double(logits.rows)
    let rows = (0..<logits.rows).map { logits.row($0) }
    if makes("logits-averaged") { return softmax(sum(rows) / count) }
    if makes("softmax-across-networks") {
      let columns = (0..<logits.columns).map { softmax(logits.column($0)) }
      return sum((0..<logits.rows).map { row in Vector(columns.map { $0[row] }) }) / count
    }
    if makes("normalized-once") {
      let powers = sum(rows.map { exp($0) })
      return powers / (makes("summed") ? powers.sum() / Double(logits.rows) : powers.sum())
    }
    let predictions = rows.map(softmax)
    if makes("votes-counted") {
      return sum(predictions.map { row in Vector(count: row.count) { $0 == row.argMax() ? 1 : 0 } }) / count
    }
    return sum(predictions) / count
  }

  private func sum(_ rows: [Vector<Double>]) -> Vector<Double> {
    rows.dropFirst().reduce(rows[0]) { $0 + $1 }
  }

  /// The error of an ensemble (3.6), with the mistakes asked for.
  public func ensembleError(variance: Double, covariance: Double, networks: Int) throws -> Double {
    let (v, c) = makes("swapped") ? (covariance, variance) : (variance, covariance)
    let k = Double(networks)
    if makes("as-if-independent") { return v / k }
    if makes("floor-alone") { return c }
    let pairs = makes("each-pair-once") ? (k - 1) / 2 : k - 1
    if makes("covariance-in-full") { return v / k + c }
    if makes("one-covariance") { return v / k + c / k }
    return v / k + pairs / k * c
  }
}

let ensembleMisconceptions = [
  Misconception(
    "3.5", "logits-averaged",
    """
    You average the logits and take the softmax once. That is the geometric mean of the probabilities, normalized. Asked \
    is the average of the probabilities.
    """,
    source: Origin.common("the softmax belongs to the loss in many codes, so networks return logits"),
    section: Section.averages, credit: 0.5),
  Misconception(
    "3.5", "summed",
    "You sum over the networks and don't divide by how many there are: the result adds up to k, not to 1.",
    source: Origin.common("the largest class is the same, so the sum is never noticed"), section: Section.averages),
  Misconception(
    "3.5", "votes-counted",
    "You count votes: each network gives all to its largest class. Asked is the average of the probabilities.",
    source: "\"Bagging Predictors\" (Breiman, 1996), where classifiers vote", section: Section.averages),
  Misconception(
    "3.5", "softmax-across-networks",
    "Your softmax goes over the networks, so the probabilities of a class add up to 1. It goes over the classes, a row each.",
    source: Origin.common("the wrong axis"), section: Section.averages),
  Misconception(
    "3.5", "normalized-once",
    """
    You add the exponentials of all networks and divide once at the end. Then a network with large logits outweighs the \
    others. Divide in each network, then average.
    """,
    source: Origin.common("the division by the sum is moved out of the loop"), section: Section.averages),
  Misconception(
    "3.6", "as-if-independent",
    """
    v/k holds where the errors are independent. Networks that learned from the same data err together: (k - 1) c / k is \
    added.
    """,
    source: Origin.dey("Ensemble Methods") + ": networks that differ in start and order only",
    section: Section.error),
  Misconception(
    "3.6", "covariance-in-full",
    "You add c in full. Of k² products, k are squares and k (k - 1) mixed: the share of c is (k - 1)/k. Try k = 1.",
    source: Origin.common("the limit for many networks is used for any number"), section: Section.error),
  Misconception(
    "3.6", "one-covariance",
    "You add c/k. There are k (k - 1) mixed products, so c comes with (k - 1)/k. For many networks it stays.",
    source: Origin.common("one covariance is counted for each network"), section: Section.error),
  Misconception(
    "3.6", "each-pair-once",
    "You count each pair of networks once. The square of a sum holds both εᵢεⱼ and εⱼεᵢ: c comes with (k - 1)/k.",
    source: Origin.common("the 2 of the mixed terms is forgotten"), section: Section.error),
  Misconception(
    "3.6", "swapped",
    "Variance and covariance have changed places: v is divided by k, c comes with (k - 1)/k.",
    source: Origin.common("two letters, one formula"), section: Section.error),
  Misconception(
    "3.6", "floor-alone",
    "c is what remains with infinitely many networks. With k of them there is v/k + (k - 1) c / k.",
    source: Origin.book + ", section 7.11, where it stands as the limit of perfect correlation", section: Section.error),
]
