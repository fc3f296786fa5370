import NumericCore

/// Logistic regression as a problem: the mean of log(1 + exp(-y xᵀw)) over the samples, plus 1/2 penalty |w|².
///
/// Labels are -1 or +1. Without the penalty, classes that a line can separate have no minimum: longer weights are
/// always better.
public struct LogisticRegression: Codable, Sendable, Equatable {
  /// The samples, `[samples, features]`; an intercept is a feature that is always 1.
  public let features: Matrix<Double>
  /// -1 or +1, `[samples]`.
  public let labels: Vector<Double>
  /// The weight of 1/2 |w|², 0 or more.
  public let penalty: Double

  /// A problem from labelled samples.
  public init(features: Matrix<Double>, labels: Vector<Double>, penalty: Double) {
    self.features = features
    self.labels = labels
    self.penalty = penalty
  }

  func value(at w: Vector<Double>) -> Double {
    let margins = margins(at: w)
    let losses = margins.map { $0 > 0 ? log1p(exp(-$0)) : log1p(exp($0)) - $0 }
    return losses.reduce(0, +) / Double(labels.count) + penalty * w.dot(w) / 2
  }

  func gradient(at w: Vector<Double>, into gradient: inout Vector<Double>) {
    let margins = margins(at: w)
    gradient = penalty * w
    for sample in labels.indices {
      let slope = -labels[sample] / (1 + exp(margins[sample])) / Double(labels.count)
      for feature in gradient.indices { gradient[feature] += slope * features[sample, feature] }
    }
  }

  /// The Hessian at w, `[features, features]`: Xᵀ diag(p (1 - p)) X / samples + penalty I.
  public func hessian(at w: Vector<Double>) -> Matrix<Double> {
    var hessian = penalty * Matrix<Double>.identity(w.count)
    for (sample, margin) in margins(at: w).enumerated() {
      let probability = 1 / (1 + exp(margin))
      let row = features.row(sample)
      let weight = probability * (1 - probability) / Double(labels.count)
      for first in row.indices {
        for second in row.indices { hessian[first, second] += weight * row[first] * row[second] }
      }
    }
    return hessian
  }

  private func margins(at w: Vector<Double>) -> Vector<Double> {
    Vector(count: labels.count) { sample in
      var sum = 0.0
      for feature in w.indices { sum += features[sample, feature] * w[feature] }
      return labels[sample] * sum
    }
  }
}
