internal import CZlib

/// Data that zlib packed, as git keeps its objects.
enum ZlibData {
  /// What lies packed at `offset` of a file; nothing where that is damaged or longer than `limit`.
  static func unpack(_ file: OpenFile, from offset: Int, atMost limit: Int) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var place = offset
    while var input = try? file.bytes(from: place, atMost: 1 << 14), !input.isEmpty {
      place += input.count
      switch step(&stream, &input, &output, limit) {
      case Z_STREAM_END: return output
      case Z_OK, Z_BUF_ERROR: continue
      default: return nil
      }
    }
    return nil
  }

  /// Unpacks all of a piece.
  private static func step(
    _ stream: inout z_stream, _ input: inout [UInt8], _ output: inout [UInt8], _ limit: Int
  ) -> Int32 {
    var result = Z_OK
    input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      repeat {
        let piece = [UInt8](unsafeUninitializedCapacity: 1 << 14) { target, count in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          result = inflate(&stream, Z_NO_FLUSH)
          count = target.count - Int(stream.avail_out)
        }
        output += piece
        if output.count > limit { result = Z_DATA_ERROR }
      } while result == Z_OK && stream.avail_out == 0
    }
    return result
  }
}
