import NumericCore
import Techniques
import Testing

struct OrthogonalTests {
  private func draw(_ inputs: Int, _ outputs: Int, gain: Double = 1, run: Int = 0) -> Matrix<Double> {
    var generator = Philox4x32x10(seed: 5).stream("orthogonal", run)
    return Orthogonal(gain: gain).weights(inputs: inputs, outputs: outputs, using: &generator)
  }

  @Test(arguments: [(1, 1), (20, 20), (40, 15), (15, 40), (1, 6), (6, 1)])
  func theShorterSideIsOrthonormal(_ inputs: Int, _ outputs: Int) {
    let weights = draw(inputs, outputs)
    #expect(weights.rows == inputs && weights.columns == outputs)
    let product = weights.dot(weights, transposingLeft: inputs >= outputs, transposingRight: inputs < outputs)
    #expect(product.isClose(to: .identity(min(inputs, outputs)), relative: 0, absolute: 1e-12))
  }

  @Test func theGainMultiplies() {
    #expect(draw(6, 9, gain: 1.5) == 1.5 * draw(6, 9))
    let weights = draw(6, 9, gain: 2)
    let sample: Vector<Double> = [1, -2, 3, 0.5, 0, 4]
    #expect(abs(sample.dot(weights).norm - 2 * sample.norm) < 1e-12)
  }

  /// Under Haar's distribution each element, and the determinant, has either sign with probability ½. What LAPACK gives by
  /// itself has a first element that is never positive. With 400 draws the count of a sign is more than 75 off 200 with a
  /// probability of at most 2 exp(-2 · 75² / 400) < 1.3e-12 (Hoeffding), for ten counts below 1.3e-11.
  @Test func eachSignIsEquallyLikely() {
    var positive = [Int](repeating: 0, count: 10)
    for run in 0..<400 {
      let q = draw(3, 3, run: run)
      for (place, element) in q.elements.enumerated() where element > 0 { positive[place] += 1 }
      if determinant(q) > 0 { positive[9] += 1 }
    }
    #expect(positive.allSatisfy { abs($0 - 200) <= 75 }, "\(positive)")
  }

  /// The trace of a matrix with Haar's distribution has mean 0 and mean square 1 (Diaconis, Shahshahani, 1994). Of 3 × 3
  /// it lies in ±3: 20,000 draws are off by more than 6 √(23.8 / 40,000) = 0.147 in the mean, 9 √(23.8 / 40,000) = 0.22 in
  /// the mean square, with a probability below 2e-10 (Hoeffding).
  @Test func theTraceHasItsMoments() {
    let traces = Vector((0..<20_000).map { draw(3, 3, run: $0).trace })
    #expect(abs(traces.mean()) < 0.147)
    #expect(abs((traces * traces).mean() - 1) < 0.22)
  }

  private func determinant(_ q: Matrix<Double>) -> Double {
    let (a, b, c) = (q.row(0), q.row(1), q.row(2))
    return a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0])
  }
}
