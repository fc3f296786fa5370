import NumericCore
import Techniques
import Testing

struct MaxNormTests {
  @Test func aLongColumnIsShortenedAndAShortOneStays() {
    let weights: Matrix<Double> = [[3, 0.3, 0], [4, 0.4, 0]]
    let restored = MaxNorm(limit: 1).restored(weights)
    #expect(restored.column(0).isClose(to: [0.6, 0.8], relative: 1e-15))
    #expect(restored.column(1).isIdentical(to: [0.3, 0.4]) && restored.column(2).isIdentical(to: [0, 0]))
  }

  @Test func aColumnAtTheLimitStaysBitForBit() {
    let weights: Matrix<Float> = [[3, 0.1, -0.0], [-4, 0.7, 5]]
    #expect(Vector(MaxNorm<Float>(limit: 5).restored(weights).elements).isIdentical(to: Vector(weights.elements)))
  }

  @Test func columnsAreLimitedNotRows() {
    let weights: Matrix<Double> = [[1, 1, 1, 1]]
    #expect(MaxNorm(limit: 1.5).restored(weights) == weights)
    #expect(MaxNorm(limit: 1.5).restored(weights.transposed).isClose(to: 0.75 * weights.transposed, relative: 1e-15))
  }

  @Test func itAgreesWithPyTorch() throws {
    let torch = try TorchNumbers.read().maxNorm
    let restored = MaxNorm(limit: torch.limit).restored(torch.weights)
    let norms = torch.weights.reduced(over: .rows) { $0.norm }
    #expect(norms.contains { $0 > torch.limit } && norms.contains { $0 < torch.limit })
    // PyTorch adds 1e-7 to norms above 2.
    #expect(restored.isClose(to: torch.restored, relative: 6e-8))
    for (column, norm) in norms.enumerated() {
      #expect(abs(restored.column(column).norm - min(norm, torch.limit)) < 1e-14)
    }
    let single = MaxNorm(limit: Float(torch.limit)).restored(Matrix<Float>(converting: torch.weights))
    #expect(single.isClose(to: Matrix(converting: restored), relative: 2e-7))
  }

  @Test func hugeAndTinyWeightsAreShortenedToo() {
    let huge = MaxNorm<Double>(limit: 1).restored([[3e200, 1e308], [-4e200, 1e308]])
    #expect(huge.isClose(to: [[0.6, 0.5.squareRoot()], [-0.8, 0.5.squareRoot()]], relative: 1e-14))
    let tiny = MaxNorm<Double>(limit: 1e-200).restored([[3e-200], [4e-200]])
    #expect(tiny.isClose(to: [[0.6e-200], [0.8e-200]], relative: 1e-14))
    let single = MaxNorm<Float>(limit: 1).restored([[3e38], [-3e38]])
    #expect(single.isClose(to: [[Float(0.5).squareRoot()], [-Float(0.5).squareRoot()]], relative: 2e-7))
  }

  @Test func aColumnWithoutANormStays() {
    let restored = MaxNorm<Double>(limit: 1).restored([[.infinity, .nan, 3], [9, 9, 4]])
    #expect(restored.column(0).isIdentical(to: [.infinity, 9]) && restored.column(1).isIdentical(to: [.nan, 9]))
    #expect(restored.column(2).isClose(to: [0.6, 0.8], relative: 1e-15))
  }
}
