import CPango

/// Measures and places text with Pango. One a scene: it remembers what it has measured.
final class Typesetter {
  enum Horizontal { case left, center, right }
  enum Vertical { case top, middle, baseline, bottom }

  struct Metrics: Hashable {
    var width: Double
    /// Ink relative to the left end of the baseline; y grows downwards.
    var ink: Rect
  }

  private struct Key: Hashable {
    let text: String
    let size: Double
    let isBold: Bool
  }

  private let context = PangoText()
  private var known: [Key: Metrics] = [:]

  /// DejaVu Sans in units of the font size: heights of the capitals, of the highest and of the lowest letters.
  static let capHeight = 0.73
  static let ascent = 0.93
  static let descent = 0.24

  func metrics(_ text: String, size: Double, bold: Bool = false) -> Metrics {
    let key = Key(text: text, size: size, isBold: bold)
    if let metrics = known[key] { return metrics }
    let metrics = context.measure(Label(text), size: size, isBold: bold)
    known[key] = metrics
    return metrics
  }

  func width(_ text: String, size: Double, bold: Bool = false) -> Double {
    metrics(text, size: size, bold: bold).width
  }

  /// Text whose named point lies at `anchor`; turned by `rotation` degrees counter-clockwise about the anchor.
  func run(
    _ text: String, size: Double, bold: Bool = false, color: Color, at anchor: Point,
    _ horizontal: Horizontal, _ vertical: Vertical, rotation: Double = 0, halo: Color? = nil
  ) -> TextRun {
    let metrics = metrics(text, size: size, bold: bold)
    let dx: Double
    switch horizontal {
    case .left: dx = 0
    case .center: dx = -metrics.width / 2
    case .right: dx = -metrics.width
    }
    let dy: Double
    switch vertical {
    case .top: dy = Self.ascent * size
    case .middle: dy = Self.capHeight * size / 2
    case .baseline: dy = 0
    case .bottom: dy = -Self.descent * size
    }
    let turn = Rotation(degrees: rotation)
    let offset = turn.apply(Point(x: dx, y: dy))
    let origin = anchor.moved(offset.x, offset.y)
    let ink = metrics.ink
    let corners = [
      Point(x: ink.minX, y: ink.minY), Point(x: ink.maxX, y: ink.minY), Point(x: ink.minX, y: ink.maxY),
      Point(x: ink.maxX, y: ink.maxY),
    ].map { turn.apply($0).moved(origin.x, origin.y) }
    let box = corners.dropFirst().reduce(Rect(x: corners[0].x, y: corners[0].y, width: 0, height: 0)) {
      $0.union(Rect(x: $1.x, y: $1.y, width: 0, height: 0))
    }
    return TextRun(
      label: Label(text), size: size, isBold: bold, color: color, origin: origin, rotation: rotation, halo: halo,
      box: box)
  }

  /// `text` in lines no wider than `width`, broken at spaces; a word that is wider stays whole.
  func wrapped(_ text: String, size: Double, bold: Bool = false, width: Double) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: true) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let longer = line.isEmpty ? String(word) : line + " " + word
        if !line.isEmpty, self.width(longer, size: size, bold: bold) > width {
          lines.append(line)
          line = String(word)
        } else {
          line = longer
        }
      }
      if !line.isEmpty { lines.append(line) }
    }
    return lines
  }
}

/// A turn about the origin of the page, where y grows downwards. Quarter turns are exact.
struct Rotation {
  private let cosine: Double
  private let sine: Double

  init(degrees: Double) {
    switch degrees {
    case 0: (cosine, sine) = (1, 0)
    case 90: (cosine, sine) = (0, 1)
    case -90: (cosine, sine) = (0, -1)
    default:
      let radians = degrees * .pi / 180
      cosine = Plotting.cosine(radians)
      sine = Plotting.sine(radians)
    }
  }

  func apply(_ point: Point) -> Point {
    Point(x: point.x * cosine + point.y * sine, y: -point.x * sine + point.y * cosine)
  }
}
