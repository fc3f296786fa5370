/// How a histogram's counts are scaled.
public enum HistogramNormalization: Sendable, Hashable {
  /// The number of values in each bin.
  case count
  /// The share of values in each bin; the bars sum to 1.
  case probability
  /// The share divided by the bin's width; the area is 1.
  case density
}

/// Bars that touch, one a bin. Each bin holds its lower edge; the last also its upper.
public struct HistogramMark: Mark {
  /// Edges of the bins, ascending; one more than there are bins.
  public let edges: [Double]
  /// Height of each bar.
  public let heights: [Double]
  /// What the modifiers set.
  public var style = MarkStyle()

  /// Bars of given heights. Precondition: one edge more than heights, unless both are empty.
  public init(edges: [Double], counts: [Double]) {
    require(
      edges.count == counts.count + 1 || edges.isEmpty && counts.isEmpty,
      "HistogramMark needs one edge more than counts, and was given \(edges.count) edges and \(counts.count) counts.")
    self.edges = edges
    heights = counts
  }

  /// Counts `values` in `bins` equal bins. Values that are not finite, or outside `range`, are left out.
  /// - Parameters:
  ///   - values: what is counted.
  ///   - bins: how many, at least 1; default 30.
  ///   - range: from the first edge to the last; default: the finite values' range. Give one range to histograms that
  ///     are to be compared.
  ///   - normalization: what the heights are; default: counts.
  public init(
    values: [Double], bins: Int = 30, range: ClosedRange<Double>? = nil,
    normalization: HistogramNormalization = .count
  ) {
    require(bins > 0, "HistogramMark needs at least 1 bin, and was given \(bins).")
    let finite = values.filter(\.isFinite)
    guard let range = range ?? Self.range(of: finite) else {
      self.init(edges: [], counts: [])
      return
    }
    let width = (range.upperBound - range.lowerBound) / Double(bins)
    var counts = [Double](repeating: 0, count: bins)
    for value in finite where range.contains(value) {
      let bin = width > 0 ? Int((value - range.lowerBound) / width) : 0
      counts[min(bin, bins - 1)] += 1
    }
    let total = max(counts.reduce(0, +), 1)
    let factor: Double
    switch normalization {
    case .count: factor = 1
    case .probability: factor = 1 / total
    case .density: factor = 1 / (total * max(width, .leastNormalMagnitude))
    }
    let edges = (0...bins).map { range.lowerBound + width * Double($0) }
    self.init(edges: edges, counts: counts.map { $0 * factor })
  }

  /// Equal values get a range around them.
  private static func range(of values: [Double]) -> ClosedRange<Double>? {
    guard let lower = values.min(), let upper = values.max() else { return nil }
    guard upper <= lower else { return lower...upper }
    let room = lower == 0 ? 0.5 : abs(lower) * 0.05
    return (lower - room)...(lower + room)
  }

  /// The edges, and the heights with zero.
  public var extent: DataExtent {
    var extent = DataExtent(x: .numbers(edges), y: .numbers(heights))
    extent.y.hasBaseline = true
    return extent
  }

  /// A box.
  public var legendKey: LegendKey { .swatch }

  /// Draws pale bars and their outline, so that one histogram shows through another.
  public func draw(in plot: inout PlotArea) {
    let boxes = heights.indices.compactMap { bin in
      heights[bin] == 0 ? nil : plot.bar(from: edges[bin], to: edges[bin + 1], value: heights[bin], isLying: false)
    }
    plot.fill(boxes.map { Polyline($0) }, color: plot.style.color.opacity(style.opacity == nil ? 0.45 : 1))
    let base = plot.y.kind == .log ? plot.y.lower : 0
    var outline: [(x: Double, y: Double)] = edges.first.map { [($0, base)] } ?? []
    for bin in heights.indices {
      let height = plot.y.kind == .log ? max(heights[bin], base) : heights[bin]
      outline += [(edges[bin], height), (edges[bin + 1], height)]
    }
    if let last = edges.last { outline.append((last, base)) }
    let lines = plot.lines(x: outline.map(\.x), y: outline.map(\.y))
    plot.stroke(lines, width: plot.style.lineWidth * 0.6, dash: style.dash ?? .solid)
  }
}
