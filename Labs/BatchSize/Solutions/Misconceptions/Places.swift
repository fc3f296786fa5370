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

/// The lectures and texts that mistakes come from.
enum Origin {
  static func dey(_ slide: String) -> String { "Dey, \"Techniques in Deep Learning\", slide \"\(slide)\"" }

  static func myrvoll(_ slide: String) -> String {
    "Myrvoll, \"Deep Neural Networks\" (NTNU, 2020), slide \"\(slide)\""
  }

  static func falcao(_ slide: String) -> String {
    "Falcão, \"Art of Training Deep Neural Networks\" (UNICAMP, MO434), slide on \(slide)"
  }

  static func common(_ place: String) -> String { "Common error: \(place)" }
}
