import NumericCore
import OptimizersQuestions
import OptimizersSolutions

/// A bowl f(w) = 1/2 Σ dᵢ wᵢ², whose minimum is at 0, and ways down it by somebody's answers.
struct Descent {
  /// d, the curvatures.
  let curvatures: Vector<Double>
  /// Where descent starts.
  let start: Vector<Double>

  /// f.
  func loss(at w: Vector<Double>) -> Double { (curvatures * w * w).sum() / 2 }

  /// The weights at the start and after each step.
  func path(_ name: OptimizerName, _ settings: OptimizerSettings, steps: Int, by answers: any OptimizersQuestions)
    throws
    -> [Vector<Double>]
  {
    var optimizer = AnsweredOptimizer(name, settings: settings, dimensions: start.count, answers: answers)
    var path = [start]
    for _ in 0..<steps {
      guard let last = path.last else { break }
      path.append(try optimizer.step(last) { curvatures * $0 })
    }
    return path
  }

  /// f at the start and after each step.
  func losses(_ name: OptimizerName, _ settings: OptimizerSettings, steps: Int, by answers: any OptimizersQuestions)
    throws -> [Double]
  {
    try path(name, settings, steps: steps, by: answers).map(loss)
  }
}

/// 0, 1, 2, ...: the steps of a path.
func steps(_ count: Int) -> [Double] { (0...count).map(Double.init) }
