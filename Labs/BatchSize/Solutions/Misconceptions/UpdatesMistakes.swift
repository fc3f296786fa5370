import AnswerChecks
import BatchSizeQuestions

extension WrongAnswers {
  /// The number of updates (5.1), with the mistakes asked for.
  public func updates(samples: Int, batchSize: Int, epochs: Int) throws -> Int {
    let repeats = makes("epochs-forgotten") ? 1 : epochs
    if makes("batches-across-epochs") { return batches(samples * repeats, batchSize) }
    if makes("size-for-number") { return batchSize * repeats }
    if makes("update-a-sample") { return samples * repeats }
    return batches(samples, batchSize) * repeats
  }

  private func batches(_ samples: Int, _ batchSize: Int) -> Int {
    if makes("last-batch-dropped") { return samples / batchSize }
    return makes("one-too-many") ? samples / batchSize + 1 : (samples + batchSize - 1) / batchSize
  }
}

let updatesMisconceptions = [
  Misconception(
    "5.1", "last-batch-dropped",
    "You drop the last batch where it isn't full. Its samples would never be learned from in that epoch: round up.",
    source: """
      Common error: integer division rounds down; libraries offer it as a choice, as PyTorch's DataLoader(drop_last=True)
      """, section: Section.epochs),
  Misconception(
    "5.1", "one-too-many",
    "You add one to the rounded-down number of batches. Where M divides N, there is nothing left for one more.",
    source: Origin.common("N / M + 1 in place of rounding up"), section: Section.epochs),
  Misconception(
    "5.1", "batches-across-epochs",
    """
    You let batches run across the end of an epoch. Each epoch is shuffled anew and ends with its own last batch, so \
    round up for one epoch first, then multiply.
    """,
    source: """
      Common error: the order of batch and repeat; tf.data's guide shows repeat before batch, which blurs the epochs
      """, section: Section.epochs),
  Misconception(
    "5.1", "epochs-forgotten",
    "You count the updates of one epoch. Multiply by the number of epochs.",
    source: Origin.common("updates per epoch are given for updates in all"), section: Section.epochs),
  Misconception(
    "5.1", "size-for-number",
    "You take the batch size for the number of batches. M samples make one batch; N / M batches make an epoch.",
    source: Origin.dey("A Note on Terminology: batch, batch size and mini-batch size are easily confused"),
    section: Section.epochs),
  Misconception(
    "5.1", "update-a-sample",
    "You count an update a sample, which is batch size 1. A batch of M samples makes one update.",
    source: Origin.myrvoll("Batch, mini-batch, SGD: the stochastic case taken for the general one"),
    section: Section.epochs),
]
