import AnswerChecks
import InitializersQuestions
import LabKit
import NumericCore

/// Who says what a layer does to mean squares, for the theory of deep signals.
enum SumMoments: Sendable {
  /// The project.
  case house
  /// A student's exercise 2.7.
  case answers(StudentAnswers)

  /// What theory is about: how wide weights are drawn, and what the units do.
  struct Curve: Sendable {
    var weightMeanSquare: Double
    var activation: DeepActivation
  }

  /// A signal before a layer: its mean, and its mean square.
  struct Signal {
    var mean = 0.0
    var square = 1.0
    var curve: Curve
  }

  /// The mean squares by layer where layers are infinitely wide, all sums normal, and gradients independent of the
  /// weights that they pass; all curves together, layer by layer.
  ///
  /// - Throws: `MissingAnswer` where nobody says it.
  func sizes(of curves: [Curve]) throws -> [DeepSizes] {
    var signals = curves.map { Signal(curve: $0) }
    var sizes = curves.map { _ in DeepSizes(activations: [1], gradients: []) }
    var slopes: [[Double]] = []
    for _ in 0..<DeepSignal.layers {
      let moments = try moments(after: signals)
      slopes.append(
        zip(moments, curves).map { moments, curve in
          let deviation = moments.outputVariance.squareRoot()
          return normalMeanSquare { curve.activation.slope(deviation * $0) }
        })
      for index in curves.indices {
        signals[index] = Self.signal(of: moments[index], curves[index])
        sizes[index].activations.append(signals[index].square)
      }
    }
    // On the way back a sum runs over the units of the layer behind, which are as many.
    var incoming = curves.map { _ in 1.0 }
    for slopes in slopes.reversed() {
      let gradients = zip(incoming, slopes).map { $0 * $1 }
      for index in curves.indices { sizes[index].gradients.insert(gradients[index], at: 0) }
      incoming = try moments(after: zip(gradients, curves).map { Signal(square: $0, curve: $1) }).map(\.outputVariance)
    }
    return sizes
  }

  /// What the activation makes of normal sums.
  private static func signal(of moments: LayerMoments, _ curve: Curve) -> Signal {
    let deviation = moments.outputVariance.squareRoot()
    func value(_ z: Double) -> Double { curve.activation.value(deviation * z) }
    let square = curve.activation == .relu ? moments.rectifiedSecondMoment : normalMeanSquare(of: value)
    return Signal(mean: normalMean(value), square: square, curve: curve)
  }

  private func moments(after signals: [Signal]) throws -> [LayerMoments] {
    switch self {
    case .house: return try signals.map(ReferenceMoments.after)
    case .answers(let answers):
      let inputs = signals.map { signal in
        SignalInput(
          fanIn: DeepSignal.width, inputMean: signal.mean,
          inputVariance: max(signal.square - signal.mean * signal.mean, 0),
          weightVariance: signal.curve.weightMeanSquare)
      }
      return try answers.drawings(of: "2.7", inputs: inputs) { (moments: LayerMoments) throws(MissingAnswer) in
        let (variance, square) = (moments.outputVariance, moments.rectifiedSecondMoment)
        guard variance >= 0, square >= 0 else {
          throw .undrawable("2.7", "Mean squares can't be \(variance) and \(square).")
        }
        return moments
      }
    }
  }
}

#if !canImport(Techniques)
  /// A copy of the project without answers has none for figures either.
  enum ReferenceMoments {
    static func after(_ signal: SumMoments.Signal) throws -> LayerMoments { throw MissingAnswer.unasked("2.7") }
  }
#endif
