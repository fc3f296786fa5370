#if canImport(Techniques)
  import NumericCore
  import SkewedClassesQuestions
  import Techniques

  /// The project's own answers, in the form that is quickest for whole figures. A copy without Techniques has none.
  struct ReferenceFigureAnswers: SkewedClassesQuestions {
    func counts(scores: Vector<Double>, isPositive: [Bool], threshold: Double) -> FourCounts {
      FourCounts(BinaryCounts(predicted: scores.map { $0 >= threshold }, actual: isPositive))
    }

    func accuracies(counts: FourCounts) -> Accuracies {
      let counts = BinaryCounts(counts)
      return Accuracies(
        accuracy: counts.accuracy, baseline: counts.prevalence.map { max($0, 1 - $0) },
        balanced: counts.balancedAccuracy)
    }

    func precisionAndRecall(counts: FourCounts) -> PrecisionAndRecall {
      let counts = BinaryCounts(counts)
      return PrecisionAndRecall(precision: counts.precision, recall: counts.recall)
    }

    func fMeasure(counts: FourCounts, beta: Double) -> Double? { BinaryCounts(counts).f(beta: beta) }

    func rocPoints(scores: Vector<Double>, isPositive: [Bool]) throws -> [ROCPoint]? {
      try RankedScores(Array(scores), isPositive: isPositive).rocCurve?.map {
        ROCPoint(falsePositiveRate: $0.falsePositiveRate, truePositiveRate: $0.truePositiveRate)
      }
    }

    func rocArea(scores: Vector<Double>, isPositive: [Bool]) throws -> Double? {
      try RankedScores(Array(scores), isPositive: isPositive).rocArea
    }

    func averagePrecision(scores: Vector<Double>, isPositive: [Bool]) throws -> Double? {
      try RankedScores(Array(scores), isPositive: isPositive).averagePrecision
    }

    func costThreshold(costOfFalsePositive: Double, costOfFalseNegative: Double, positiveWeight: Double) -> Double {
      Techniques.costThreshold(
        costOfFalsePositive: costOfFalsePositive, costOfFalseNegative: costOfFalseNegative,
        positiveWeight: positiveWeight)
    }

    func cheapestThreshold(
      scores: Vector<Double>, isPositive: [Bool], costOfFalsePositive: Double, costOfFalseNegative: Double
    ) throws -> CheapestThreshold {
      let best = try RankedScores(Array(scores), isPositive: isPositive).cheapestThreshold(
        falsePositive: costOfFalsePositive, falseNegative: costOfFalseNegative)
      return CheapestThreshold(cost: best.cost, threshold: best.threshold)
    }

    func classWeights(labels: [Int], classes: Int) -> [Double?] { balancedClassWeights(labels, classes: classes) }

    func averagedF1(confusion: [[Int]]) -> AveragedF1 {
      let matrix = ConfusionMatrix(counts: confusion)
      return AveragedF1(
        micro: matrix.average(\.f1, .micro), macro: matrix.average(\.f1, .macro),
        weighted: matrix.average(\.f1, .weighted))
    }

    func predictedPrecision(recall: Double, falsePositiveRate: Double, prevalence: Double) -> Double? {
      precision(recall: recall, falsePositiveRate: falsePositiveRate, prevalence: prevalence)
    }

    /// No figure asks for it.
    func suspect(
      scores: Vector<Double>, isPositive: [Bool], threshold: Double, copies: Int, report: EvaluationReport
    ) throws -> EvaluationSuspect {
      throw NotAttempted("6.13")
    }
  }

  extension FourCounts {
    fileprivate init(_ counts: BinaryCounts) {
      self.init(
        truePositives: counts.truePositives, falsePositives: counts.falsePositives,
        falseNegatives: counts.falseNegatives, trueNegatives: counts.trueNegatives)
    }
  }

  extension BinaryCounts {
    fileprivate init(_ counts: FourCounts) {
      self.init(
        truePositives: counts.truePositives, falsePositives: counts.falsePositives,
        falseNegatives: counts.falseNegatives, trueNegatives: counts.trueNegatives)
    }
  }
#endif
