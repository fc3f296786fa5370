import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  public func adamStep(
    weights: Vector<Double>, gradient g: Vector<Double>, memory: inout Moments, learningRate: Double, beta1: Double,
    beta2: Double, epsilon: Double
  ) throws -> Vector<Double> {
    let step = Double(makes("step-from-zero") ? memory.step : memory.step + 1)
    memory.step += 1
    let past = makes("first-moment-from-second") ? memory.secondMoment : memory.firstMoment
    let sign = makes("first-moment-minus") ? -1.0 : 1.0
    let share1 = makes("first-moment-not-averaged") ? 1 : 1 - beta1
    memory.firstMoment = beta1 * past + sign * share1 * g
    let square = makes("gradient-not-squared") ? abs(g) : g * g
    memory.secondMoment = beta2 * memory.secondMoment + (1 - beta2) * square
    let correction1 = makes("no-bias-correction") ? 1 : 1 - pow(beta1, step)
    let correction2 = makes("no-bias-correction") ? 1 : 1 - pow(beta2, step)
    let first = memory.firstMoment / correction1
    let second = memory.secondMoment / correction2
    if makes("no-root") { return weights - learningRate * first / (second + epsilon) }
    let scale = makes("epsilon-inside") ? sqrt(second + epsilon) : sqrt(second) + epsilon
    return weights - learningRate * (makes("root-multiplied") ? first * scale : first / scale)
  }
}

let adamMisconceptions = [
  Misconception(
    "1.11", "no-bias-correction",
    "This is what Adam gives without bias correction: m and s start at zero, so the first steps are off. Divide m by 1 - β₁ᵗ and s by 1 - β₂ᵗ.",
    source: "Kretov, \"Training deep neural networks\" (2017), slide on Adam, leaves the correction out.",
    section: "Bias correction"),
]
