import Testing

@testable import Plotting

struct TicksTests {
  @Test(arguments: [
    (0.0...10.0, 6, ["0", "2", "4", "6", "8", "10"]),
    (-1.0...1.0, 5, ["−1.0", "−0.5", "0", "0.5", "1.0"]),
    (0.0...0.3, 4, ["0", "0.1", "0.2", "0.3"]),
    (0.0...60_000.0, 4, ["0", "20\u{2009}000", "40\u{2009}000", "60\u{2009}000"]),
    (0.0...1.5e9, 4, ["0", "0.5×10^{9}", "1.0×10^{9}", "1.5×10^{9}"]),
    (0.0...2e-6, 3, ["0", "1×10^{−6}", "2×10^{−6}"].map { $0.replacing("1×", with: "") }),
    (99.9...100.1, 3, ["99.9", "100.0", "100.1"]),
  ])
  func `Linear ticks are multiples of 1, 2 or 5`(domain: ClosedRange<Double>, maximum: Int, labels: [String]) {
    #expect(Ticks.choose(.linear, domain: domain, maximum: maximum).major.map(\.label) == labels)
  }

  @Test func `Linear ticks lie in the domain and are as many as asked, at most`() {
    for exponent in -8...8 {
      for factor in [1.0, 1.7, 3.3, 7.9] {
        let length = factor * powerOfTen(exponent)
        let domain = (-0.37 * length)...(0.63 * length)
        for maximum in 2...10 {
          let ticks = Ticks.choose(.linear, domain: domain, maximum: maximum)
          #expect((1...maximum).contains(ticks.major.count))
          #expect(ticks.major.allSatisfy { domain.contains($0.value) })
          #expect(ticks.minor.allSatisfy { domain.contains($0) })
          #expect(Set(ticks.major.map(\.label)).count == ticks.major.count)
        }
      }
    }
  }

  @Test func `A logarithmic axis shows powers of ten`() {
    let ticks = Ticks.choose(.log, domain: 1e-4...1, maximum: 6)
    #expect(ticks.major.map(\.label) == ["10^{−4}", "10^{−3}", "10^{−2}", "10^{−1}", "10^{0}"])
    #expect(ticks.minor.count == 32)
    #expect(ticks.minor.contains { abs($0 - 2e-4) < 1e-12 })
  }

  @Test func `Over many decades only multiples of a power are written`() {
    let ticks = Ticks.choose(.log, domain: 1e-16...1e2, maximum: 7)
    #expect(ticks.major.map(\.label).first == "10^{−15}")
    #expect(ticks.major.map(\.value) == [1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 1])
    #expect(ticks.minor.count == 13)
  }

  @Test func `Within a decade a logarithmic axis shows plain numbers`() {
    #expect(Ticks.choose(.log, domain: 0.15...0.9, maximum: 9).major.map(\.label).first == "0.2")
    #expect(Ticks.choose(.log, domain: 1.5...70, maximum: 6).major.map(\.label) == ["2", "5", "10", "20", "50"])
    #expect(Ticks.choose(.log, domain: 3.01...3.04, maximum: 5).major.count >= 2)
  }

  @Test func `A symmetric logarithmic axis always shows zero`() {
    for maximum in 3...11 {
      let ticks = Ticks.choose(.symmetricLog(threshold: 0.01), domain: -1e3...1e5, maximum: maximum)
      #expect(ticks.major.contains { $0.value == 0 })
      #expect(ticks.major.count <= maximum)
      #expect(ticks.major.map(\.value) == ticks.major.map(\.value).sorted())
    }
  }

  @Test(arguments: [
    (0.0, "0"), (1, "1"), (0.05, "0.05"), (12.5, "12.5"), (-3, "−3"), (1234, "1234"), (2e-6, "2×10^{−6}"),
    (1e6, "10^{6}"), (999.6, "1000"), (-2.5e7, "−2.5×10^{7}"),
  ])
  func `Short numbers have three digits at most`(value: Double, text: String) {
    #expect(shortNumber(value) == text)
  }

  @Test func `Numbers side by side share decimals only when evenly spaced`() {
    #expect(shortNumbers([-0.5, 0, 0.5, 1]) == ["−0.5", "0", "0.5", "1.0"])
    #expect(shortNumbers([0.1, 1, 10]) == ["0.1", "1", "10"])
    #expect(shortNumbers([1e-6, 1e-5]) == ["10^{−6}", "10^{−5}"])
  }

  @Test func `Levels of contours are round`() {
    #expect(Ticks.levels(.linear, domain: -1...4.1, maximum: 6) == [-1, 0, 1, 2, 3, 4])
    #expect(Ticks.levels(.log, domain: 0.9...1100, maximum: 12) == [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000])
    #expect(Ticks.levels(.log, domain: 1e-9...1e9, maximum: 6).count <= 6)
  }

  @Test func `Numbers round half away from zero and keep no minus zero`() {
    #expect(fixed(0.125, decimals: 2) == "0.13")
    #expect(fixed(-0.001, decimals: 2) == "0.00")
    #expect(fixed(-1.5, decimals: 0) == "−2")
    #expect(rounded3(-0.0004) == "0")
    #expect(rounded3(12.3450001) == "12.345")
    #expect(rounded3(.nan) == "nan")
  }
}
