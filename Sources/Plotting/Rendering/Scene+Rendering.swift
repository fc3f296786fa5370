import CPango

extension Scene {
  /// The picture as a PNG of `width * scale` by `height * scale` pixels, with `metadata` as text chunks.
  /// The same scene and metadata give the same bytes.
  /// - Throws: `PlottingError` when the page has no size, is too large, or a metadata key is not allowed.
  public func png(scale: Double = 1, metadata: ImageMetadata = [:]) throws(PlottingError) -> [UInt8] {
    let columns = Int((width * scale).rounded())
    let rows = Int((height * scale).rounded())
    guard columns > 0, rows > 0 else { throw .cairo("a page of \(columns) by \(rows) pixels has no area") }
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(clamping: columns), Int32(clamping: rows))
    else { throw .cairo("out of memory") }
    defer { cairo_surface_destroy(surface) }
    try paint(on: surface, scale: scale)
    cairo_surface_flush(surface)
    guard let pixels = cairo_image_surface_get_data(surface) else { throw .cairo("the page has no pixels") }
    let stride = Int(cairo_image_surface_get_stride(surface))
    return try PNGEncoder.encode(pixels: pixels, width: columns, height: rows, stride: stride, metadata: metadata)
  }

  /// The picture as a PDF of one page, one point a unit; its creation date is fixed, so the same scene gives the same
  /// bytes.
  /// - Throws: `PlottingError` when Cairo can't make the page.
  public func pdf() throws(PlottingError) -> [UInt8] {
    let bytes = ByteCollector()
    let surface = cairo_pdf_surface_create_for_stream(ByteCollector.write, bytes.pointer, width, height)
    guard let surface else { throw .cairo("out of memory") }
    defer { cairo_surface_destroy(surface) }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    try paint(on: surface, scale: 1)
    try finish(surface)
    return bytes.contents
  }

  /// The picture as an SVG document, one point a unit. The same scene gives the same bytes.
  /// - Throws: `PlottingError` when Cairo can't make the page.
  public func svg() throws(PlottingError) -> [UInt8] {
    let bytes = ByteCollector()
    let surface = cairo_svg_surface_create_for_stream(ByteCollector.write, bytes.pointer, width, height)
    guard let surface else { throw .cairo("out of memory") }
    defer { cairo_surface_destroy(surface) }
    try paint(on: surface, scale: 1)
    try finish(surface)
    return SurfaceNames.renumbered(bytes.contents)
  }

  private func paint(on surface: OpaquePointer, scale: Double) throws(PlottingError) {
    guard let cairo = cairo_create(surface) else { throw .cairo("out of memory") }
    defer { cairo_destroy(cairo) }
    if scale != 1 { cairo_scale(cairo, scale, scale) }
    CairoPainter(cairo: cairo, text: PangoText()).paint(self)
    let status = cairo_status(cairo)
    guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(String(cString: cairo_status_to_string(status))) }
  }

  private func finish(_ surface: OpaquePointer) throws(PlottingError) {
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(String(cString: cairo_status_to_string(status))) }
  }
}

/// Takes the bytes that Cairo writes.
private final class ByteCollector {
  private(set) var contents: [UInt8] = []

  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static let write: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> cairo_status_t = {
    collector, bytes, count in
    guard let collector else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<ByteCollector>.fromOpaque(collector).takeUnretainedValue()
      .contents.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }
}

/// Cairo numbers SVG surfaces through the life of the process; this numbers them anew from 1 within the document, so
/// that the same picture has the same bytes.
private enum SurfaceNames {
  static func renumbered(_ document: [UInt8]) -> [UInt8] {
    let prefix = Array("surface".utf8)
    var numbers: [[UInt8]: Int] = [:]
    var result: [UInt8] = []
    result.reserveCapacity(document.count)
    var index = 0
    while index < document.count {
      guard document[index] == prefix[0], document[index...].starts(with: prefix) else {
        result.append(document[index])
        index += 1
        continue
      }
      index += prefix.count
      let digits = Array(document[index...].prefix { (48...57).contains($0) })
      index += digits.count
      result += prefix
      guard !digits.isEmpty else { continue }
      let number = numbers[digits] ?? numbers.count + 1
      numbers[digits] = number
      result += Array(String(number).utf8)
    }
    return result
  }
}
