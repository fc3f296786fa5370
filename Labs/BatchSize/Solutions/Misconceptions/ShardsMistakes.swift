import AnswerChecks
import BatchSizeQuestions
import NumericCore

extension WrongAnswers {
  /// The full gradient from shards (5.6), with the mistakes asked for.
  public func gradientFromShards(
    samples: Int, shards: Int, meanGradient: (Range<Int>) throws -> Vector<Double>
  ) throws -> Vector<Double> {
    let ranges = ranges(samples, shards)
    let contributions = try ranges.map { range in
      let isPlain = makes("mean-of-means") || makes("sum-of-means")
      return (isPlain ? 1 : Double(range.count)) * (try meanGradient(range))
    }
    let sum = contributions.dropFirst().reduce(contributions[0], +)
    if makes("sum-of-means") || makes("not-divided") { return sum }
    return sum / Double(makes("mean-of-means") ? ranges.count : samples)
  }

  private func ranges(_ samples: Int, _ shards: Int) -> [Range<Int>] {
    if makes("one-worker") { return [0..<samples] }
    let size = samples / shards
    return (0..<shards).map { shard in
      if makes("rest-dropped") { return shard * size..<(shard + 1) * size }
      if makes("rest-to-last") { return shard * size..<(shard == shards - 1 ? samples : (shard + 1) * size) }
      let (start, end) = (samples * shard / shards, samples * (shard + 1) / shards)
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
    source: Origin.falcao("the weight update, whose step sums over the batch"), section: Section.shards),
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
    "You ask one worker for all samples. The result is right, but nothing is done in parallel: ask once a shard.",
    source: Origin.common("the shards are overlooked"), section: Section.shards),
  Misconception(
    "5.6", "overlap",
    "Your shards overlap: a sample at a border is in two of them. A range a..<b ends before b, where the next begins.",
    source: Origin.common("a closed range where a half-open one is meant"), section: Section.shards),
]
