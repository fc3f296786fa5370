internal import CZlib

/// zlib's unpacking of gzip data, a piece at a time; the checksum and the length at the end of a member are checked.
///
/// A class, because zlib's state points back at the structure, which must therefore keep its address.
/// Source: "GZIP file format specification version 4.3" (RFC 1952, Deutsch, 1996).
final class Inflater {
  /// What one step did.
  struct Step {
    /// The bytes that came out.
    var output: [UInt8]
    /// How many bytes of the input were taken.
    var taken: Int
    /// How the member stands after the step.
    var state: State
  }

  /// How a member stands.
  enum State: Equatable {
    /// More is to come.
    case inside
    /// The member has ended, and its checksum and length are right.
    case ended
    /// The data are damaged; zlib's words.
    case damaged(String)
  }

  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init() {
    stream.initialize(to: z_stream())
    // 15: the largest window, 32 KiB. 16: a gzip header and trailer, not zlib's own. It fails only without memory.
    let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status != Z_OK { fatalError("zlib could not start (status \(status)).") }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Prepares for the next member.
  func reset() {
    inflateReset(stream)
  }

  /// Unpacks some of the input, and gives out at most `limit` bytes.
  func step(_ input: ArraySlice<UInt8>, limit: Int) -> Step {
    var result: Int32 = Z_OK
    var taken = 0
    let output = [UInt8](unsafeUninitializedCapacity: limit) { target, count in
      input.withUnsafeBufferPointer { source in
        // zlib only reads from next_in; its declaration lacks the const.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.pointee.avail_in = UInt32(source.count)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(limit)
        result = inflate(stream, Z_NO_FLUSH)
        taken = source.count - Int(stream.pointee.avail_in)
        count = limit - Int(stream.pointee.avail_out)
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
      }
    }
    return Step(output: output, taken: taken, state: state(after: result))
  }

  private func state(after result: Int32) -> State {
    switch result {
    case Z_STREAM_END: .ended
    case Z_OK, Z_BUF_ERROR: .inside
    default: .damaged(stream.pointee.msg.map { String(cString: $0) } ?? "zlib's status \(result)")
    }
  }
}
