/// A labelled place on an axis.
struct Tick: Sendable, Hashable {
  let value: Double
  /// In the markup of `Label`.
  let label: String
}

/// The ticks of an axis.
struct Ticks: Sendable, Hashable {
  /// With a number, ascending.
  var major: [Tick] = []
  /// Without, between the major ones.
  var minor: [Double] = []

  /// At most about `maximum` labelled ticks on `domain`; at least two where the domain allows.
  static func choose(_ kind: ScaleKind, domain: ClosedRange<Double>, maximum: Int) -> Ticks {
    switch kind {
    case .linear: linear(domain, maximum: max(maximum, 2))
    case .log: logarithmic(domain, maximum: max(maximum, 2))
    case .symmetricLog(let threshold): symmetric(domain, threshold: threshold, maximum: max(maximum, 2))
    }
  }

  /// At most `maximum` round values in `domain`, for the levels of contours.
  static func levels(_ kind: ScaleKind, domain: ClosedRange<Double>, maximum: Int) -> [Double] {
    guard kind == .log else { return choose(kind, domain: domain, maximum: maximum).major.map(\.value) }
    let first = Int(decimalLogarithm(domain.lowerBound).rounded(.down))
    let last = Int(decimalLogarithm(domain.upperBound).rounded(.up))
    for mantissas in [[1.0, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1, 3]] {
      let values = (first...last).flatMap { exponent in mantissas.map { $0 * powerOfTen(exponent) } }
        .filter { domain.contains($0) }
      if (2...maximum).contains(values.count) { return values }
    }
    return choose(.log, domain: domain, maximum: maximum).major.map(\.value)
  }

  // MARK: Linear

  private static func linear(_ domain: ClosedRange<Double>, maximum: Int) -> Ticks {
    let step = Step.smallest(for: domain, maximum: maximum)
    let values = step.multiples(in: domain)
    let labels = NumberLabels(values, step: step.size)
    let minor = step.minor
    let minors = minor.multiples(in: domain).filter { value in
      !values.contains { abs($0 - value) < minor.size / 2 }
    }
    return Ticks(major: values.map { Tick(value: $0, label: labels.text($0)) }, minor: minors)
  }

  /// 1, 2 or 5 times a power of ten.
  struct Step {
    let mantissa: Int
    let exponent: Int

    var size: Double { Double(mantissa) * powerOfTen(exponent) }

    /// Halves of 1 and 2, fifths of 5: few enough to stay quiet.
    var minor: Step {
      switch mantissa {
      case 1: Step(mantissa: 5, exponent: exponent - 1)
      default: Step(mantissa: 1, exponent: exponent)
      }
    }

    static func smallest(for domain: ClosedRange<Double>, maximum: Int) -> Step {
      let length = domain.upperBound - domain.lowerBound
      var exponent = Int(decimalLogarithm(length / Double(maximum)).rounded(.down))
      while true {
        for mantissa in [1, 2, 5] {
          let step = Step(mantissa: mantissa, exponent: exponent)
          if step.count(in: domain) <= maximum { return step }
        }
        exponent += 1
      }
    }

    private func bounds(_ domain: ClosedRange<Double>) -> (first: Double, last: Double) {
      // A tick that rounding has put a hair outside still belongs.
      let slack = 1e-9
      return (
        (domain.lowerBound / size - slack).rounded(.up), (domain.upperBound / size + slack).rounded(.down)
      )
    }

    func count(in domain: ClosedRange<Double>) -> Int {
      let (first, last) = bounds(domain)
      return Int(min(max(last - first + 1, 0), 1e6))
    }

    func multiples(in domain: ClosedRange<Double>) -> [Double] {
      let (first, last) = bounds(domain)
      guard first <= last, last - first < 1e4 else { return [] }
      return (0...Int(last - first)).map { index in
        let multiple = (first + Double(index)) * Double(mantissa)
        // Dividing by a whole power of ten keeps 0.3 from becoming 0.30000000000000004.
        return exponent < 0 ? multiple / powerOfTen(-exponent) : multiple * powerOfTen(exponent)
      }
    }
  }

  // MARK: Logarithmic

  private static func logarithmic(_ domain: ClosedRange<Double>, maximum: Int) -> Ticks {
    let slack = 1e-9
    let first = Int((decimalLogarithm(domain.lowerBound) - slack).rounded(.up))
    let last = Int((decimalLogarithm(domain.upperBound) + slack).rounded(.down))
    let decades = last - first + 1
    guard decades >= 2 else { return withinDecades(domain, maximum: maximum) }
    var stride = 1
    while (decades + stride - 1) / stride > maximum { stride += 1 }
    // Multiples of the stride: 10^-6, 10^-3, 10^0 rather than 10^-5, 10^-2, 10^1.
    let exponents = (first...last).filter { $0.isMultiple(of: stride) }
    let shown = exponents.count >= 2 ? exponents : Array(Swift.stride(from: first, through: last, by: stride))
    var ticks = Ticks(major: shown.map { Tick(value: powerOfTen($0), label: powerLabel($0)) })
    if stride > 1 {
      ticks.minor = (first...last).filter { !shown.contains($0) }.map { powerOfTen($0) }
    } else if decades <= 10 {
      ticks.minor = unlabelled(in: domain)
    }
    return ticks
  }

  static func powerLabel(_ exponent: Int) -> String {
    "10^{\(exponent < 0 ? minusSign : "")\(abs(exponent))}"
  }

  private static func unlabelled(in domain: ClosedRange<Double>) -> [Double] {
    let first = Int(decimalLogarithm(domain.lowerBound).rounded(.down))
    let last = Int(decimalLogarithm(domain.upperBound).rounded(.down))
    return (first...last).flatMap { exponent in (2...9).map { Double($0) * powerOfTen(exponent) } }
      .filter { domain.contains($0) }
  }

  /// Fewer than two powers of ten in sight: 1-2-5, then every digit, then as on a linear axis.
  private static func withinDecades(_ domain: ClosedRange<Double>, maximum: Int) -> Ticks {
    let first = Int(decimalLogarithm(domain.lowerBound).rounded(.down))
    let last = Int(decimalLogarithm(domain.upperBound).rounded(.down))
    for mantissas in [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1, 3]] {
      let values = (first...last).flatMap { exponent in mantissas.map { Double($0) * powerOfTen(exponent) } }
        .filter { domain.contains($0) }
      guard values.count >= 3, values.count <= maximum else { continue }
      let minor = unlabelled(in: domain).filter { value in !values.contains(value) }
      return Ticks(major: values.map { Tick(value: $0, label: shortNumber($0)) }, minor: minor)
    }
    return linear(domain, maximum: min(maximum, 6))
  }

  // MARK: Symmetric logarithmic

  private static func symmetric(_ domain: ClosedRange<Double>, threshold: Double, maximum: Int) -> Ticks {
    let reach = max(abs(domain.lowerBound), abs(domain.upperBound))
    guard reach > threshold * 10 else { return linear(domain, maximum: maximum) }
    let first = Int((decimalLogarithm(threshold) - 1e-9).rounded(.up))
    let last = Int((decimalLogarithm(reach) + 1e-9).rounded(.down))
    guard first <= last else { return linear(domain, maximum: maximum) }
    let decades = (first...last).flatMap { [-powerOfTen($0), powerOfTen($0)] }.filter { domain.contains($0) }
    // Powers close to the threshold crowd around zero: they go first, then every second one, and so on.
    for stride in 1...max(1, last - first) {
      for skipped in (stride == 1 ? 0 : 1)...max(1, stride) where first + skipped <= last {
        let exponents = Swift.stride(from: last, through: first + skipped, by: -stride).reversed()
        let ticks = symmetricTicks(Array(exponents)).filter { domain.contains($0.value) }
        guard ticks.count <= maximum else { continue }
        return Ticks(major: ticks, minor: decades.filter { value in !ticks.contains { $0.value == value } })
      }
    }
    return Ticks(major: symmetricTicks([last]).filter { domain.contains($0.value) }, minor: decades)
  }

  private static func symmetricTicks(_ exponents: [Int]) -> [Tick] {
    let positive = exponents.map { Tick(value: powerOfTen($0), label: powerLabel($0)) }
    let negative = exponents.reversed().map { Tick(value: -powerOfTen($0), label: minusSign + powerLabel($0)) }
    return negative + [Tick(value: 0, label: "0")] + positive
  }
}

/// Writes the numbers of one axis alike: with the decimals that their step needs, or with powers of ten when they are
/// very large or very small.
struct NumberLabels {
  private let decimals: Int
  private let isScientific: Bool
  private let exponent: Int

  init(_ values: [Double], step: Double) {
    let largest = values.map { abs($0) }.max() ?? 0
    let stepExponent = Int((decimalLogarithm(step) + 1e-9).rounded(.down))
    isScientific = largest >= 1e6 || (largest > 0 && largest < 1e-3)
    exponent = isScientific ? Int((decimalLogarithm(largest) + 1e-9).rounded(.down)) : 0
    decimals = max(0, exponent - stepExponent)
  }

  func text(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    if isScientific {
      // One power of ten for the whole axis: 0.5×10^9, 1.0×10^9, 1.5×10^9.
      let mantissa = fixed(value / powerOfTen(exponent), decimals: decimals)
      return (mantissa == "1" ? "" : mantissa == minusSign + "1" ? minusSign : mantissa + "×")
        + Ticks.powerLabel(exponent)
    }
    let digits = fixed(value, decimals: decimals)
    return abs(value) >= 1e4 ? grouped(digits) : digits
  }

  /// A thin space between thousands: 20 000.
  private func grouped(_ digits: String) -> String {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first else { return digits }
    var result = ""
    for (index, character) in whole.enumerated() {
      let remaining = whole.count - index
      if index > 0, remaining.isMultiple(of: 3), result.last?.isNumber == true { result += "\u{2009}" }
      result.append(character)
    }
    return result + (parts.count > 1 ? "." + parts[1] : "")
  }
}
