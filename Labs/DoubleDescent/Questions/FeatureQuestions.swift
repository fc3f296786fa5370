import NumericCore

/// Exercises 7.1, 7.4 and 7.7: features, and how many of them are critical.
public protocol FeatureQuestions: Sendable {
  /// **7.1 A random feature map** (1 point).
  ///
  /// φ(x) = max(0, x·v / |v|) for each of many directions v: a layer of rectifiers that is drawn once and never trained. The
  /// directions come as they were drawn, with lengths of their own; the map uses them at length 1.
  ///
  /// Source: "Reconciling modern machine-learning practice and the classical bias-variance trade-off" (Belkin, Hsu, Ma,
  /// Mandal, 2019), supplement.
  ///
  /// - Parameters:
  ///   - samples: X, `[samples, inputs]`.
  ///   - directions: a v a row, `[features, inputs]`; none is 0.
  /// - Returns: Φ, `[samples, features]`.
  func randomFeatures(samples: Matrix<Double>, directions: Matrix<Double>) throws -> Matrix<Double>

  /// **7.4 Where the threshold lies** (2 points).
  ///
  /// The peak of the risk curve stands where a model can just fit all its training targets exactly. For n samples in general
  /// position, no two of them alike, each with k target numbers, say where that is, for four kinds of model.
  ///
  /// - Parameters:
  ///   - samples: n.
  ///   - inputs: d, the numbers of a sample.
  ///   - outputs: k, the target numbers of a sample.
  /// - Returns: the smallest sizes with which a fit can be exact.
  func thresholds(samples: Int, inputs: Int, outputs: Int) throws -> Thresholds

  /// **7.7 Condition numbers near the threshold** (2 points).
  ///
  /// The condition number of Φ is its largest singular value over the smallest one that isn't zero. A singular value of at
  /// most `tolerance` times the largest counts as zero. Return that of Φ, and that of the product ΦᵀΦ, whose zeros are those
  /// of Φ; and what to expect of Φ before it is drawn: if its entries are independent, with mean 0 and one variance, the
  /// singular values of an n × p matrix lie between about |√n - √p| and √n + √p of their scale.
  ///
  /// Source: "Distribution of eigenvalues for some sets of random matrices" (Marchenko, Pastur, 1967).
  ///
  /// - Parameters:
  ///   - features: Φ, `[samples, features]`, not square, not all 0.
  ///   - tolerance: above 0 and below 1.
  /// - Returns: the two condition numbers, and the one to expect of Φ from its shape alone.
  func conditionNumbers(features: Matrix<Double>, tolerance: Double) throws -> ConditionNumbers
}

/// The smallest sizes with which n samples of k targets can be fitted exactly.
public struct Thresholds: Codable, Sendable, Equatable {
  /// Features of a linear model without an intercept, with k outputs.
  public var features: Int
  /// The degree of a polynomial in one input.
  public var degree: Int
  /// The trained numbers of a model with k outputs, all of which share them: as many as there are targets to meet.
  public var parameters: Int
  /// The hidden units of a two-layer network with d inputs, k outputs and biases in both layers: the fewest with which it has
  /// that many trained numbers.
  public var width: Int

  /// The four sizes.
  public init(features: Int, degree: Int, parameters: Int, width: Int) {
    self.features = features
    self.degree = degree
    self.parameters = parameters
    self.width = width
  }
}

/// How far a matrix is from losing a rank.
public struct ConditionNumbers: Codable, Sendable, Equatable {
  /// Of Φ.
  public var features: Double
  /// Of ΦᵀΦ.
  public var products: Double
  /// What the shape of Φ lets expect of Φ.
  public var expected: Double

  /// The three numbers.
  public init(features: Double, products: Double, expected: Double) {
    self.features = features
    self.products = products
    self.expected = expected
  }
}
