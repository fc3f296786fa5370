import AnswerChecks
import BatchSizeQuestions
import NumericCore

extension WrongAnswers {
  /// Who made the run (5.9), with the mistakes asked for.
  public func batchSuspect(
    features: Vector<Double>, targets: Vector<Double>, orders: [[Int]], batchSize: Int, learningRate: Double,
    weights: Vector<Double>
  ) throws -> BatchSuspect {
    let last = weights[weights.count - 1]
    if makes("growth-is-a-sum"), abs(last) > 2 * max(abs(weights[0]), 1) { return .sumForAverage }
    let seen = makes("first-epoch-only") ? 1 : orders.count
    let updates = (features.count + batchSize - 1) / batchSize
    // A run without its last batches has fewer updates in an epoch.
    let isShort = weights.count - 1 < updates * orders.count
    if makes("first-update-only") {
      return try ReferenceAnswers().batchSuspect(
        features: features, targets: targets, orders: [orders[0].prefix(batchSize).map { $0 }], batchSize: batchSize,
        learningRate: learningRate, weights: Vector(weights.prefix(2)))
    }
    let found = try ReferenceAnswers().batchSuspect(
      features: features, targets: targets, orders: Array(orders.prefix(seen)), batchSize: batchSize,
      learningRate: learningRate, weights: Vector(weights.prefix((isShort ? updates - 1 : updates) * seen + 1)))
    if makes("full-batches-only"), found == .nominalDivisor { return .noMistake }
    return makes("wandering-is-noise") && found == .labelsLeftBehind ? .noMistake : found
  }
}

let batchSuspectMisconceptions = [
  Misconception(
    "5.9", "first-update-only",
    """
    You decide by the first update alone. It has a full batch and the first order, so most slips don't show yet. Compare \
    the last update of the epoch and the next epoch too.
    """,
    source: Origin.common("a single update is checked, as in many tests of training loops"), section: Section.reading),
  Misconception(
    "5.9", "first-epoch-only",
    "You look at the first epoch only. Whether the order is shuffled again shows in the second.",
    source: Origin.common("a loop is tried for one epoch"), section: Section.reading),
  Misconception(
    "5.9", "growth-is-a-sum",
    """
    You call every run that grows a sum. A learning rate beyond the bound makes averages grow too. Compare the numbers \
    with each rule.
    """,
    source: Origin.common("divergence is read as a missing division"), section: Section.reading),
  Misconception(
    "5.9", "full-batches-only",
    "You compare full batches only. A divisor of M where fewer samples are left shows in the last batch of an epoch.",
    source: Origin.common("tests whose batch size divides the number of samples"), section: Section.reading),
  Misconception(
    "5.9", "wandering-is-noise",
    """
    You take targets that were left behind for the noise of small batches. The samples of each batch are given, so its \
    gradient can be worked out exactly.
    """,
    source: Origin.dey("Why minibatches?: the noise that any odd curve is put down to"), section: Section.reading),
]
