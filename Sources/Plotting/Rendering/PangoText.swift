import CPango

/// Pango's objects for one font, DejaVu Sans, set up so that the same text has the same shape everywhere: no hinting,
/// grey antialiasing, one point a pixel.
final class PangoText {
  private let context: OpaquePointer
  private let layout: OpaquePointer
  private let fontOptions: OpaquePointer

  init() {
    // The default font map lives as long as its thread and keeps the font open between pictures.
    context = pango_font_map_create_context(pango_cairo_font_map_get_default())
    fontOptions = cairo_font_options_create()
    cairo_font_options_set_antialias(fontOptions, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(fontOptions, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(fontOptions, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, fontOptions)
    pango_cairo_context_set_resolution(context, 72)
    layout = pango_layout_new(context)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
    cairo_font_options_destroy(fontOptions)
  }

  func measure(_ label: Label, size: Double, isBold: Bool) -> Typesetter.Metrics {
    set(label, size: size, isBold: isBold)
    var ink = PangoRectangle()
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, &ink, &logical)
    let scale = 1 / Double(PANGO_SCALE)
    let baseline = Double(pango_layout_get_baseline(layout)) * scale
    return Typesetter.Metrics(
      width: Double(logical.width) * scale,
      ink: Rect(
        x: Double(ink.x) * scale, y: Double(ink.y) * scale - baseline, width: Double(ink.width) * scale,
        height: Double(ink.height) * scale))
  }

  func draw(_ run: TextRun, on cairo: OpaquePointer) {
    set(run.label, size: run.size, isBold: run.isBold)
    let baseline = Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
    cairo_save(cairo)
    cairo_translate(cairo, run.origin.x, run.origin.y)
    if run.rotation != 0 { cairo_rotate(cairo, -run.rotation * .pi / 180) }
    cairo_move_to(cairo, 0, -baseline)
    if let halo = run.halo {
      pango_cairo_layout_path(cairo, layout)
      cairo_set_source_rgba(cairo, halo.red, halo.green, halo.blue, halo.opacity)
      cairo_set_line_width(cairo, run.size * 0.34)
      cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
      cairo_set_dash(cairo, nil, 0, 0)
      cairo_stroke(cairo)
      cairo_move_to(cairo, 0, -baseline)
    }
    cairo_set_source_rgba(cairo, run.color.red, run.color.green, run.color.blue, run.color.opacity)
    pango_cairo_show_layout(cairo, layout)
    cairo_restore(cairo)
  }

  private func set(_ label: Label, size: Double, isBold: Bool) {
    let font = pango_font_description_new()
    pango_font_description_set_family_static(font, "DejaVu Sans")
    pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
    pango_font_description_set_weight(font, isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_text(layout, label.plainText, -1)
    pango_layout_set_single_paragraph_mode(layout, 1)
    // Attributes rather than Pango's markup: nothing in the text needs escaping.
    let attributes = pango_attr_list_new()
    var start: UInt32 = 0
    for run in label.runs {
      let end = start + UInt32(run.text.utf8.count)
      if run.script != .normal {
        let rise = (run.script == .superscripted ? 0.36 : -0.16) * size
        insert(pango_attr_size_new_absolute(Int32(0.7 * size * Double(PANGO_SCALE))), start, end, attributes)
        insert(pango_attr_rise_new(Int32(rise * Double(PANGO_SCALE))), start, end, attributes)
      }
      start = end
    }
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
  }

  private func insert(
    _ attribute: UnsafeMutablePointer<PangoAttribute>?, _ start: UInt32, _ end: UInt32, _ list: OpaquePointer?
  ) {
    attribute?.pointee.start_index = start
    attribute?.pointee.end_index = end
    pango_attr_list_insert(list, attribute)
  }
}
