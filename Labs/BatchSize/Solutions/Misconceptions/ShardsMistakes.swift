import AnswerChecks
import BatchSizeQuestions
import NumericCore

extension WrongAnswers {
  /// The full gradient from shards (5.6), with the mistakes asked for.
  public func fullGradient(samples: Int, weights: Vector<Double>, workers: Workers) throws -> Vector<Double> {
    let shards = shards(samples, workers.count)
    let isMean = makes("mean-of-means") || makes("sum-of-means")
    let dividesByZero = makes("empty-shard")
    // What a worker sends: its sum, or its mean.
    let work: @Sendable (Shard) -> Vector<Double> = { shard in
      var sum = Vector<Double>.zeros(weights.count)
      for sample in 0..<shard.count {
        let x = shard.features.row(sample)
        sum = sum + (x.dot(weights) - shard.targets[sample]) * x
      }
      if dividesByZero, shard.count == 0 { return sum / 0 }
      return isMean ? sum / Double(max(shard.count, 1)) : sum
    }
    let replies =
      try makes("one-after-another")
      ? shards.flatMap { try workers.sideBySide([$0], work) } : workers.sideBySide(shards, work)
    let sum = replies.reduce(Vector<Double>.zeros(weights.count), +)
    if makes("sum-of-means") || makes("not-divided") { return sum }
    return sum / Double(makes("mean-of-means") ? shards.count : samples)
  }

  private func shards(_ samples: Int, _ count: Int) -> [Range<Int>] {
    if makes("one-worker") { return [0..<samples] }
    let size = samples / count
    return (0..<count).map { shard in
      if makes("rest-dropped") { return shard * size..<(shard + 1) * size }
      if makes("rest-to-last") { return shard * size..<(shard == count - 1 ? samples : (shard + 1) * size) }
      let (start, end) = (samples * shard / count, samples * (shard + 1) / count)
      return start..<(makes("overlap") ? min(end + 1, samples) : end)
    }
  }
}

let shardsMisconceptions = [
  Misconception(
    "5.6", "mean-of-means",
    """
    You average the shards' means as if all shards were as large. A sample in a small shard then counts more: weight \
    each mean with the size of its shard.
    """,
    source: Origin.common("averaging over workers, which is right for equal shards only"), section: Section.shards),
  Misconception(
    "5.6", "sum-of-means",
    "You add the shards' means up. Weight each with the size of its shard, and divide the sum by N.",
    source: Origin.myrvoll("Batch, mini-batch, SGD: \"sum\" said of contributions that already are means"),
    section: Section.shards),
  Misconception(
    "5.6", "not-divided",
    "You return the sum over all samples, not their mean. Divide by N.",
    source: Origin.falcao(on: "the weight update, whose step sums over the batch"), section: Section.shards),
  Misconception(
    "5.6", "rest-dropped",
    "Your shards have N / K samples each, rounded down, and leave the rest out. Give one more to some shards.",
    source: Origin.common("integer division rounds down"), section: Section.shards),
  Misconception(
    "5.6", "rest-to-last",
    """
    Your last shard takes the whole rest. All other workers then wait for it: let sizes differ by one at most, as with \
    borders at N k / K.
    """,
    source: Origin.common("the rest of a division goes to the last worker"), section: Section.shards),
  Misconception(
    "5.6", "one-worker",
    "You give all samples to one worker. The result is right, but nothing is done in parallel: cut a shard a worker.",
    source: Origin.common("the shards are overlooked"), section: Section.shards),
  Misconception(
    "5.6", "overlap",
    "Your shards overlap: a sample at a border is in two of them. A range a..<b ends before b, where the next begins.",
    source: Origin.common("a closed range where a half-open one is meant"), section: Section.shards),
  Misconception(
    "5.6", "one-after-another",
    """
    You call the workers once a shard, so each waits for the one before. The result is right, but nothing is done in \
    parallel: hand all shards over in one call.
    """,
    source: Origin.myrvoll("Batch, mini-batch, SGD: \"in parallel\", written down as the loop of a sum"),
    section: Section.shards),
  Misconception(
    "5.6", "empty-shard",
    "An empty shard spoils your result: 0 / 0 is not a number. Its sum is zero; let workers return sums.",
    source: Origin.common("a mean is taken of what may be empty"), section: Section.shards),
]
