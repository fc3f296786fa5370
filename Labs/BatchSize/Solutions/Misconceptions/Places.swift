/// The handout's headings that explain a mistake.
enum Section {
  static let epochs = "Epochs, batches, updates"
  static let shuffling = "Shuffling"
  static let gradient = "The gradient of a mini-batch"
  static let noise = "The noise of a mini-batch"
  static let corrections = "Two variances, two corrections"
  static let scaling = "Linear scaling and warm-up"
  static let shards = "A sum over shards"
  static let time = "Time to accuracy"
  static let reading = "Reading a run"
}
