import AnswerChecks

/// The handout's headings that explain a mistake.
enum Section {
  static let l2 = "The L2 penalty"
  static let l1 = "The L1 penalty"
  static let elasticNet = "The elastic net"
  static let softThreshold = "The soft threshold"
  static let coordinateDescent = "Coordinate descent"
  static let ridge = "Ridge regression"
  static let decay = "Weight decay"
  static let conditioning = "Conditioning and shrinkage"
  static let lambdaMax = "Lambda max"
  static let dualityGap = "The duality gap"
  static let maxNorm = "Max-norm"
  static let zeros = "Counting zeros"
  static let reading = "Reading a path"
}

/// The texts that mistakes come from, beside the lectures.
extension Origin {
  static let book = "\"Deep Learning\" (Goodfellow, Bengio, Courville, 2016), chapter 7"
  static let scikit = "scikit-learn"
  static let glmnet =
    "\"Regularization paths for generalized linear models via coordinate descent\" (Friedman, Hastie, Tibshirani, 2010)"
}
