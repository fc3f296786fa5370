/// The handout's headings that explain a mistake.
enum Section {
  static let counts = "The four counts"
  static let accuracy = "Accuracy, and what it hides"
  static let precision = "Precision and recall"
  static let undefined = "Where a metric is undefined"
  static let fMeasure = "F-beta"
  static let roc = "The ROC curve"
  static let area = "The area under the ROC curve"
  static let averagePrecision = "Average precision"
  static let costs = "A threshold that follows costs"
  static let weights = "Class weights"
  static let averages = "Averages over classes"
  static let prevalence = "Prevalence"
  static let reading = "Reading an evaluation"
}

/// The lectures and texts that mistakes come from.
enum Origin {
  static func myrvoll(_ what: String) -> String {
    "Myrvoll, \"Deep Neural Networks\" (NTNU, 2020), slide \"Best practice - Accuracy, precision, recall\": \(what)"
  }

  static func common(_ place: String) -> String { "Common error: \(place)" }

  static let scikitLearn = "scikit-learn, whose zero_division puts a number there"
  static let fawcett = "\"An introduction to ROC analysis\" (Fawcett, 2006), which warns of it"
  static let davis = "\"The relationship between precision-recall and ROC curves\" (Davis, Goadrich, 2006)"
  static let elkan = "\"The foundations of cost-sensitive learning\" (Elkan, 2001)"
  static let opitz = "\"Macro F1 and Macro F1\" (Opitz, Burst, 2019)"
  static let casscells =
    "\"Interpretation by physicians of clinical laboratory results\" (Casscells, Schoenberger, Graboys, 1978)"
}
