import CPNG
import Testing

/// A PNG as pixels, read by libpng.
struct DrawnPixels {
  let width: Int
  let height: Int
  private let bytes: [UInt8]

  init(png: [UInt8]) throws {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    try #require(png_image_begin_read_from_memory(&image, png, png.count) != 0)
    image.format = 2  // red, green, blue
    var bytes = [UInt8](repeating: 0, count: 3 * Int(image.width * image.height))
    try #require(png_image_finish_read(&image, nil, &bytes, 0, nil) != 0)
    (width, height, self.bytes) = (Int(image.width), Int(image.height), bytes)
  }

  /// Red, green and blue of the pixel in a column and a row, counted from the upper left.
  func pixel(_ x: Int, _ y: Int) -> [UInt8] { Array(bytes[(3 * (y * width + x))..<(3 * (y * width + x) + 3)]) }

  /// How dark it is there: 0 is white, 1 black.
  func ink(_ x: Int, _ y: Int) -> Double { 1 - pixel(x, y).reduce(0) { $0 + Double($1) } / (3 * 255) }
}
