import DeepLearning
import Foundation
import NumericCore
import Techniques
import Testing

struct OptimizerTests {
  private let curvature: [Double] = [1, 0.125, 3, 0.5, 2, 0.25]
  private let start: [Double] = [1, -2, 0.5, 4, -0.25, 3]

  private func quadratic<Scalar: Real>(_ type: Scalar.Type) -> NoisyQuadratic<Scalar> {
    NoisyQuadratic(curvature: Vector(curvature.map { Scalar($0) }))
  }

  private func startingWeights<Scalar: Real>(_ type: Scalar.Type) -> Vector<Scalar> {
    Vector(start.map { Scalar($0) })
  }

  @Test func allOfPyTorchAreCompared() throws {
    #expect(Set(try TorchNumbers.read().optimizers.keys) == Set(OptimizerMethod.allCases.map(\.rawValue)))
  }

  /// An operation in single precision has an error of up to 2.4e-7 for weights of 2 to 4, the largest here. Measured are
  /// differences up to 7e-7 in the first 10 steps and 1.1e-6 in 300.
  @Test(arguments: OptimizerMethod.allCases)
  func stepsInSinglePrecisionAreThoseOfPyTorch(_ method: OptimizerMethod) throws {
    let expected = try #require(try TorchNumbers.read().optimizers[method.rawValue])
    let recorded = [1, 2, 10, 50, 300]
    #expect(expected.count == recorded.count)
    var optimizer = method.make(6, as: Float.self)
    var weights = startingWeights(Float.self)
    for step in 1...300 {
      quadratic(Float.self).step(&optimizer, &weights, step: step)
      guard let place = recorded.firstIndex(of: step) else { continue }
      let tolerance: Float = step <= 10 ? 2e-6 : 4e-6
      #expect(weights.isClose(to: expected[place], relative: 0, absolute: tolerance), "step \(step)")
    }
  }

  @Test(arguments: OptimizerMethod.allCases)
  func partsStepAsTheWhole(_ method: OptimizerMethod) {
    expectPartsToStepAsTheWhole(method, Float.self)
    expectPartsToStepAsTheWhole(method, Double.self)
  }

  private func expectPartsToStepAsTheWhole<Scalar: Real>(_ method: OptimizerMethod, _ type: Scalar.Type) {
    let curvature = Vector<Scalar>(count: 31) { 1 + Scalar($0) / 7 }
    let start = Vector<Scalar>(count: 31) { 2 - Scalar($0) / 5 }
    func trained(_ range: Range<Int>) -> Vector<Scalar> {
      let quadratic = NoisyQuadratic(curvature: Vector(curvature[range]))
      var optimizer = method.make(range.count, as: type)
      var weights = Vector(start[range])
      for step in 1...40 { quadratic.step(&optimizer, &weights, step: step, firstPlace: range.lowerBound) }
      return weights
    }
    // Parts of 1, 8 and 22: lengths that a vectorized loop treats differently.
    let parts = [0..<1, 1..<9, 9..<31].flatMap(trained)
    #expect(trained(0..<31).isIdentical(to: Vector(parts)) && Vector(parts) != start, "\(type)")
  }

  @Test(arguments: OptimizerMethod.allCases)
  func aDecodedOptimizerContinuesBitForBit(_ method: OptimizerMethod) throws {
    try expectToContinue(method, Float.self)
    try expectToContinue(method, Double.self)
  }

  private func expectToContinue<Scalar: Real>(_ method: OptimizerMethod, _ type: Scalar.Type) throws {
    let quadratic = quadratic(type)
    var optimizer = method.make(6, as: type)
    var weights = startingWeights(type)
    for step in 1...25 { quadratic.step(&optimizer, &weights, step: step) }
    optimizer.learningRate = 0.03
    var decoded = try decodedCopy(of: optimizer)
    var otherWeights = weights
    for step in 26...60 {
      quadratic.step(&optimizer, &weights, step: step)
      quadratic.step(&decoded, &otherWeights, step: step)
    }
    #expect(otherWeights.isIdentical(to: weights), "\(type)")
    // The test would prove nothing if what the method remembers made no difference.
    var (fresh, freshWeights) = (method.make(6, as: type), startingWeights(type))
    for step in 1...25 { quadratic.step(&fresh, &freshWeights, step: step) }
    fresh = method.make(6, as: type)
    fresh.learningRate = 0.03
    for step in 26...60 { quadratic.step(&fresh, &freshWeights, step: step) }
    #expect(freshWeights.isIdentical(to: weights) == (method == .gradientDescent), "\(type)")
  }

  private func decodedCopy<Scalar: Real>(of optimizer: any Optimizer<Scalar>) throws -> any Optimizer<Scalar> {
    func copy(_ optimizer: some Optimizer<Scalar>) throws -> any Optimizer<Scalar> {
      try JSONDecoder().decode(type(of: optimizer), from: JSONEncoder().encode(optimizer))
    }
    return try copy(optimizer)
  }

  @Test(arguments: OptimizerMethod.allCases)
  func onlyNesterovLooksAhead(_ method: OptimizerMethod) {
    let optimizer = method.make(3, as: Double.self)
    let weights: Vector<Double> = [1, 2, 3]
    var point: Vector<Double> = [7, 8, 9]
    #expect(optimizer.lookAhead(from: weights, into: &point) == (method == .nesterov))
    #expect(point == (method == .nesterov ? weights : [7, 8, 9]))
  }

  /// v = -0.5 · 2 = -1 after the first step, so the look-ahead is 0.5 further; then v = -0.5 - 0.5 · 4 = -2.5.
  @Test func nesterovsLookAheadByHand() {
    var nesterov = Nesterov<Double>(dimensions: 1, learningRate: 0.5, momentum: 0.5)
    var (weights, point): (Vector<Double>, Vector<Double>) = ([10], [0])
    nesterov.step(&weights, gradient: [2])
    #expect(weights == [9])
    #expect(nesterov.lookAhead(from: weights, into: &point) && point == [8.5])
    nesterov.step(&weights, gradient: [4])
    #expect(weights == [6.5])
    #expect(nesterov.lookAhead(from: weights, into: &point) && point == [5.25])
  }

  /// The settings of the papers, which the doc comments name.
  @Test func defaultsAreThoseOfThePapers() {
    let momenta = [
      Momentum(dimensions: 1, learningRate: 1.0).momentum, CoupledMomentum(dimensions: 1, learningRate: 1.0).momentum,
      Nesterov(dimensions: 1, learningRate: 1.0).momentum,
    ]
    #expect(momenta == [0.9, 0.9, 0.9])
    #expect(Adagrad(dimensions: 1, learningRate: 1.0).epsilon == 1e-8)
    let rmsprop = RMSprop(dimensions: 1, learningRate: 1.0)
    #expect(rmsprop.rho == 0.9 && rmsprop.epsilon == 1e-8)
    let adadelta = Adadelta<Double>(dimensions: 1)
    #expect(adadelta.learningRate == 1 && adadelta.rho == 0.9 && adadelta.epsilon == 1e-6)
    let adam = Adam(dimensions: 1, learningRate: 1.0)
    #expect(adam.beta1 == 0.9 && adam.beta2 == 0.999 && adam.epsilon == 1e-8)
    let adaMax = AdaMax(dimensions: 1, learningRate: 1.0)
    #expect(adaMax.beta1 == 0.9 && adaMax.beta2 == 0.999 && adaMax.epsilon == 1e-8)
    let nadam = Nadam(dimensions: 1, learningRate: 1.0)
    #expect(nadam.beta1 == 0.9 && nadam.beta2 == 0.999 && nadam.epsilon == 1e-8)
    let amsGrad = AMSGrad(dimensions: 1, learningRate: 1.0)
    #expect(amsGrad.beta1 == 0.9 && amsGrad.beta2 == 0.999 && amsGrad.epsilon == 1e-8)
  }

  @Test(arguments: OptimizerMethod.allCases)
  func aChangedRateCounts(_ method: OptimizerMethod) {
    func firstStep(rate: Double) -> Double {
      var optimizer = method.make(1, as: Double.self)
      optimizer.learningRate = rate
      var weights: Vector<Double> = [1]
      optimizer.step(&weights, gradient: [0.5])
      return weights[0] - 1
    }
    #expect(firstStep(rate: 0.5) < 0 && abs(firstStep(rate: 0.5) / firstStep(rate: 0.25) - 2) < 1e-12)
  }
}
