import NumericCore

// What the checks send for each exercise. The names are what a student reads in "Smallest case that fails".

/// Input of 6.1, and without a threshold of 6.5 to 6.7.
public struct ScoresInput: Codable, Sendable {
  /// One a sample.
  public var scores: Vector<Double>
  /// The true class of each sample.
  public var isPositive: [Bool]
  /// What a score has to reach; 6.1 alone has it.
  public var threshold: Double?

  /// Scored samples.
  public init(scores: Vector<Double>, isPositive: [Bool], threshold: Double? = nil) {
    self.scores = scores
    self.isPositive = isPositive
    self.threshold = threshold
  }
}

/// Input of 6.2 and 6.3, and with β of 6.4.
public struct CountsInput: Codable, Sendable {
  /// The four counts.
  public var counts: FourCounts
  /// β; 6.4 alone has it.
  public var beta: Double?

  /// Counts of a classifier.
  public init(_ counts: FourCounts, beta: Double? = nil) {
    self.counts = counts
    self.beta = beta
  }
}

/// Input of 6.8.
public struct CostsInput: Codable, Sendable {
  /// c.
  public var costOfFalsePositive: Double
  /// C.
  public var costOfFalseNegative: Double
  /// w.
  public var positiveWeight: Double

  /// Costs, and how training weighted the positives.
  public init(costOfFalsePositive: Double, costOfFalseNegative: Double, positiveWeight: Double) {
    self.costOfFalsePositive = costOfFalsePositive
    self.costOfFalseNegative = costOfFalseNegative
    self.positiveWeight = positiveWeight
  }
}

/// Input of 6.9.
public struct CostlyScoresInput: Codable, Sendable {
  /// One a sample.
  public var scores: Vector<Double>
  /// The true class of each sample.
  public var isPositive: [Bool]
  /// c.
  public var costOfFalsePositive: Double
  /// C.
  public var costOfFalseNegative: Double

  /// Scored samples and what mistakes cost.
  public init(scores: Vector<Double>, isPositive: [Bool], costOfFalsePositive: Double, costOfFalseNegative: Double) {
    self.scores = scores
    self.isPositive = isPositive
    self.costOfFalsePositive = costOfFalsePositive
    self.costOfFalseNegative = costOfFalseNegative
  }
}

/// Input of 6.10.
public struct LabelsInput: Codable, Sendable {
  /// The class of each sample.
  public var labels: [Int]
  /// K.
  public var classes: Int

  /// Samples of some classes.
  public init(labels: [Int], classes: Int) {
    self.labels = labels
    self.classes = classes
  }
}

/// Input of 6.11.
public struct ConfusionInput: Codable, Sendable {
  /// A row for each true class, a column for each predicted one.
  public var confusion: [[Int]]

  /// A confusion matrix.
  public init(_ confusion: [[Int]]) { self.confusion = confusion }
}

/// Input of 6.12.
public struct PrevalenceInput: Codable, Sendable {
  /// r.
  public var recall: Double
  /// f.
  public var falsePositiveRate: Double
  /// π.
  public var prevalence: Double

  /// A classifier's rates, and where it is going.
  public init(recall: Double, falsePositiveRate: Double, prevalence: Double) {
    self.recall = recall
    self.falsePositiveRate = falsePositiveRate
    self.prevalence = prevalence
  }
}

/// Input of 6.13.
public struct EvaluationInput: Codable, Sendable {
  /// One a sample.
  public var scores: Vector<Double>
  /// The true class of each sample.
  public var isPositive: [Bool]
  /// What a score has to reach.
  public var threshold: Double
  /// How often each positive stands in the training data.
  public var copies: Int
  /// What somebody wrote.
  public var report: EvaluationReport

  /// An evaluation and its report.
  public init(scores: Vector<Double>, isPositive: [Bool], threshold: Double, copies: Int, report: EvaluationReport) {
    self.scores = scores
    self.isPositive = isPositive
    self.threshold = threshold
    self.copies = copies
    self.report = report
  }
}
