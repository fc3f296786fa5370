/// The ticks of an axis that fit a given length, with their words in lines.
struct TickLayout {
  struct Major {
    let value: Double
    let lines: [String]
  }

  private(set) var major: [Major] = []
  private(set) var minor: [Double] = []
  /// Degrees that the words are turned, for categories too long to lie side by side.
  private(set) var rotation = 0.0

  private let size: Double
  private let typesetter: Typesetter
  static let lineHeight = 1.2

  /// Chooses as many ticks as fit along `length` points; `isUpright` for the y axis, whose words stack.
  init(_ axis: ResolvedAxis, length: Double, isUpright: Bool, size: Double, typesetter: Typesetter) {
    self.size = size
    self.typesetter = typesetter
    let scale = AxisScale(axis, start: 0, end: length)
    if axis.ticks == .hidden { return }
    if !axis.categories.isEmpty, axis.ticks == .automatic {
      layOutCategories(axis.categories, slot: length / Double(axis.categories.count), isUpright: isUpright)
      return
    }
    switch axis.ticks {
    case .hidden: break
    case .values(let values):
      let shown = values.filter { axis.domain.contains($0) }
      let ticks = zip(shown, shortNumbers(shown)).map { Tick(value: $0, label: $1) }
      use(Ticks(major: ticks), scale, isUpright)
    case .labelled(let values, let words):
      requireEqualCounts("A labelled axis", values.count, words.count, "values and words")
      let pairs = zip(values, words).filter { axis.domain.contains($0.0) }
      use(Ticks(major: pairs.map { Tick(value: $0.0, label: $0.1) }), scale, isUpright)
    case .automatic: chooseNumbers(axis, scale, length: length, isUpright: isUpright)
    }
  }

  private mutating func chooseNumbers(_ axis: ResolvedAxis, _ scale: AxisScale, length: Double, isUpright: Bool) {
    let most = isUpright ? Int(length / (size * 2.4)) : Int(length / (size * 3.2))
    for maximum in stride(from: min(max(most, 2), isUpright ? 9 : 10), through: 2, by: -1) {
      let ticks = Ticks.choose(axis.kind, domain: axis.domain, maximum: maximum)
      if maximum == 2 || fits(ticks.major, scale, isUpright) {
        use(ticks, scale, isUpright)
        return
      }
    }
  }

  private func fits(_ ticks: [Tick], _ scale: AxisScale, _ isUpright: Bool) -> Bool {
    zip(ticks, ticks.dropFirst()).allSatisfy { gap(between: $0, and: $1, scale, isUpright) >= 0 }
  }

  /// Free points between two labels, less the room that keeps them apart.
  private func gap(between one: Tick, and other: Tick, _ scale: AxisScale, _ isUpright: Bool) -> Double {
    let distance = abs(scale.position(other.value) - scale.position(one.value))
    if isUpright { return distance - size * 1.25 }
    let half = (typesetter.width(one.label, size: size) + typesetter.width(other.label, size: size)) / 2
    return distance - half - size * 0.6
  }

  /// Whether neighbours are at least `distance` apart: minor ticks that run together are a grey bar.
  private static func haveRoom(_ values: [Double], _ scale: AxisScale, _ distance: Double) -> Bool {
    let places = values.map { scale.position($0) }.sorted()
    return zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= distance }
  }

  /// Takes the ticks, leaving out labels that would touch the one before.
  private mutating func use(_ ticks: Ticks, _ scale: AxisScale, _ isUpright: Bool) {
    var last: Tick?
    minor = Self.haveRoom(ticks.minor, scale, size * 0.2) ? ticks.minor : []
    for tick in ticks.major {
      if let last, gap(between: last, and: tick, scale, isUpright) < 0 {
        minor.append(tick.value)
      } else {
        major.append(Major(value: tick.value, lines: [tick.label]))
        last = tick
      }
    }
  }

  private mutating func layOutCategories(_ names: [String], slot: Double, isUpright: Bool) {
    let room = slot - size * 0.25
    let wrapped = names.map { typesetter.wrapped($0, size: size, width: isUpright ? size * 12 : room) }
    let fits = isUpright || wrapped.allSatisfy { $0.allSatisfy { typesetter.width($0, size: size) <= room } }
    if !fits { rotation = 35 }
    // Rotated names need about a line's height each; with more names, every second or third is written.
    let needed = size * (isUpright ? 1.25 : 1.9)
    let step = fits && !isUpright ? 1 : max(1, Int((needed / max(slot, 1e-9)).rounded(.up)))
    for (index, name) in names.enumerated() where index.isMultiple(of: step) {
      major.append(Major(value: Double(index), lines: fits ? wrapped[index] : [name]))
    }
  }

  private func width(_ tick: Major) -> Double {
    tick.lines.map { typesetter.width($0, size: size) }.max() ?? 0
  }

  /// Points that the words need across the axis: their width beside y, their height below x.
  func thickness(isUpright: Bool) -> Double {
    let widest = major.map(width).max() ?? 0
    if isUpright { return widest }
    if rotation != 0 {
      let turned = sine(rotation * .pi / 180) * widest + cosine(rotation * .pi / 180) * size
      return min(turned, size * 9)
    }
    let lines = major.map(\.lines.count).max() ?? 0
    return lines == 0 ? 0 : size * (1 + Double(lines - 1) * Self.lineHeight)
  }

  /// Points that the words of an x axis of `length` stick out beyond its ends.
  func overhang(_ axis: ResolvedAxis, length: Double) -> (left: Double, right: Double) {
    let scale = AxisScale(axis, start: 0, end: length)
    var left = 0.0
    var right = 0.0
    for tick in major {
      let position = scale.position(tick.value)
      let reach = rotation == 0 ? width(tick) / 2 : cosine(rotation * .pi / 180) * width(tick)
      left = max(left, reach - position)
      right = max(right, rotation == 0 ? position + reach - length : 0)
    }
    return (left, right)
  }
}
