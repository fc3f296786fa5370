import NumericCore

/// How a network is trained, besides its optimizer.
public struct TrainingSettings: Hashable, Codable, Sendable {
  /// What is minimized: softmax cross-entropy by default.
  public var loss: Loss
  /// The samples of a step, 1 or more: 128 by default. The last batch of an epoch may have fewer.
  public var batchSize: Int
  /// How often training goes through the data, 1 or more: 10 by default.
  public var epochs: Int
  /// Whether each epoch takes the samples in a new random order: yes by default.
  public var isShuffled: Bool
  /// After how many epochs in a row without a smaller validation loss training stops, 1 or more; never by default.
  ///
  /// With it, the network at the end is the one of the epoch with the smallest validation loss. Source: "Early Stopping -
  /// But When?" (Prechelt, 1998).
  public var patience: Int?

  /// Settings with the defaults that are stated at each.
  public init(
    loss: Loss = .softmaxCrossEntropy, batchSize: Int = 128, epochs: Int = 10, isShuffled: Bool = true,
    patience: Int? = nil
  ) {
    if batchSize < 1 { fatalError("A batch has 1 or more samples, not \(batchSize).") }
    if epochs < 1 { fatalError("Training takes 1 or more epochs, not \(epochs).") }
    if let patience, patience < 1 { fatalError("Patience lasts 1 or more epochs, not \(patience).") }
    self.loss = loss
    self.batchSize = batchSize
    self.epochs = epochs
    self.isShuffled = isShuffled
    self.patience = patience
  }
}

/// What may change gradients, weights and learning rate in training, apart from the optimizer; nothing by default.
public struct TrainingRules<Scalar: Real>: Sendable {
  /// The learning rate of each step; the optimizer's own by default.
  public var schedule: (any LearningRateSchedule)?
  /// Added to the loss. Their gradient is taken where the loss's is, and clipped with it.
  public var penalties: [any Penalty<Scalar>]
  /// What limits the gradient.
  public var clipping: (any GradientClipping<Scalar>)?
  /// What the weights are brought back to after each step.
  public var constraint: (any WeightConstraint<Scalar>)?

  /// Rules; none by default.
  public init(
    schedule: (any LearningRateSchedule)? = nil, penalties: [any Penalty<Scalar>] = [],
    clipping: (any GradientClipping<Scalar>)? = nil, constraint: (any WeightConstraint<Scalar>)? = nil
  ) {
    self.schedule = schedule
    self.penalties = penalties
    self.clipping = clipping
    self.constraint = constraint
  }
}
