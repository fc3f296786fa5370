internal import CZlib

/// zlib's packing of gzip data, all at once.
///
/// Source: "GZIP file format specification version 4.3" (RFC 1952, Deutsch, 1996).
enum Packer {
  /// The bytes as one gzip member, packed at the fastest level. It carries no name and no time, so the same bytes give
  /// the same member.
  static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    // 15: the largest window, 32 KiB. 16: a gzip header and trailer, not zlib's own. 8: zlib's usual memory.
    let status = deflateInit2_(
      &stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    if status != Z_OK { fatalError("zlib could not start (status \(status)).") }
    defer { deflateEnd(&stream) }
    let limit = Int(deflateBound(&stream, UInt(bytes.count)))
    return [UInt8](unsafeUninitializedCapacity: limit) { target, count in
      bytes.withUnsafeBufferPointer { source in
        // zlib only reads from next_in; its declaration lacks the const.
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(limit)
        let result = deflate(&stream, Z_FINISH)
        if result != Z_STREAM_END { fatalError("zlib could not pack \(source.count) bytes (status \(result)).") }
        count = limit - Int(stream.avail_out)
      }
    }
  }
}
