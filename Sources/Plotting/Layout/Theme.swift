/// Sizes and colours of everything that is not data, all from one size of text.
struct Theme: Sendable, Hashable {
  /// Size of the axes' labels, in points.
  let base: Double

  init(base: Double) { self.base = base }

  /// 24 points on a page of 1200 by 900 with one chart, which the back row can read; smaller where charts share a page.
  init(width: Double, height: Double, columns: Int, rows: Int, textScale: Double) {
    // Text shrinks with the page, and more slowly with the single plot: 24 points for one, 20 for four, 18 for nine.
    let page = (max(width * height, 1) / (1200 * 900)).squareRoot()
    let plot = page / Double(columns * rows).squareRoot()
    base = max(24 * power(page, 0.75) * power(plot, 0.25) * textScale, 4)
  }

  var tick: Double { base * 0.86 }
  var legend: Double { base * 0.9 }
  var title: Double { base * 1.2 }
  var figureTitle: Double { base * 1.4 }
  var caption: Double { base * 0.72 }
  var annotation: Double { base * 0.86 }

  var lineWidth: Double { base / 24 * 3.5 }
  var symbolSize: Double { base / 24 * 11 }
  var frameWidth: Double { base / 24 * 1.5 }
  var gridWidth: Double { base / 24 }
  var tickLength: Double { base / 24 * 8 }
  var gap: Double { base * 0.5 }

  let ink = Color(gray: 0.13)
  let quiet = Color(gray: 0.4)
  let frame = Color(gray: 0.35)
  let grid = Color(gray: 0.88)
}
