import CPNG

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Texts stored inside a PNG, in order: what the picture is and how to make it again.
public struct ImageMetadata: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// Keys with their texts.
  public private(set) var entries: [Entry]

  /// A key and its text.
  public struct Entry: Sendable, Hashable {
    /// 1 to 79 ASCII characters, such as `Title`, `Seed`, `Command`.
    public let key: String
    /// Any text.
    public let value: String
  }

  /// Metadata in the literal's order: `["Title": "Loss", "Seed": "7"]`.
  public init(dictionaryLiteral elements: (String, String)...) {
    entries = elements.map { Entry(key: $0.0, value: $0.1) }
  }

  /// Adds a text after the others.
  public mutating func append(_ key: String, _ value: String) {
    entries.append(Entry(key: key, value: value))
  }
}

/// Writes pixels as PNG bytes through libpng.
enum PNGEncoder {
  /// Level 1 of 9: figures are large flat areas, which pack well at any level, and it takes half the time of level 6.
  private static let compressionLevel: Int32 = 1

  /// `pixels` are rows of `stride` bytes; four bytes a pixel: blue, green, red, unused.
  static func encode(
    pixels: UnsafePointer<UInt8>, width: Int, height: Int, stride: Int, metadata: ImageMetadata
  ) throws(PlottingError) -> [UInt8] {
    for entry in metadata.entries where !isValid(key: entry.key) { throw .metadataKey(entry.key) }
    let keys = metadata.entries.map { strdup($0.key) }
    let values = metadata.entries.map { strdup($0.value) }
    defer { for string in keys + values { free(string) } }
    let texts = metadata.entries.indices.map { index in
      let isASCII = metadata.entries[index].value.utf8.allSatisfy { $0 < 128 }
      return DescentPNGText(key: keys[index], value: values[index], isASCII: isASCII ? 1 : 0)
    }
    var output = DescentPNGOutput()
    defer { free(output.bytes) }
    let status = descent_png_encode(
      pixels, UInt32(width), UInt32(height), stride, compressionLevel, texts, Int32(texts.count), &output)
    guard status == 0 else {
      let message = withUnsafeBytes(of: &output.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      throw .png(message)
    }
    return Array(UnsafeBufferPointer(start: output.bytes, count: output.count))
  }

  private static func isValid(key: String) -> Bool {
    (1...79).contains(key.utf8.count) && key.utf8.allSatisfy { (32...126).contains($0) }
      && !key.hasPrefix(" ") && !key.hasSuffix(" ") && !key.contains("  ")
  }
}
