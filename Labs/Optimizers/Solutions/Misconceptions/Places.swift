/// The handout's headings that explain a mistake.
enum Section {
  static let bowl = "A quadratic bowl"
  static let conditioning = "Conditioning"
  static let descent = "Gradient descent"
  static let rates = "How large a learning rate"
  static let momentum = "Momentum"
  static let velocitySigns = "Two signs for one velocity"
  static let coupled = "Coupled momentum"
  static let lookAhead = "Nesterov's look-ahead"
  static let adagrad = "Adagrad"
  static let averages = "Running averages"
  static let rmsprop = "RMSprop"
  static let adadelta = "Adadelta"
  static let adam = "Adam"
  static let bias = "Bias correction"
  static let epsilon = "Where epsilon stands"
  static let adaMax = "AdaMax"
  static let nadam = "Nadam"
  static let amsGrad = "AMSGrad"
  static let bestMomentum = "The best momentum"
  static let countingSteps = "Counting steps"
  static let trajectories = "Reading a trajectory"
}

/// The lectures and texts that mistakes come from.
enum Origin {
  static func dey(_ slide: String) -> String { "Dey, \"Techniques in Deep Learning\", slide \"\(slide)\"" }

  static func kretov(_ slide: String) -> String {
    "Kretov, \"Training deep neural networks\" (MIPT, 2017), slide on \(slide)"
  }

  static func falcao(_ slide: String) -> String {
    "Falcão, \"Art of Training Deep Neural Networks\" (UNICAMP, MO434), slide on \(slide)"
  }

  static func pujari(_ slide: String) -> String { "Pujari, \"Deep Neural Networks\", slide on \(slide)" }

  static func common(_ place: String) -> String { "Common error: \(place)" }
}
