import LabKit
import NumericCore

/// Half of the data to train on, a quarter to choose thresholds by, a quarter to test with. Equal samples are in the same
/// part.
struct DataSplit: Sendable {
  /// What is learned from.
  var training: SkewedData
  /// What thresholds are chosen by.
  var validation: SkewedData
  /// What results are judged by.
  var test: SkewedData

  /// Splits the data at random.
  init(_ data: SkewedData, draws: Philox4x32x10) {
    let parts = GroupedSplit(data).parts([0.5, 0.25, 0.25], draws: draws)
    training = data[parts[0]]
    validation = data[parts[1]]
    test = data[parts[2]]
  }
}

/// What a model predicts for samples that it hasn't seen.
struct TrainedSplit: Sendable {
  var validation: Scored
  var test: Scored

  /// Fits logistic regression.
  ///
  /// - Parameter sampleWeights: of the training samples; all 1 by default.
  init(_ split: DataSplit, sampleWeights: Vector<Double>? = nil) throws {
    let model = try LogisticModel(split.training, sampleWeights: sampleWeights)
    func scored(_ samples: SkewedData) -> Scored {
      Scored(scores: model.probabilities(samples.features), isPositive: samples.isPositive)
    }
    validation = scored(split.validation)
    test = scored(split.test)
  }
}
