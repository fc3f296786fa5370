import BatchSizeQuestions
import LabKit
import NumericCore

/// What was asked for, or why there is none.
typealias Answered<Answer> = Result<Answer, MissingAnswer>

#if !canImport(Techniques)
  /// Nobody's answers: a copy of the project without them draws what needs none.
  enum ReferenceFigureAnswers {
    static func path(_ problem: LineFit, _ request: DescentRequest) -> Answered<[Vector<Double>]> { missing("5.2") }
    static func theory(of noise: GradientNoise, _ sizes: [Double]) -> Answered<[TheoryPoint]> { missing("5.4") }
    static func rates(_ rule: ScalingRule, batchSize: Int, updates: Int) -> Answered<[Double]> { missing("5.5") }
    static func times(of timed: TimedRuns) -> Answered<[Double]> { missing("5.7") }

    private static func missing<Answer>(_ exercise: String) -> Answered<Answer> { .failure(.unasked(exercise)) }
  }
#endif
