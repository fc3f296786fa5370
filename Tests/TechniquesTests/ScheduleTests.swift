import DeepLearning
import NumericCore
import Techniques
import Testing

struct ScheduleTests {
  static let ours: [String: any LearningRateSchedule] = [
    "constant": ConstantRate(0.4),
    "step": StepDecay(initialRate: 0.4, factor: 0.3, every: 7),
    "exponential": ExponentialDecay(initialRate: 0.4, factor: 0.93),
    "exponentialOverSteps": ExponentialDecay(initialRate: 0.4, factor: 0.3, over: 7),
    "naturalExponential": NaturalExponentialDecay(initialRate: 0.4, decay: 0.6, over: 12),
    "inverseTime": InverseTimeDecay(initialRate: 0.4, decay: 0.6, over: 12),
    "piecewiseConstant": PiecewiseConstantRate(rates: [0.4, 0.2, 0.1, 0.05], changingAt: [5, 20, 21]),
    "polynomial": PolynomialDecay(initialRate: 0.4, endRate: 0, over: 40, power: 1.7),
    "linear": PolynomialDecay(initialRate: 0.4, endRate: 0.1, over: 40),
    "linearWarmUp": LinearWarmUp(
      steps: 8, startFactor: 0.2, then: StepDecay(initialRate: 0.4, factor: 0.5, every: 10)),
    "triangular": TriangularCycle(lowestRate: 0.1, highestRate: 0.7, halfCycle: 7),
    "cosine": CosineRestarts(highestRate: 0.4, lowestRate: 0.01, firstPeriod: 9),
    "cosineLonger": CosineRestarts(highestRate: 0.4, lowestRate: 0.01, firstPeriod: 5, multiplier: 2),
  ]

  @Test func allOfPyTorchAreCompared() throws {
    #expect(Set(try TorchNumbers.read().schedules.keys) == Set(Self.ours.keys))
  }

  /// PyTorch computes most rates from the one before, so errors add up over sixty steps.
  @Test(arguments: ours.keys.sorted())
  func ratesAreThoseOfPyTorch(_ name: String) throws {
    let expected = try #require(try TorchNumbers.read().schedules[name])
    let schedule = try #require(Self.ours[name])
    #expect(expected.count == 60)
    let rates = Vector((0..<60).map { schedule.learningRate(at: $0) })
    #expect(rates.isClose(to: expected, relative: 1e-13, absolute: 1e-16))
  }

  @Test func byHand() {
    #expect(StepDecay(initialRate: 1, factor: 0.5, every: 3).rates(7) == [1, 1, 1, 0.5, 0.5, 0.5, 0.25])
    #expect(ExponentialDecay(initialRate: 8, factor: 0.25, over: 2).rates(5) == [8, 4, 2, 1, 0.5])
    #expect(InverseTimeDecay(initialRate: 6, decay: 2, over: 2).rates(4) == [6, 3, 2, 1.5])
    #expect(PiecewiseConstantRate(rates: [3, 2, 1], changingAt: [1, 3]).rates(5) == [3, 2, 2, 1, 1])
    #expect(PiecewiseConstantRate(rates: [3], changingAt: []).rates(2) == [3, 3])
    #expect(PolynomialDecay(initialRate: 9, endRate: 1, over: 4, power: 2).rates(6) == [9, 5.5, 3, 1.5, 1, 1])
    #expect(LinearWarmUp(steps: 4, startFactor: 0.5, then: ConstantRate(8)).rates(6) == [4, 5, 6, 7, 8, 8])
    #expect(LinearWarmUp(steps: 0, startFactor: 0.5, then: ConstantRate(8)).rates(2) == [8, 8])
    #expect(TriangularCycle(lowestRate: 1, highestRate: 3, halfCycle: 2).rates(6) == [1, 2, 3, 2, 1, 2])
    #expect(TriangularCycle(lowestRate: 1, highestRate: 3, halfCycle: 1).rates(3) == [1, 3, 1])
    let natural = NaturalExponentialDecay(initialRate: 1, decay: 1, over: 2).learningRate(at: 4)
    #expect(abs(natural - 0.1353352832366127) < 1e-16)
  }

  /// Periods of 2, 6, 18 steps start at 0, 2, 8 and 26.
  @Test func periodsGrowByTheMultiplier() {
    let schedule = CosineRestarts(highestRate: 4, lowestRate: 2, firstPeriod: 2, multiplier: 3)
    let high = (0..<30).filter { schedule.learningRate(at: $0) == 4 }
    #expect(high == [0, 2, 8, 26])
    for middle in [1, 5, 17] { #expect(abs(schedule.learningRate(at: middle) - 3) < 1e-15) }
    #expect(schedule.learningRate(at: 25) > 2 && schedule.learningRate(at: 25) < 2.02)
    #expect((2...4).contains(schedule.learningRate(at: .max)))
  }

  @Test func ratesFallWhereTheyShould() {
    for name in ["step", "exponential", "naturalExponential", "inverseTime", "piecewiseConstant", "polynomial"] {
      let rates = Self.ours[name]?.rates(40) ?? []
      #expect(rates.count == 40 && zip(rates, rates.dropFirst()).allSatisfy { $0 >= $1 && $1 > 0 }, "\(name)")
    }
  }
}

extension LearningRateSchedule {
  fileprivate func rates(_ count: Int) -> [Double] { (0..<count).map { learningRate(at: $0) } }
}
