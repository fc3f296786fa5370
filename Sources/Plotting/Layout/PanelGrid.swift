/// The plots of a figure in rows and columns: all of one size, in line with each other, with just the room between them
/// that their words need.
struct PanelGrid {
  /// A rectangle a chart, between its axes.
  private(set) var frames: [Rect] = []
  /// Around the plots with their words.
  private(set) var outer: Rect
  /// The place after the last chart, if the last row has one.
  private(set) var freeSlot: Rect?

  /// Around the plots without their words.
  var bounds: Rect {
    guard let first = frames.first else { return outer }
    return frames.dropFirst().reduce(first) { $0.union($1) }
  }

  /// What a larger legend costs.
  var plotArea: Double { frames.reduce(0) { $0 + $1.area } }

  init(_ panels: [Panel], columns: Int, area: Rect, theme: Theme) {
    outer = area
    guard !panels.isEmpty else { return }
    let columns = min(columns, panels.count)
    let rows = (panels.count + columns - 1) / columns
    var tracks = Tracks(columns: columns, rows: rows, spacing: rows * columns > 1 ? theme.gap * 1.3 : 0)
    var size = Size(width: area.width / Double(columns) * 0.8, height: area.height / Double(rows) * 0.8)
    // Words depend on the size of the plots and the size on the words: three rounds settle it.
    for _ in 0..<3 {
      tracks.reset()
      for panel in panels { tracks.take(panel.insets(size), of: panel, lastRow: rows - 1) }
      size = tracks.plotSize(in: area)
      size = Self.narrowed(size, to: panels.map(\.aspect))
    }
    size = Size(width: max(size.width.rounded(.down), 1), height: max(size.height.rounded(.down), 1))
    place(panels, tracks, size, area)
  }

  /// The largest size that has no slack in a direction where every plot must keep its aspect.
  private static func narrowed(_ size: Size, to aspects: [Double?]) -> Size {
    let known = aspects.compactMap { $0 }
    guard known.count == aspects.count, let tallest = known.max(), let flattest = known.min() else { return size }
    return Size(
      width: min(size.width, size.height / flattest), height: min(size.height, size.width * tallest))
  }

  private mutating func place(_ panels: [Panel], _ tracks: Tracks, _ size: Size, _ area: Rect) {
    let used = tracks.usedSize(size)
    let corner = Point(
      x: (area.minX + max(0, area.width - used.width) / 2).rounded(),
      // One chart stands in the middle, several hang from the title.
      y: (area.minY + (panels.count > 1 ? 0 : max(0, area.height - used.height) / 2)).rounded())
    outer = Rect(x: corner.x, y: corner.y, width: used.width, height: used.height)
    let places = tracks.corners(from: corner, size)
    frames = panels.map { panel in
      let slot = Rect(
        x: places.x[panel.column].rounded(), y: places.y[panel.row].rounded(), width: size.width, height: size.height)
      return Self.fit(panel.aspect, in: slot)
    }
    let next = panels.count % places.x.count
    if next != 0, let y = places.y.last {
      let right = places.x[places.x.count - 1] + size.width
      freeSlot = Rect(left: places.x[next], top: y, right: right, bottom: y + size.height)
    }
  }

  private static func fit(_ aspect: Double?, in slot: Rect) -> Rect {
    guard let aspect else { return slot }
    let width = min(slot.width, slot.height / aspect)
    let height = width * aspect
    return Rect(
      x: slot.x + (slot.width - width) / 2, y: slot.y + (slot.height - height) / 2, width: width, height: height)
  }
}

/// Room for words between the columns and rows of plots.
private struct Tracks {
  private let spacing: Double
  private var left: [Double]
  private var right: [Double]
  private var top: [Double]
  private var bottom: [Double]

  init(columns: Int, rows: Int, spacing: Double) {
    self.spacing = spacing
    left = [Double](repeating: 0, count: columns)
    right = left
    top = [Double](repeating: 0, count: rows)
    bottom = top
  }

  mutating func reset() {
    self = Tracks(columns: left.count, rows: top.count, spacing: spacing)
  }

  mutating func take(_ insets: Panel.Insets, of panel: Panel, lastRow: Int) {
    left[panel.column] = max(left[panel.column], insets.left.rounded(.up))
    right[panel.column] = max(right[panel.column], insets.right.rounded(.up))
    top[panel.row] = max(top[panel.row], insets.top.rounded(.up))
    // Numbers of a shared axis above a free place hang into that place.
    let hangs = panel.row < lastRow && panel.hangsBelow
    if !hangs { bottom[panel.row] = max(bottom[panel.row], insets.bottom.rounded(.up)) }
  }

  private var words: Size {
    Size(
      width: (left + right).reduce(0, +) + spacing * Double(left.count - 1),
      height: (top + bottom).reduce(0, +) + spacing * Double(top.count - 1))
  }

  func plotSize(in area: Rect) -> Size {
    Size(
      width: max(1, (area.width - words.width) / Double(left.count)),
      height: max(1, (area.height - words.height) / Double(top.count)))
  }

  func usedSize(_ plot: Size) -> Size {
    Size(
      width: words.width + plot.width * Double(left.count), height: words.height + plot.height * Double(top.count))
  }

  func corners(from corner: Point, _ plot: Size) -> (x: [Double], y: [Double]) {
    var x: [Double] = []
    var y: [Double] = []
    var next = corner.x
    for column in left.indices {
      x.append(next + left[column])
      next += left[column] + plot.width + right[column] + spacing
    }
    next = corner.y
    for row in top.indices {
      y.append(next + top[row])
      next += top[row] + plot.height + bottom[row] + spacing
    }
    return (x, y)
  }
}
