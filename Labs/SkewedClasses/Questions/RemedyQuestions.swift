import NumericCore

/// Exercises 6.8 to 6.11: thresholds that follow costs, weights that follow counts, and averages over classes.
public protocol RemedyQuestions: Sendable {
  /// **6.8 The threshold that costs ask for** (2 points).
  ///
  /// Somebody predicts the probability p of being positive. A false positive costs c, a false negative C; what is right
  /// costs nothing. Above which p is it cheaper to say "positive"?
  ///
  /// In training, each positive counted w times. That multiplies the odds p / (1 - p) by w, so what comes out has to be
  /// divided again, or the threshold moved: find the threshold for the probabilities as they come out.
  ///
  /// Source: "The foundations of cost-sensitive learning" (Elkan, 2001), theorem 1 and section 2.
  ///
  /// - Parameters:
  ///   - costOfFalsePositive: c, positive.
  ///   - costOfFalseNegative: C, positive.
  ///   - positiveWeight: w, positive; 1 is ordinary training.
  /// - Returns: the threshold, between 0 and 1.
  func costThreshold(costOfFalsePositive: Double, costOfFalseNegative: Double, positiveWeight: Double) throws -> Double

  /// **6.9 The cheapest threshold, by counting** (2 points).
  ///
  /// Scores needn't be probabilities. Try each different score as the threshold (a sample at it is predicted to be
  /// positive), and also to predict nobody positive. Which costs least on these samples? Where several cost the same,
  /// take the one that predicts the fewest positives.
  ///
  /// - Parameters:
  ///   - scores: in any order, `[samples]`.
  ///   - isPositive: the true class of each sample, `[samples]`.
  ///   - costOfFalsePositive: c, positive.
  ///   - costOfFalseNegative: C, positive.
  /// - Returns: the threshold, nil where nobody is predicted to be positive; and the cost of all samples together there.
  func cheapestThreshold(
    scores: Vector<Double>, isPositive: [Bool], costOfFalsePositive: Double, costOfFalseNegative: Double
  ) throws -> CheapestThreshold

  /// **6.10 Class weights** (1 point).
  ///
  /// Weights with which all classes count the same in the loss, and all samples together count as before: n / (K n_k) for
  /// a class that has n_k of the n samples, where K is the number of classes.
  ///
  /// Source: "Logistic regression in rare events data" (King, Zeng, 2001); `class_weight="balanced"` of scikit-learn.
  ///
  /// - Parameters:
  ///   - labels: the class of each sample, from 0 to K - 1.
  ///   - classes: K.
  /// - Returns: a weight for each class, `[classes]`; nil for a class without samples.
  func classWeights(labels: [Int], classes: Int) throws -> [Double?]

  /// **6.11 Micro, macro, weighted** (2 points).
  ///
  /// Of several classes, each in turn is the positive one and all others are negative. That gives four counts and an F1
  /// for each class, 2 TP / (2 TP + FP + FN). Three ways to make one number of them:
  ///
  /// - micro: the counts of all classes are added, and F1 is taken of the sums;
  /// - macro: the plain mean of the classes' F1;
  /// - weighted: the mean of the classes' F1, each weighted with its number of samples.
  ///
  /// Source: "Macro F1 and Macro F1" (Opitz, Burst, 2019) on the two numbers that are called macro F1.
  ///
  /// - Parameter confusion: the samples of class i that were predicted to be class j, in row i and column j.
  /// - Returns: the three. F1 is undefined for a class that has no samples and is never predicted. Macro is nil then;
  ///   weighted gives that class no weight, and goes on. All three are nil without samples.
  func averagedF1(confusion: [[Int]]) throws -> AveragedF1
}

/// A threshold and what it costs.
public struct CheapestThreshold: Codable, Sendable, Equatable {
  /// The cost of all samples together.
  public var cost: Double
  /// What a score has to reach; nil where nobody is predicted to be positive.
  public var threshold: Double?

  /// A threshold and its cost.
  public init(cost: Double, threshold: Double?) {
    self.cost = cost
    self.threshold = threshold
  }

  /// Writes nil as null, so that a number in its place is seen.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(cost, forKey: .cost)
    try container.encode(threshold, forKey: .threshold)
  }
}

/// F1 of several classes in one number, three ways.
public struct AveragedF1: Codable, Sendable, Equatable {
  /// Of the sums of the counts: each sample counts the same.
  public var micro: Double?
  /// The plain mean: each class counts the same.
  public var macro: Double?
  /// The mean by the classes' samples.
  public var weighted: Double?

  /// The three; nil what is undefined.
  public init(micro: Double?, macro: Double?, weighted: Double?) {
    self.micro = micro
    self.macro = macro
    self.weighted = weighted
  }

  /// Writes nil as null, so that a number in its place is seen.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(micro, forKey: .micro)
    try container.encode(macro, forKey: .macro)
    try container.encode(weighted, forKey: .weighted)
  }
}
