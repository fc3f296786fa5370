import NumericCore
import Testing

/// Formulas as an exercise writes them, each in one expression: they have to compile, soon enough, without Foundation.
@Suite struct FormulaTests {
  let w: Vector<Double> = [1, -2, 0.5]
  let gradient: Vector<Double> = [0.2, 0.1, -4]
  let learningRate = 0.1
  let epsilon = 1e-8

  @Test func adam() {
    let (beta1, beta2, step) = (0.9, 0.999, 1)
    let m = (1 - beta1) * gradient
    let v = (1 - beta2) * square(gradient)
    let next =
      w - learningRate * (m / (1 - pow(beta1, Double(step)))) / (sqrt(v / (1 - pow(beta2, Double(step)))) + epsilon)
    // The first step of Adam has the length of the learning rate in each direction.
    #expect(next.isClose(to: [0.9, -2.1, 0.6], relative: 1e-6))
  }

  @Test func logisticLoss() {
    let labels: Vector<Double> = [1, 0, 1]
    let loss = (labels * log(1 + exp(-w)) + (1 - labels) * log(1 + exp(w))).mean()
    let expected = (0.3132616875182228 + 0.1269280110429725 + 0.4740769841801067) / 3
    #expect(abs(loss - expected) < 1e-15)
  }

  @Test func ridgeGradient() {
    let x: Matrix<Double> = [[1, 2, 3], [4, 5, 6]]
    let y: Vector<Double> = [1, 2]
    let found = x.transposed.dot(x.dot(w) - y) / Double(x.rows) + 2 * 0.1 * w
    #expect(found.isClose(to: [-11.05, -15.4, -18.65], relative: 1e-14))
  }

  @Test func densityOfTheNormalDistribution() {
    let (x, mean, deviation) = (0.3, 0.1, 2.0)
    let density = exp(-square(x - mean) / (2 * square(deviation))) / (sqrt(2 * Double.pi) * deviation)
    #expect(abs(density - 0.1984762737385059) < 1e-16)
  }
}
