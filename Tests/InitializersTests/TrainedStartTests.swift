import DeepLearning
import NumericCore
import Testing

@testable import InitializersLab

/// What the trained figures rest on, with samples that are soon learned.
@Suite struct TrainedStartTests {
  /// Ten classes, each around a point of its own.
  private static let samples: (training: Samples<Float>, test: Samples<Float>) = {
    var draws = Philox4x32x10(seed: 3, stream: "samples")
    let noise = Matrix<Float>.normal(rows: 640, columns: 20, standardDeviation: 0.1, using: &draws)
    let labels = (0..<640).map { $0 % 10 }
    let features = Matrix(rows: 640, columns: 20) { noise[$0, $1] + ($1 % 10 == labels[$0] ? 1 : 0) }
    let samples = Samples(features, .classes(labels))
    return (samples, samples)
  }()

  private func trained(_ name: StartName, repetition: Int = 0) throws -> TrainedStart {
    let start = Start(name: name, rule: try #require(name.houseRule))
    return try TrainingPlan(start: start, repetition: repetition, seed: 1).trained(on: Self.samples) {}
  }

  @Test func zerosStayZero() throws {
    let zeros = try trained(.zeros)
    #expect(zeros.before == zeros.after && zeros.after.allSatisfy { $0 == 0 } && zeros.unlikenessAfter == 0)
  }

  @Test func biasesSetZerosMoving() throws {
    let zeros = try trained(.zerosWithBiases)
    #expect(zeros.before.allSatisfy { $0 == 0 } && zeros.after.contains { $0 != 0 })
  }

  @Test func aGoodStartLearns() throws {
    let start = try trained(.heNormal)
    #expect(start.history.count == Lecture.epochs && !start.isBroken)
    #expect(start.accuracy > 0.9 && start.unlikenessAfter > 0.1 && start.before != start.after)
    // The second junction has 200 inputs, and 2000 weights: their spread is known to 1.6 %.
    #expect(abs(TrainedStart.spread(start.before) / 0.1 - 1) < 0.1)
  }

  @Test func repeatsDrawAnew() throws {
    let (first, again, other) = (
      try trained(.heNormal), try trained(.heNormal), try trained(.heNormal, repetition: 1)
    )
    #expect(first.before == again.before && first.after == again.after)
    #expect(Set(first.before).isDisjoint(with: other.before))
  }
}
