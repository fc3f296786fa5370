/// A resolved picture: every line, shape and word at its place on the page. Renderers only paint it.
public struct Scene: Sendable, Hashable {
  /// Page width in points; the PNG at scale 1 has as many pixels.
  public var width: Double
  /// Page height in points.
  public var height: Double
  /// What to paint, in order, on a white page.
  public var groups: [Group]

  /// A page of `width` by `height` points.
  public init(width: Double, height: Double, groups: [Group]) {
    self.width = width
    self.height = height
    self.groups = groups
  }

  /// A stretch of the picture with one role.
  public struct Group: Sendable, Hashable {
    /// What it is for.
    public var role: Role
    /// The chart it belongs to, counted from 0 over the figure; `nil` for what belongs to the whole figure.
    public var panel: Int?
    /// Nothing is painted outside this rectangle, if there is one.
    public var clip: Rect?
    /// The shapes and words, in order.
    public var elements: [Element]

    /// Elements with one role.
    public init(role: Role, panel: Int?, clip: Rect?, elements: [Element]) {
      self.role = role
      self.panel = panel
      self.clip = clip
      self.elements = elements
    }
  }

  /// What a group is for.
  public enum Role: String, Sendable, Hashable {
    /// Grid lines.
    case grid
    /// The marks.
    case data
    /// Words that belong to the marks.
    case annotation
    /// Frame, ticks, their numbers, the axes' labels.
    case axes
    /// The colour bar.
    case colorBar
    /// The legend.
    case legend
    /// Titles.
    case title
    /// The caption.
    case caption
  }

  /// Something to paint.
  public enum Element: Sendable, Hashable {
    /// Lines or a filled region. Overlapping closed lines cut holes (even-odd rule).
    case path([Polyline], fill: Color?, stroke: Stroke?)
    /// The same symbol at many places; `size` is its diameter in points.
    case symbols(Symbol, at: [Point], size: Double, color: Color)
    /// A line of text.
    case text(TextRun)
    /// Pixels stretched over a rectangle, without smoothing.
    case image(PixelImage, Rect)
  }
}

/// Points joined by straight lines.
public struct Polyline: Sendable, Hashable {
  /// The points in order.
  public var points: [Point]
  /// Whether the last point is joined to the first.
  public var isClosed: Bool

  /// A line through `points`.
  public init(_ points: [Point], isClosed: Bool = false) {
    self.points = points
    self.isClosed = isClosed
  }

  init(_ rect: Rect) {
    self.init(
      [
        Point(x: rect.minX, y: rect.minY), Point(x: rect.maxX, y: rect.minY), Point(x: rect.maxX, y: rect.maxY),
        Point(x: rect.minX, y: rect.maxY),
      ], isClosed: true)
  }
}

/// How a line is drawn.
public struct Stroke: Sendable, Hashable {
  /// Colour with opacity.
  public var color: Color
  /// Points across.
  public var width: Double
  /// Lengths of line and gap in turn, in points; empty for a solid line.
  public var dash: [Double]
  /// Whether the line ends flat at its last point, as axes do, rather than round.
  public var hasButtEnds: Bool

  /// A stroke, solid with round ends unless told otherwise.
  public init(color: Color, width: Double, dash: [Double] = [], hasButtEnds: Bool = false) {
    self.color = color
    self.width = width
    self.dash = dash
    self.hasButtEnds = hasButtEnds
  }
}

/// A line of text at its place.
public struct TextRun: Sendable, Hashable {
  /// What to write.
  public var label: Label
  /// Font size in points.
  public var size: Double
  /// Whether it is bold.
  public var isBold: Bool
  /// Its colour.
  public var color: Color
  /// The left end of the baseline.
  public var origin: Point
  /// Degrees turned about the origin, counter-clockwise.
  public var rotation: Double
  /// A colour around the letters that sets them off from what lies below.
  public var halo: Color?
  /// The page the ink may touch: the smallest upright rectangle around it.
  public var box: Rect
}
