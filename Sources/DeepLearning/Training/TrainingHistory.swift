/// What one epoch gave.
public struct Epoch: Hashable, Codable, Sendable {
  /// Counted from 1.
  public var number: Int
  /// The mean loss over the samples of the epoch, each taken in the step that learned from it; without penalties.
  public var trainingLoss: Double
  /// The sum of the penalties at the end of the epoch.
  public var penalty: Double
  /// How the network does on the validation samples at the end of the epoch.
  public var validation: Evaluation?
  /// η of the epoch's last step.
  public var learningRate: Double
}

/// How a network does on some samples, in inference.
public struct Evaluation: Hashable, Codable, Sendable {
  /// The mean loss, without penalties.
  public var loss: Double
  /// The share of samples whose largest output is that of their class (with a single output: which lies on the side of
  /// its class, 0 for a logit and 1/2 otherwise); nothing where targets are numbers.
  public var accuracy: Double?

  /// 1 - accuracy.
  public var error: Double? { accuracy.map { 1 - $0 } }
}

/// How far a training is, after a step.
public struct TrainingProgress: Hashable, Sendable {
  /// The epoch at work, counted from 1.
  public var epoch: Int
  /// The epochs in all.
  public var epochs: Int
  /// The steps done in this epoch.
  public var step: Int
  /// The steps of an epoch.
  public var steps: Int
  /// The mean loss of this epoch so far.
  public var loss: Double

  /// The steps done in all.
  public var done: Int { (epoch - 1) * steps + step }
  /// The steps to do in all, if training doesn't stop early.
  public var total: Int { epochs * steps }
}
