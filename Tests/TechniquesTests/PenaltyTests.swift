import DeepLearning
import NumericCore
import Techniques
import Testing

struct PenaltyTests {
  /// Away from the kink at 0, from ±1, at which w and w² agree, and of both signs.
  private let point: Vector<Double> = [0.7, -1.3, 0.2, 2.5, -0.4, -3.1, 0.05, 1.8, -0.6]

  @Test func valuesByHand() {
    let weights: Vector<Double> = [3, -4, 0]
    #expect(L1Penalty(strength: 0.5).value(of: weights) == 3.5)
    #expect(L2Penalty(strength: 0.5).value(of: weights) == 12.5)
    #expect(ElasticNet(strength: 2, l1Share: 0.25).value(of: weights) == 2 * (0.25 * 7 + 0.75 * 25))
    #expect(L1Penalty<Double>(strength: 1).value(of: []) == 0)
  }

  @Test func gradientsByHand() {
    let (weights, loss): (Vector<Float>, Vector<Float>) = ([3, -4, 0], [1, 10, 100])
    #expect(L1Penalty(strength: 0.5).gradient(of: weights, addedTo: loss) == [1.5, 9.5, 100])
    #expect(L2Penalty(strength: 0.5).gradient(of: weights, addedTo: loss) == [4, 6, 100])
    #expect(ElasticNet(strength: 2, l1Share: 0.25).gradient(of: weights, addedTo: loss) == [10.5, -2.5, 100])
  }

  @Test func theElasticNetLiesBetweenBoth() {
    let (l1, l2) = (L1Penalty(strength: 0.3), L2Penalty(strength: 0.3))
    let (all, none) = (ElasticNet(strength: 0.3, l1Share: 1), ElasticNet(strength: 0.3, l1Share: 0))
    #expect(abs(all.value(of: point) - l1.value(of: point)) < 1e-14)
    #expect(abs(none.value(of: point) - l2.value(of: point)) < 1e-14)
    #expect(all.gradient(of: point).isIdentical(to: l1.gradient(of: point)))
    #expect(none.gradient(of: point).isIdentical(to: l2.gradient(of: point)))
  }

  /// α (r Σ |w| + (1 - r)/2 Σ w²), with α = 0.8 and r = 0.3.
  @Test func theElasticNetOfScikitLearnIsReached() {
    let ours = ElasticNet(strength: 0.8 * 1.3 / 2, l1Share: 2 * 0.3 / 1.3)
    let theirs = 0.8 * (0.3 * point.norm1 + 0.35 * point.dot(point))
    #expect(abs(ours.value(of: point) - theirs) < 1e-13)
  }

  @Test(
    arguments: [
      L1Penalty(strength: 0.3), L2Penalty(strength: 0.3), ElasticNet(strength: 0.3, l1Share: 0.4),
    ] as [any Penalty<Double>])
  func theGradientIsThatOfTheValue(_ penalty: any Penalty<Double>) {
    let report = GradientCheck().compare(penalty.gradient(of: point), at: point) { penalty.value(of: $0) }
    #expect(report.passes && report.excluded == 0, "\(report)")
  }

  enum Mistake: CaseIterable, Sendable {
    case l2FactorForgotten, l2FactorTwice, l2Square, l2Magnitude, l2Mean, l2Sign
    case l1SignMissing, l1OfTheWeight, l1Mean, l1Doubled
    case elasticFactorForgotten, elasticSharesSwapped, elasticStrengthForgotten

    func gradient(of w: Vector<Double>) -> Vector<Double> {
      let (strength, share, count) = (0.3, 0.4, Double(w.count))
      return switch self {
      case .l2FactorForgotten: strength * w
      case .l2FactorTwice: 4 * strength * w
      case .l2Square: 2 * strength * w * w
      case .l2Magnitude: 2 * strength * abs(w)
      case .l2Mean: 2 * strength * w / count
      case .l2Sign: -2 * strength * w
      case .l1SignMissing: strength + 0 * w
      case .l1OfTheWeight: strength * w
      case .l1Mean: strength * sign(w) / count
      case .l1Doubled: 2 * strength * sign(w)
      case .elasticFactorForgotten: strength * (share * sign(w) + (1 - share) * w)
      case .elasticSharesSwapped: strength * ((1 - share) * sign(w) + 2 * share * w)
      case .elasticStrengthForgotten: share * sign(w) + 2 * (1 - share) * w
      }
    }

    var penalty: any Penalty<Double> {
      switch self {
      case .l1SignMissing, .l1OfTheWeight, .l1Mean, .l1Doubled: L1Penalty(strength: 0.3)
      case .elasticFactorForgotten, .elasticSharesSwapped, .elasticStrengthForgotten:
        ElasticNet(strength: 0.3, l1Share: 0.4)
      default: L2Penalty(strength: 0.3)
      }
    }
  }

  @Test(arguments: Mistake.allCases)
  func aWrongGradientIsRejected(_ mistake: Mistake) {
    let report = GradientCheck().compare(mistake.gradient(of: point), at: point) { mistake.penalty.value(of: $0) }
    #expect(!report.passes && (report.worst?.error ?? 0) > 0.01, "\(report)")
  }

  @Test func valuesAndGradientsAreThoseOfPyTorch() throws {
    let torch = try TorchNumbers.read().penalties
    func expect(_ penalty: some Penalty<Double>, _ expected: TorchNumbers.Penalties.Penalty) {
      #expect(abs(penalty.value(of: torch.weights) / expected.value - 1) < 1e-14)
      #expect(penalty.gradient(of: torch.weights).isClose(to: expected.gradient, relative: 1e-14))
    }
    expect(L1Penalty(strength: 0.03), torch.l1)
    expect(L2Penalty(strength: 0.03), torch.l2)
    expect(ElasticNet(strength: 0.03, l1Share: 0.3), torch.elasticNet)
  }

  /// PyTorch's weight_decay is 2 λ.
  @Test func aStepDecaysWeightsAsPyTorchDoes() throws {
    let torch = try TorchNumbers.read().penalties
    var weights = torch.weights
    var optimizer = GradientDescent(learningRate: 0.1)
    optimizer.step(&weights, gradient: L2Penalty(strength: 0.03).gradient(of: weights, addedTo: torch.lossGradient))
    #expect(weights.isClose(to: torch.decayed, relative: 1e-14))
  }

  /// Long enough for all running sums and a rest; in single precision the sum of squares alone would be wrong in the fifth
  /// digit.
  @Test func valuesAreSummedInDoublePrecision() {
    let weights = Vector<Float>(count: 100_003) { 1 + Float($0 % 5) }
    #expect(L1Penalty<Float>(strength: 1).value(of: weights) == 300_006)
    #expect(L2Penalty<Float>(strength: 1).value(of: weights) == 1_100_014)
    #expect(L2Penalty<Float>(strength: 1).value(of: [3e30]) == Double(Float(3e30)) * Double(Float(3e30)))
  }
}
