/// The bytes of an archive, read in any order.
protocol ArchiveBytes: AnyObject {
  /// How many there are.
  var count: Int { get }
  /// Copies bytes from `offset` on; returns how many, 0 at the end, less than 0 where they can't be read.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int
}

/// An archive in memory: one that came in another.
final class HeldBytes: ArchiveBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard offset >= 0, offset < bytes.count else { return 0 }
    let piece = bytes[offset..<min(bytes.count, offset + buffer.count)]
    buffer.copyBytes(from: piece)
    return piece.count
  }
}
