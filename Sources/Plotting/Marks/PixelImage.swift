/// Pixels of an image: three bytes each (red, green, blue), row after row from the top.
public struct PixelImage: Sendable, Hashable {
  /// Pixels a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// `3 * width * height` bytes.
  public let bytes: [UInt8]

  /// An image from red, green and blue bytes. Precondition: there are `3 * width * height` of them.
  public init(width: Int, height: Int, rgb bytes: [UInt8]) {
    require(
      width >= 0 && height >= 0 && bytes.count == 3 * width * height,
      "An RGB image of \(width) by \(height) pixels needs \(3 * width * height) bytes, and was given \(bytes.count).")
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  /// An image of numbers, row after row from the top, coloured by `map` over `domain` (default: the finite values'
  /// range). Precondition: there are `width * height` values.
  public init(
    width: Int, height: Int, values: [Double], map: ColorMap = .grays, domain: ClosedRange<Double>? = nil
  ) {
    require(
      width >= 0 && height >= 0 && values.count == width * height,
      "An image of \(width) by \(height) pixels needs \(width * height) values, and was given \(values.count).")
    let scale = ColorScale(map: map, domain: domain ?? ColorScale.domain(of: values, kind: .linear))
    self.init(width: width, height: height, values: values, scale: scale)
  }

  init(width: Int, height: Int, values: [Double], scale: ColorScale) {
    // A table of 1024 colours: finer than the eye, and much faster than mixing for each pixel.
    let lower = scale.kind.transform(scale.domain.lowerBound)
    let upper = scale.kind.transform(scale.domain.upperBound)
    let table = (0..<1024).map { scale.map.color(at: Double($0) / 1023).rgb }
    var bytes = [UInt8](repeating: 255, count: 3 * width * height)
    for (index, value) in values.enumerated() {
      let fraction = (scale.kind.transform(value) - lower) / (upper - lower)
      guard !fraction.isNaN else { continue }
      let color = table[Int(min(max(fraction, 0), 1) * 1023 + 0.5)]
      bytes[3 * index] = color.red
      bytes[3 * index + 1] = color.green
      bytes[3 * index + 2] = color.blue
    }
    self.init(width: width, height: height, rgb: bytes)
  }
}

extension Color {
  var rgb: (red: UInt8, green: UInt8, blue: UInt8) {
    func byte(_ component: Double) -> UInt8 { UInt8((min(max(component, 0), 1) * 255).rounded()) }
    return (byte(red), byte(green), byte(blue))
  }
}
