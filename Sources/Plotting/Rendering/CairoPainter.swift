import CPango

/// Paints a scene on any Cairo surface.
struct CairoPainter {
  let cairo: OpaquePointer
  let text: PangoText

  func paint(_ scene: Scene) {
    cairo_set_source_rgb(cairo, 1, 1, 1)
    cairo_paint(cairo)
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD)
    for group in scene.groups {
      cairo_save(cairo)
      if let clip = group.clip {
        cairo_rectangle(cairo, clip.x, clip.y, clip.width, clip.height)
        cairo_clip(cairo)
      }
      for element in group.elements { paint(element) }
      cairo_restore(cairo)
    }
  }

  private func paint(_ element: Scene.Element) {
    switch element {
    case .path(let lines, let fill, let stroke):
      trace(lines)
      if let fill {
        set(fill)
        if stroke == nil { cairo_fill(cairo) } else { cairo_fill_preserve(cairo) }
      }
      if let stroke {
        use(stroke)
        cairo_stroke(cairo)
      }
    case .symbols(let symbol, let points, let size, let color):
      paint(SymbolShape(symbol, size: size), at: points, color: color)
    case .text(let run): text.draw(run, on: cairo)
    case .image(let image, let rect): paint(image, in: rect)
    }
  }

  private func set(_ color: Color) {
    cairo_set_source_rgba(cairo, color.red, color.green, color.blue, color.opacity)
  }

  private func use(_ stroke: Stroke) {
    set(stroke.color)
    cairo_set_line_width(cairo, stroke.width)
    // Round ends would close the gaps of short dashes.
    cairo_set_line_cap(cairo, stroke.hasButtEnds || !stroke.dash.isEmpty ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND)
    cairo_set_dash(cairo, stroke.dash, Int32(stroke.dash.count), 0)
  }

  private func trace(_ lines: [Polyline], offset: Point = Point(x: 0, y: 0)) {
    cairo_new_path(cairo)
    for line in lines {
      guard let first = line.points.first else { continue }
      cairo_move_to(cairo, first.x + offset.x, first.y + offset.y)
      for point in line.points.dropFirst() { cairo_line_to(cairo, point.x + offset.x, point.y + offset.y) }
      if line.isClosed { cairo_close_path(cairo) }
    }
  }

  private func paint(_ shape: SymbolShape, at points: [Point], color: Color) {
    set(color)
    cairo_set_dash(cairo, nil, 0, 0)
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND)
    cairo_set_line_width(cairo, shape.lineWidth)
    for point in points {
      if shape.isRound {
        cairo_new_path(cairo)
        cairo_arc(cairo, point.x, point.y, shape.radius, 0, 2 * .pi)
      } else {
        trace(shape.outline, offset: point)
      }
      if shape.isFilled { cairo_fill(cairo) } else { cairo_stroke(cairo) }
    }
  }

  private func paint(_ image: PixelImage, in rect: Rect) {
    guard image.width > 0, image.height > 0 else { return }
    let stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, Int32(image.width))
    var bytes = [UInt8](repeating: 0, count: Int(stride) * image.height)
    for row in 0..<image.height {
      for column in 0..<image.width {
        let source = 3 * (row * image.width + column)
        let target = row * Int(stride) + 4 * column
        bytes[target] = image.bytes[source + 2]
        bytes[target + 1] = image.bytes[source + 1]
        bytes[target + 2] = image.bytes[source]
      }
    }
    bytes.withUnsafeMutableBufferPointer { buffer in
      let surface = cairo_image_surface_create_for_data(
        buffer.baseAddress, CAIRO_FORMAT_RGB24, Int32(image.width), Int32(image.height), stride)
      cairo_save(cairo)
      cairo_translate(cairo, rect.x, rect.y)
      cairo_scale(cairo, rect.width / Double(image.width), rect.height / Double(image.height))
      cairo_set_source_surface(cairo, surface, 0, 0)
      cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST)
      cairo_rectangle(cairo, 0, 0, Double(image.width), Double(image.height))
      cairo_fill(cairo)
      cairo_restore(cairo)
      cairo_surface_finish(surface)
      cairo_surface_destroy(surface)
    }
  }
}
