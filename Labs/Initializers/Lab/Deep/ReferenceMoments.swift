#if canImport(Techniques)
  import InitializersQuestions
  import Techniques

  /// The project's own answer to 2.7, in steps of what Techniques know.
  enum ReferenceMoments {
    /// LeCun's variance passes a mean square on as it is; another changes it in proportion.
    static func after(_ signal: SumMoments.Signal) throws -> LayerMoments {
      let passing = LeCun.normal.variance(inputs: DeepSignal.width, outputs: DeepSignal.width)
      let variance = signal.square * signal.curve.weightMeanSquare / passing
      let deviation = variance.squareRoot()
      return LayerMoments(
        outputVariance: variance, rectifiedSecondMoment: normalMeanSquare { max(deviation * $0, 0) })
    }
  }
#endif
