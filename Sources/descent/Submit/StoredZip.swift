import Foundation

/// A zip archive whose files are stored as they are, with no time of their own: the same files give the same bytes.
///
/// Small files gain nothing worth the dependence on a compressor. Every program that opens zips reads stored entries.
///
/// Source: "APPNOTE.TXT, .ZIP File Format Specification", version 6.3.10 (PKWARE, 2022), sections 4.3 and 4.4.
struct StoredZip {
  private var contents = Data()
  private var directory = Data()
  private var count: UInt16 = 0

  /// Midnight of 1 January 1980, the first moment that the format can tell.
  private static let (time, date): (UInt16, UInt16) = (0, 0x21)
  /// Bit 11 of the flags: names are UTF-8.
  private static let namesAreUTF8: UInt16 = 1 << 11
  /// What reads stored entries: version 1.0.
  private static let versionNeeded: UInt16 = 10
  /// Made on a system with Unix's permissions, by the same version.
  private static let versionMadeBy: UInt16 = 3 << 8 | 10
  /// A regular file that everybody may read and its owner write, in the upper half.
  private static let attributes: UInt32 = 0o100644 << 16

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - name: its path in the archive, with `/` between folders.
  ///   - data: its bytes; all of the archive must stay below 4 GB.
  mutating func add(_ name: String, _ data: Data) {
    let start = UInt32(contents.count)
    // What the local head and the directory's entry say alike.
    var common = Data()
    for field in [Self.versionNeeded, Self.namesAreUTF8, 0, Self.time, Self.date] { common.append(field) }
    for field in [Self.checksum(data), UInt32(data.count), UInt32(data.count)] { common.append(field) }
    common.append(UInt16(name.utf8.count))
    // No further fields.
    common.append(UInt16(0))

    contents.append(UInt32(0x0403_4b50))
    contents += common + Data(name.utf8) + data

    directory.append(UInt32(0x0201_4b50))
    directory.append(Self.versionMadeBy)
    directory += common
    // No comment, on the first disk, no sign whether it is text.
    for _ in 0..<3 { directory.append(UInt16(0)) }
    directory.append(Self.attributes)
    directory.append(start)
    directory += Data(name.utf8)
    count += 1
  }

  /// The whole archive.
  var data: Data {
    var end = Data()
    end.append(UInt32(0x0605_4b50))
    for field in [0, 0, count, count] { end.append(field) }
    end.append(UInt32(directory.count))
    end.append(UInt32(contents.count))
    end.append(UInt16(0))
    return contents + directory + end
  }

  /// The cyclic redundancy check of the format: polynomial 0xEDB88320, bits reversed, all bits turned before and after.
  static func checksum(_ data: Data) -> UInt32 {
    var sum = UInt32.max
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320 }
    }
    return ~sum
  }
}

extension Data {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func append(_ number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
