import DeepLearning
import NumericCore
import Testing

/// The check rejects wrong gradients, and names what is wrong with them.
struct GradientPlantedTests {
  /// Dense, tanh, dense with one error planted in a backward pass written out with matrices.
  enum Mistake: CaseIterable, Sendable {
    case none
    case missingUpstream, sumForMean, meanForSum, wrongSign, forgottenBias, transposedGradient, transposedProduct
    case missingDerivative, derivativeAtInput, derivativeAtOutputTwice, biasOfFirstSample, lastSampleForgotten
    case biasWithoutDerivative, halfUpstream
  }

  let example = GradientExample([.dense(3, .tanh), .dense(3)], seed: 11, inputs: 3)

  /// The gradient, in the order of the network's parameters.
  private func gradient(_ mistake: Mistake) -> Vector<Double> {
    let p = example.network.parameters
    let x = example.samples
    let (w1, b1) = (Matrix<Double>(rows: 3, columns: 3, elements: Array(p[0..<9])), Vector(p[9..<12]))
    let w2 = Matrix<Double>(rows: 3, columns: 3, elements: Array(p[12..<21]))
    let z = x.dot(w1).adding(b1, to: .rows)
    let y = tanh(z)
    var upstream = example.outputGradient
    if mistake == .missingUpstream { upstream = .ones(upstream.rows, upstream.columns) }
    if mistake == .halfUpstream { upstream = upstream / 2 }
    let back = upstream.dot(w2, transposingRight: mistake != .transposedProduct)
    let derivative =
      switch mistake {
      case .missingDerivative: Matrix<Double>.ones(y.rows, y.columns)
      case .derivativeAtInput: 1 - z * z
      case .derivativeAtOutputTwice: 1 - tanh(y) * tanh(y)
      default: 1 - y * y
      }
    let delta = back * derivative
    var firstWeights = x.dot(delta, transposingLeft: true)
    var firstBias = (mistake == .biasWithoutDerivative ? back : delta).sum(over: .rows)
    var secondWeights = y.dot(upstream, transposingLeft: true)
    let secondBias = upstream.sum(over: .rows)
    switch mistake {
    case .sumForMean: firstWeights *= Double(x.rows)
    case .meanForSum: secondWeights /= Double(x.rows)
    case .wrongSign: firstWeights = -firstWeights
    case .forgottenBias: firstBias.fill(with: 0)
    case .transposedGradient: firstWeights = firstWeights.transposed
    case .biasOfFirstSample: firstBias = delta.row(0)
    case .lastSampleForgotten:
      firstWeights = x[rows: 0..<6].dot(delta[rows: 0..<6], transposingLeft: true)
    default: break
    }
    return Vector(firstWeights.elements + firstBias.elements + secondWeights.elements + secondBias.elements)
  }

  @Test func withoutAMistakeItPasses() {
    let report = example.judge(gradient(.none))
    #expect(report.passes && report.excluded == 0, "\(report)")
    #expect(example.gradient().isClose(to: gradient(.none), relative: 1e-12, absolute: 1e-13))
  }

  @Test(arguments: Mistake.allCases.filter { $0 != .none })
  func aMistakeIsRejected(_ mistake: Mistake) {
    let report = example.judge(gradient(mistake))
    #expect(!report.passes, "\(mistake)")
    #expect(report.excluded == 0 && (report.worst?.error ?? 0) > 0.01)
  }

  @Test func thePatternIsNamed() {
    #expect(example.judge(gradient(.wrongSign)).pattern == .sign)
    #expect(example.judge(gradient(.forgottenBias)).pattern == .allZero)
    #expect(example.judge(gradient(.transposedGradient)).pattern == .transposed)
    #expect(example.judge(gradient(.missingUpstream)).pattern == nil)
    #expect(example.judge(gradient(.derivativeAtInput)).pattern == nil)
    for (mistake, expected) in [(Mistake.sumForMean, 7.0), (.meanForSum, 1.0 / 7), (.halfUpstream, 0.5)] {
      guard case .factor(let factor) = example.judge(gradient(mistake)).pattern else {
        Issue.record("\(mistake): no factor")
        continue
      }
      #expect(abs(factor / expected - 1) < 1e-6)
    }
  }

  @Test func theWorstPlaceIsNamed() throws {
    var wrong = example.gradient()
    wrong[14] += 0.5
    wrong[3] += 0.01
    let report = example.judge(wrong)
    let worst = try #require(report.worst)
    #expect(worst.index == 14 && worst.block == "layer 1, weights 3 × 3" && worst.row == 0 && worst.column == 2)
    #expect(abs(worst.got - worst.expected - 0.5) < 1e-8)
    #expect(report.description.hasPrefix("The gradient is wrong at layer 1, weights 3 × 3, [0, 2]: "))
  }

  @Test func aMissingPenaltyIsNamed() {
    let x: Vector<Double> = [0.5, -2, 3]
    let report = GradientCheck().compare(cos(x), at: x) { sin($0).sum() + 0.05 * $0.dot($0) }
    guard case .missingMultipleOfParameters(let factor) = report.pattern else {
      Issue.record("\(report)")
      return
    }
    #expect(!report.passes && abs(factor - 0.1) < 1e-8)
    let shifted = GradientCheck().compare(cos(x), at: x) { sin($0).sum() + 0.3 * $0.sum() }
    guard case .missingConstant(let constant) = shifted.pattern else {
      Issue.record("\(shifted)")
      return
    }
    #expect(abs(constant - 0.3) < 1e-8)
  }

  @Test func aStaleMaskIsRejected() {
    let example = GradientExample([.dense(6, .tanh), .dropout(keepProbability: 0.5), .dense(3)], seed: 3)
    #expect(example.judge(example.gradient()).passes)
    #expect(!example.judge(example.gradient(draws: example.draws.stream("step before"))).passes)
  }

  @Test func aForgottenScaleOfDropoutIsRejected() {
    let example = GradientExample([.dropout(keepProbability: 0.5), .dense(3)], seed: 4)
    var gradient = example.gradient()
    for index in example.network.blocks[0].range { gradient[index] *= 0.5 }
    let report = example.judge(gradient)
    guard case .factor(let factor) = report.pattern else {
      Issue.record("\(report)")
      return
    }
    #expect(!report.passes && abs(factor - 0.5) < 1e-6)
  }

  /// Batch normalization whose mean and variance are taken for constants, as in inference.
  @Test func constantStatisticsAreRejected() {
    let example = GradientExample([.dense(4), .batchNormalization(), .dense(3)], seed: 5)
    #expect(example.judge(example.gradient()).passes)
    let p = example.network.parameters
    let blocks = example.network.blocks
    let weights = Matrix<Double>(rows: 4, columns: 4, elements: Array(p[blocks[0].range]))
    let z = example.samples.dot(weights)
    let deviation = z.reduced(over: .rows) { (variance($0, .population) + 1e-5).squareRoot() }
    let last = Matrix<Double>(rows: 4, columns: 3, elements: Array(p[blocks[4].range]))
    let delta = example.outputGradient.dot(last, transposingRight: true)
      .multiplying(.rows, by: Vector(p[blocks[2].range]) / deviation)
    var wrong = example.gradient()
    let product = example.samples.dot(delta, transposingLeft: true)
    for (index, number) in zip(blocks[0].range, product.elements) { wrong[index] = number }
    #expect(!example.judge(wrong).passes)
  }

  @Test func aNumberThatIsNoneIsRejected() {
    var wrong = example.gradient()
    wrong[2] = .nan
    let report = example.judge(wrong)
    #expect(!report.passes && report.pattern == .notFinite && report.worst?.index == 2)
  }
}
