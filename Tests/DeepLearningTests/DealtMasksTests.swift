import NumericCore
import Testing

@testable import DeepLearning

struct DealtMasksTests {
  private let masks = DealtMasks<Double>([0.5: (0..<1000).map(Double.init)])
  private let draws = Philox4x32x10(seed: 4, stream: "dealt")

  private func mask(_ range: Range<Int>, _ draws: Philox4x32x10) -> [Double] {
    var mask = [Double](repeating: -1, count: range.count)
    var span = mask.mutableSpan
    masks.write(&span, from: range.lowerBound, keepProbability: 0.5, using: draws)
    return mask
  }

  @Test(arguments: [1, 15, 16, 17, 40, 333])
  func aPartIsThatOfTheWhole(_ cut: Int) {
    #expect(mask(0..<cut, draws) + mask(cut..<400, draws) == mask(0..<400, draws))
  }

  @Test func sixteenFactorsFollowEachOther() {
    let mask = mask(0..<160, draws)
    for start in stride(from: 0, to: 160, by: 16) {
      #expect((1..<16).allSatisfy { mask[start + $0] == Double((Int(mask[start]) + $0) % 1000) })
    }
    #expect(Set(stride(from: 0, to: 160, by: 16).map { mask[$0] }).count > 5)
  }

  @Test func eachPassIsDealtAnew() {
    #expect(mask(0..<64, draws) == mask(0..<64, draws))
    #expect(mask(0..<64, draws) != mask(0..<64, draws.stream("step", 1)))
  }

  @Test func factorsThatAreMissingStopTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = DealtMasks<Float>([0.5: [1, 0]]) }
    await #expect(processExitsWith: .failure) {
      var mask: [Float] = [0]
      var span = mask.mutableSpan
      DealtMasks<Float>([:]).write(&span, from: 0, keepProbability: 0.5, using: Philox4x32x10(seed: 1))
    }
  }
}
