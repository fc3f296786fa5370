/// What a sketch has and a chart hasn't, drawn faintly: lines as pale dashes, dots as pale rings.
struct SketchMark: Mark {
  /// A trace in the colour that it is drawn in.
  struct Stroke: Sendable {
    let trace: Sketch.Trace
    let color: Color
  }

  let strokes: [Stroke]
  var style = MarkStyle()

  /// All places.
  var extent: DataExtent {
    var extent = DataExtent()
    for stroke in strokes {
      extent.x.add(stroke.trace.x)
      extent.y.add(stroke.trace.y)
    }
    return extent
  }

  /// A short line.
  var legendKey: LegendKey { .line }

  func draw(in plot: inout PlotArea) {
    let frame = plot.frame
    for stroke in strokes {
      let trace = stroke.trace
      var lines: [Polyline] = []
      switch trace.kind {
      case .line: lines = plot.lines(x: trace.x, y: trace.y)
      case .dots: plot.rings(at: plot.lines(x: trace.x, y: trace.y).flatMap(\.points), color: stroke.color)
      case .column:
        let x = plot.x.position(trace.x[0])
        lines = x.isNaN ? [] : [Polyline([Point(x: x, y: frame.minY), Point(x: x, y: frame.maxY)])]
      case .row:
        let y = plot.y.position(trace.y[0])
        lines = y.isNaN ? [] : [Polyline([Point(x: frame.minX, y: y), Point(x: frame.maxX, y: y)])]
      }
      plot.stroke(lines, color: stroke.color, dash: .dashed)
    }
  }
}
