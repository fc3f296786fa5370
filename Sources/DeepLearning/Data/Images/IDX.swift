import Foundation
import NumericCore

/// Reading IDX files, the format of MNIST: a header, then bytes. A file packed with gzip is unpacked while it is read.
///
/// The header is a magic number, 0x0803 (2051) for images and 0x0801 (2049) for labels, then one number a dimension,
/// each of 32 bits, the highest byte first. What follows has to be exactly as long as the header says.
///
/// Memory follows what the file holds, never what its header claims. Reserved at first is at most one element a byte of
/// the file, eight a byte where it is packed; after that the array grows as elements come, to at most three times what
/// has come (old and new while it is copied). Reading stops at the first byte beyond the header's size, and a header
/// that promises more than `maximumElements` elements is refused at once. An image element takes 4 bytes, a label 1.
///
/// Source: "The MNIST database of handwritten digits" (LeCun, Cortes, Burges, 1998).
public enum IDX {
  /// How many elements a file may have, unless the caller says otherwise: 2^28, or 342,000 images of 28 x 28.
  public static let maximumElements = 1 << 28

  /// Images of one size.
  public struct Images: Equatable, Sendable {
    /// The grey values from 0 to 1, shape [samples, rows * columns], each image row after row.
    public var pixels: Matrix<Float>
    /// The number of rows of pixels.
    public var rows: Int
    /// The number of columns of pixels.
    public var columns: Int

    /// Images of these pixels. Precondition: the matrix has `rows * columns` columns.
    public init(pixels: Matrix<Float>, rows: Int, columns: Int) {
      if pixels.columns != rows * columns {
        fatalError("Images of \(rows) × \(columns) need \(rows * columns) columns of pixels, not \(pixels.columns).")
      }
      self.pixels = pixels
      self.rows = rows
      self.columns = columns
    }
  }

  /// Reads an images file; a byte b becomes b / 255.
  ///
  /// - Throws: `DataError` with the byte where the file is damaged.
  public static func images(
    contentsOf file: URL, maximumElements: Int = maximumElements
  ) throws(DataError) -> Images {
    try images(ByteSource(contentsOf: file), maximumElements)
  }

  /// Reads the bytes of an images file; `file` is its name in messages.
  public static func images(
    bytes: [UInt8], file: String, maximumElements: Int = maximumElements
  ) throws(DataError) -> Images {
    try images(ByteSource(bytes: bytes, name: file), maximumElements)
  }

  /// Reads a labels file: a number from 0 to 255 a sample.
  ///
  /// - Throws: `DataError` with the byte where the file is damaged.
  public static func labels(
    contentsOf file: URL, maximumElements: Int = maximumElements
  ) throws(DataError) -> [UInt8] {
    try labels(ByteSource(contentsOf: file), maximumElements)
  }

  /// Reads the bytes of a labels file; `file` is its name in messages.
  public static func labels(
    bytes: [UInt8], file: String, maximumElements: Int = maximumElements
  ) throws(DataError) -> [UInt8] {
    try labels(ByteSource(bytes: bytes, name: file), maximumElements)
  }

  private static func images(_ source: ByteSource, _ maximum: Int) throws(DataError) -> Images {
    var reader = try IDXReader(source, kind: .images, maximumElements: maximum)
    let pixels: [Float] = try reader.elements { bytes in
      [Float](unsafeUninitializedCapacity: bytes.count) { target, count in
        for (index, byte) in bytes.enumerated() { target[index] = Float(byte) / 255 }
        count = bytes.count
      }
    }
    let (samples, rows, columns) = (reader.sizes[0], reader.sizes[1], reader.sizes[2])
    return Images(
      pixels: Matrix(rows: samples, columns: rows * columns, elements: pixels), rows: rows, columns: columns)
  }

  private static func labels(_ source: ByteSource, _ maximum: Int) throws(DataError) -> [UInt8] {
    var reader = try IDXReader(source, kind: .labels, maximumElements: maximum)
    return try reader.elements { $0 }
  }
}
