import NumericCore

/// Exercises 2.6 to 2.8: the weights of a layer, and what they do to a signal.
public protocol LayerQuestions: Sendable {
  /// **2.6 An orthogonal matrix from a Gaussian one** (2 points).
  ///
  /// Take the factors A = QR with a positive diagonal of R, and return Q. A tall matrix (rows ≥ columns) gives
  /// orthonormal columns. For a wide one, factor its transpose and transpose back: its rows become orthonormal. `qr` of
  /// NumericCore returns a positive diagonal already.
  ///
  /// Source: "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks" (Saxe,
  /// McClelland, Ganguli, 2013); the signs: "How to generate random matrices from the classical compact groups"
  /// (Mezzadri, 2007).
  ///
  /// - Parameter gaussian: A, `[inputs, outputs]`, of full rank.
  /// - Returns: a matrix of the same shape.
  func orthogonal(gaussian: Matrix<Double>) throws -> Matrix<Double>

  /// **2.7 What a layer does to mean squares** (2 points).
  ///
  /// z = Σ wᵢ xᵢ over the fan-in. The weights have mean 0 and are independent of each other and of the inputs; the bias
  /// is 0. z is taken as normal. Wanted are the variance of z, and the second moment E[y²] of y = max(z, 0).
  ///
  /// Source: "Delving deep into rectifiers" (He, Zhang, Ren, Sun, 2015), equations 6 to 8.
  ///
  /// - Parameters:
  ///   - fanIn: the number of inputs of a unit.
  ///   - inputMean: E[x], the same for all inputs; after a rectifier it isn't 0.
  ///   - inputVariance: Var[x], 0 or more.
  ///   - weightVariance: Var[w], positive.
  /// - Returns: Var[z] and E[y²].
  func layerMoments(fanIn: Int, inputMean: Double, inputVariance: Double, weightVariance: Double) throws -> LayerMoments

  /// **2.8 Draw a layer's weights** (2 points).
  ///
  /// Draw W, `[inputs, outputs]`, as in 2.4: each weight normal with mean 0 and variance 2 / inputs, all drawn from the
  /// generator that is given, in any order. It is judged by its properties, so your order of draws is free: right
  /// weights fail by chance less than once in a thousand million times.
  ///
  /// Source: "Delving deep into rectifiers" (He, Zhang, Ren, Sun, 2015), equation 10.
  ///
  /// - Parameters:
  ///   - inputs: 1 or more.
  ///   - outputs: 1 or more.
  ///   - generator: the only source of chance; the same generator gives the same weights.
  /// - Returns: the weights, `[inputs, outputs]`.
  func sampleHeNormal(inputs: Int, outputs: Int, using generator: inout Philox4x32x10) throws -> Matrix<Double>
}
