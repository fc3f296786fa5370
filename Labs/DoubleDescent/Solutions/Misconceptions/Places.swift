import AnswerChecks

/// The handout's headings that explain a mistake.
enum Section {
  static let features = "Random features"
  static let minimumNorm = "The minimum-norm solution"
  static let ridge = "Ridge regression"
  static let threshold = "The interpolation threshold"
  static let errors = "Two errors"
  static let bias = "Bias and variance"
  static let condition = "Condition numbers"
  static let freedom = "Degrees of freedom"
  static let noise = "Fits to pure noise"
  static let reading = "Reading a risk curve"
}

/// The texts that mistakes come from, beside the lectures.
extension Origin {
  static let belkin =
    "\"Reconciling modern machine-learning practice and the classical bias-variance trade-off\" (Belkin, Hsu, Ma, Mandal, 2019)"
  static let scikit = "scikit-learn"
  static let numpy = "NumPy"
}
