/// A part of a batch: some samples that one thread takes through the network.
struct BatchPart {
  /// Which one, counted from 0.
  let index: Int
  /// How many parts the batch has.
  let count: Int
  /// The samples of the batch.
  let batch: Int
  /// Its own samples within the batch.
  let samples: Range<Int>

  /// A part of a batch of this many samples.
  init(_ index: Int, of count: Int, batch: Int) {
    self.index = index
    self.count = count
    self.batch = batch
    samples = batch * index / count..<batch * (index + 1) / count
  }

  /// All samples of a batch that was cut in so many parts.
  init(wholeBatchOf samples: Int, cutIn count: Int) {
    index = 0
    self.count = count
    batch = samples
    self.samples = 0..<samples
  }

  /// The most parts that a batch has.
  static let maximumCount = 4

  /// In how many parts a batch of this many samples is cut, on any number of cores: the numbers depend on it.
  ///
  /// Each part reads all weights, so few samples are better left together. Measured: two parts take one thread no longer
  /// than one part does from 8 samples up, four parts from 512.
  static func count(batch: Int) -> Int {
    switch batch {
    case ..<8: 1
    case ..<512: 2
    default: maximumCount
    }
  }
}
