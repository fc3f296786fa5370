import Testing

@testable import Plotting

struct ScaleTests {
  private func axis(_ kind: ScaleKind, _ domain: ClosedRange<Double>, reversed: Bool = false) -> ResolvedAxis {
    ResolvedAxis(AxisOptions(label: nil, kind: kind, domain: domain, isReversed: reversed), extent: AxisExtent())
  }

  private func automatic(_ kind: ScaleKind, _ values: [Double]) -> ClosedRange<Double> {
    var extent = AxisExtent()
    extent.add(values)
    return ResolvedAxis(AxisOptions(kind: kind), extent: extent).domain
  }

  @Test func `The ends of the domain lie on the ends of the axis`() {
    let linear = AxisScale(axis(.linear, -2...2), start: 100, end: 500)
    #expect([-2, 0, 2].map(linear.position) == [100, 300, 500])
    let log = AxisScale(axis(.log, 1e-4...1), start: 0, end: 400)
    #expect(abs(log.position(1e-3) - 100) < 1e-9)
    #expect(log.position(0).isNaN)
    #expect(log.position(-1).isNaN)
    let reversed = AxisScale(axis(.linear, 0...1, reversed: true), start: 0, end: 10)
    #expect(reversed.position(0) == 10)
  }

  @Test func `Infinite values have no position, far ones a bounded one`() {
    let scale = AxisScale(axis(.linear, 0...1), start: 0, end: 1000)
    #expect(scale.position(.infinity).isNaN)
    #expect(scale.position(.nan).isNaN)
    #expect(scale.position(1e300) == 1e6)
    #expect(scale.position(-1e300) == -1e6)
  }

  @Test func `The symmetric logarithm is odd, smooth and invertible`() {
    let kind = ScaleKind.symmetricLog(threshold: 0.1)
    for value in [-100, -0.1, -0.05, 0, 0.03, 0.1, 0.2, 1e6] {
      #expect(abs(kind.inverse(kind.transform(value)) - value) <= 1e-9 * abs(value))
      #expect(kind.transform(-value) == -kind.transform(value))
    }
    let below = (kind.transform(0.1) - kind.transform(0.1 - 1e-7)) / 1e-7
    let above = (kind.transform(0.1 + 1e-7) - kind.transform(0.1)) / 1e-7
    #expect(abs(below - above) < 1e-4)
  }

  @Test func `Automatic domains hold the data with a margin`() {
    let linear = automatic(.linear, [3, .nan, 7, .infinity])
    #expect(abs(linear.lowerBound - 2.84) < 1e-12 && abs(linear.upperBound - 7.16) < 1e-12)
    let log = automatic(.log, [-5, 0, 1e-3, 10])
    #expect(log.lowerBound < 1e-3 && log.lowerBound > 1e-4 && log.upperBound > 10)
  }

  @Test(arguments: [ScaleKind.linear, .log, .symmetricLog(threshold: 1)])
  func `No data, one value and huge values give a domain of some length`(kind: ScaleKind) {
    for values in [
      [], [.nan], [0], [5], [-5], [1e308, -1e308], [.leastNonzeroMagnitude], [1, 1 + 1e-16], [.infinity],
    ] {
      let domain = automatic(kind, values)
      #expect(domain.lowerBound < domain.upperBound)
      #expect(domain.lowerBound.isFinite && domain.upperBound.isFinite)
      #expect(kind != .log || domain.lowerBound > 0)
    }
  }

  @Test func `Bars begin at zero without a margin`() {
    var extent = AxisExtent()
    extent.add([2, 3])
    extent.hasBaseline = true
    let domain = ResolvedAxis(AxisOptions(), extent: extent).domain
    #expect(domain.lowerBound == 0)
    #expect(domain.upperBound > 3)
  }

  @Test func `Categories keep their order of appearance`() {
    var extent = AxisExtent()
    extent.add(.categories(["b", "a"]))
    extent.add(.categories(["a", "c"]))
    #expect(extent.categories == ["b", "a", "c"])
    #expect(ResolvedAxis(AxisOptions(), extent: extent).domain == -0.5...2.5)
  }
}
