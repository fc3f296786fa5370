import AnswerChecks
import BatchSizeQuestions
import NumericCore

extension WrongAnswers {
  /// The mini-batches of some epochs (5.2), with the mistakes asked for.
  public func minibatches(samples: Int, batchSize: Int, epochs: Int, generator: inout Philox4x32x10) throws
    -> [[[Int]]]
  {
    var first: [Int]?
    return (0..<epochs).map { _ in
      let order = first ?? order(samples, using: &generator)
      if makes("shuffled-once") || makes("batches-shuffled") { first = order }
      var batches = cut(order, batchSize)
      if makes("batches-shuffled") { generator.shuffleInPlace(&batches) }
      return batches
    }
  }

  private func order(_ samples: Int, using generator: inout Philox4x32x10) -> [Int] {
    if makes("never-shuffled") { return Array(0..<samples) }
    if makes("with-replacement") { return (0..<samples).map { _ in generator.integer(below: samples) } }
    return generator.permutation(samples)
  }

  private func cut(_ order: [Int], _ batchSize: Int) -> [[Int]] {
    var batches = stride(from: 0, to: order.count, by: batchSize).map { start in
      Array(order[start..<min(start + batchSize, order.count)])
    }
    guard let last = batches.last, last.count < batchSize, batches.count > 1 else { return batches }
    if makes("last-batch-dropped") || makes("rest-joined") { batches.removeLast() }
    if makes("rest-joined") { batches[batches.count - 1] += last }
    return batches
  }
}

let minibatchesMisconceptions = [
  Misconception(
    "5.2", "shuffled-once",
    "You shuffle once and use that order in every epoch. The same samples then always share a batch: shuffle each epoch.",
    source: Origin.common("the shuffle stands before the loop over epochs instead of in it"), section: Section.shuffling
  ),
  Misconception(
    "5.2", "never-shuffled",
    "You take the samples as they are stored. Sorted data would give batches of a single class: shuffle each epoch.",
    source: Origin.common("the samples are cut in batches as they lie in the file"), section: Section.shuffling),
  Misconception(
    "5.2", "batches-shuffled",
    "You shuffle the batches, not the samples: the same samples always share a batch. Shuffle first, then cut.",
    source: """
      Common error: the order of batch and shuffle; tf.data's guide warns that shuffling after batching moves whole batches
      """, section: Section.shuffling),
  Misconception(
    "5.2", "last-batch-dropped",
    "You drop the last batch where it isn't full, so some samples are missing in each epoch. Keep it, smaller as it is.",
    source: "Common error: drop_last=True of PyTorch's DataLoader, made for batch normalization, taken as a rule",
    section: Section.epochs),
  Misconception(
    "5.2", "rest-joined",
    "You add the samples that are left to the last full batch, which exceeds M. They make a smaller batch of their own.",
    source: Origin.common("a short batch is avoided by a long one"), section: Section.epochs),
  Misconception(
    "5.2", "with-replacement",
    """
    You draw each sample anew from all, so in an epoch some come twice and others not at all. An epoch is a \
    permutation: every sample exactly once.
    """,
    source: Origin.myrvoll("Batch, mini-batch, SGD: a random subset for each step, which is no epoch"),
    section: Section.shuffling),
]
