import DeepLearning
import NumericCore
import Techniques
import Testing

struct ClippingTests {
  private let gradient: Vector<Double> = [3, 4, 0.6, -0.8, 0]
  private let blocks = [0..<2, 2..<5]

  @Test func byHand() {
    #expect(ClippingByValue(limit: 0.7).clipped(gradient, blocks: blocks) == [0.7, 0.7, 0.6, -0.7, 0])
    #expect(
      ClippingByNorm(limit: 1).clipped(gradient, blocks: blocks).isClose(to: [0.6, 0.8, 0.6, -0.8, 0], relative: 1e-15))
    let factor = 2 / 26.0.squareRoot()
    let global = ClippingByGlobalNorm(limit: 2).clipped(gradient, blocks: blocks)
    #expect(global.isClose(to: factor * gradient, relative: 1e-15) && abs(global.norm - 2) < 1e-15)
  }

  @Test func theyAgreeWithPyTorch() throws {
    let torch = try TorchNumbers.read().clipping
    let blocks = [0..<torch.firstBlock, torch.firstBlock..<torch.gradient.count]
    func expect(_ clipping: some GradientClipping<Double>, _ expected: Vector<Double>, relative: Double) {
      let clipped = clipping.clipped(torch.gradient, blocks: blocks)
      #expect(clipped.isClose(to: expected, relative: relative))
      #expect(clipped != torch.gradient)
    }
    expect(ClippingByValue(limit: torch.limit), torch.byValue, relative: 0)
    // PyTorch adds 1e-6 to norms of about 5.
    expect(ClippingByNorm(limit: torch.limit), torch.byNorm, relative: 2.5e-7)
    expect(ClippingByGlobalNorm(limit: torch.limit), torch.byGlobalNorm, relative: 2.5e-7)
    let single = ClippingByGlobalNorm(limit: Float(torch.limit)).clipped(Vector<Float>(converting: torch.gradient))
    #expect(single.isClose(to: Vector(converting: torch.byGlobalNorm), relative: 4e-7))
  }

  @Test func atTheLimitNothingChanges() {
    let gradient: Vector<Float> = [0.3, -0.1, -0.0, .leastNonzeroMagnitude, 0.7]
    #expect(ClippingByValue<Float>(limit: 0.7).clipped(gradient).isIdentical(to: gradient))
    #expect(ClippingByNorm<Float>(limit: 0.8).clipped(gradient).isIdentical(to: gradient))
    #expect(ClippingByGlobalNorm<Float>(limit: 0.8).clipped(gradient).isIdentical(to: gradient))
    // 3, 4 and 12 have the norm 13 exactly.
    #expect(ClippingByNorm<Float>(limit: 13).clipped([3, -4, 12]).isIdentical(to: [3, -4, 12]))
    #expect(ClippingByGlobalNorm<Float>(limit: 13).clipped([3, -4, 12]).isIdentical(to: [3, -4, 12]))
    #expect(ClippingByGlobalNorm<Float>(limit: Float(13).nextDown).clipped([3, -4, 12]) != [3, -4, 12])
  }

  @Test func blocksBelowTheLimitStayBesideOthers() {
    let clipped = ClippingByNorm<Double>(limit: 1).clipped([30, 40, 0.1, 0.2, 0.3], blocks: blocks)
    #expect(clipped.isClose(to: [0.6, 0.8, 0.1, 0.2, 0.3], relative: 1e-15))
    #expect(Vector(clipped[2...]).isIdentical(to: [0.1, 0.2, 0.3]))
  }

  @Test func hugeAndTinyGradientsAreShortenedToo() {
    let root = 0.5.squareRoot()
    for clipping in [ClippingByNorm(limit: 1), ClippingByGlobalNorm(limit: 1)] as [any GradientClipping<Double>] {
      #expect(clipping.clipped([3e200, -4e200]).isClose(to: [0.6, -0.8], relative: 1e-14))
      #expect(clipping.clipped([1.7e308, 1.7e308]).isClose(to: [root, root], relative: 1e-14))
    }
    #expect(
      ClippingByNorm<Double>(limit: 1e-200).clipped([3e-200, 4e-200]).isClose(
        to: [0.6e-200, 0.8e-200], relative: 1e-14))
    let floats = ClippingByGlobalNorm<Float>(limit: 1).clipped([3e38, -3e38, 3e38, 3e38])
    #expect(floats.isClose(to: [0.5, -0.5, 0.5, 0.5], relative: 2e-7))
    // The factor, 1.7e-44, has one digit as a float.
    let far = ClippingByGlobalNorm<Float>(limit: 1e-5).clipped([3e38, -3e38, 3e38, 3e38])
    #expect(far.isClose(to: [0.5e-5, -0.5e-5, 0.5e-5, 0.5e-5], relative: 2e-7))
    // Three numbers whose squares are below the smallest float.
    let small = ClippingByNorm<Float>(limit: 1e-30).clipped([3e-30, 4e-30, 0])
    #expect(small.isClose(to: [0.6e-30, 0.8e-30, 0], relative: 4e-7))
  }

  @Test func whatIsNotFiniteStaysForTrainingToSee() {
    for wrong in [Double.infinity, -.infinity, .nan] {
      let gradient: Vector<Double> = [30, wrong, 0.5, 40, -50]
      #expect(ClippingByValue(limit: 1).clipped(gradient).isIdentical(to: [1, wrong, 0.5, 1, -1]))
      #expect(ClippingByGlobalNorm(limit: 1).clipped(gradient, blocks: [0..<3, 3..<5]).isIdentical(to: gradient))
      let byNorm = ClippingByNorm(limit: 1).clipped(gradient, blocks: [0..<3, 3..<5])
      #expect(Vector(byNorm[0..<3]).isIdentical(to: [30, wrong, 0.5]))
      #expect(abs(Vector(byNorm[3...]).norm - 1) < 1e-14)
    }
  }

  /// Long enough for all running sums and a rest; summed in single precision the norm would be off in the fifth digit.
  @Test func longGradientsAreExact() {
    let gradient = Vector<Float>(count: 1_000_003) { $0 % 2 == 0 ? 0.1 : -0.3 }
    let clipped = ClippingByGlobalNorm<Float>(limit: 1).clipped(gradient)
    let norm = Vector<Double>(converting: clipped).norm
    #expect(abs(norm - 1) < 1e-7)
    #expect(ClippingByGlobalNorm<Float>(limit: 1).clipped(gradient).isIdentical(to: clipped))
  }

  @Test func blocksMakeNoDifferenceToTheWhole() {
    let whole = ClippingByGlobalNorm(limit: 2).clipped(gradient)
    #expect(ClippingByGlobalNorm(limit: 2).clipped(gradient, blocks: blocks).isIdentical(to: whole))
  }
}
