import Foundation

/// Where bytes come from: a file, read a piece at a time, or an array.
struct ByteSource {
  /// How many bytes a piece has at most: small enough to stay in the processor's cache.
  static let pieceSize = 1 << 16

  /// The name in messages.
  let name: String

  /// How many bytes there are, as far as the system knows: a hint, never a promise.
  let expectedSize: Int

  private var origin: Origin

  private enum Origin {
    case file(FileHandle)
    case array(ArraySlice<UInt8>)
  }

  /// The bytes of an array; `name` is its name in messages.
  init(bytes: [UInt8], name: String) {
    self.name = name
    expectedSize = bytes.count
    origin = .array(bytes[...])
  }

  /// The bytes of a file.
  init(contentsOf file: URL) throws(DataError) {
    name = file.path
    do {
      let handle = try FileHandle(forReadingFrom: file)
      // A pipe has no end to seek.
      expectedSize = (try? handle.seekToEnd()).flatMap { Int(exactly: $0) } ?? 0
      try? handle.seek(toOffset: 0)
      origin = .file(handle)
    } catch {
      throw .unreadable(file: file.path, reason: Self.reason(error))
    }
  }

  /// The next bytes, at least one and at most `pieceSize`; none at the end.
  mutating func next() throws(DataError) -> [UInt8] {
    switch origin {
    case .file(let handle):
      do {
        return try handle.read(upToCount: Self.pieceSize).map { [UInt8]($0) } ?? []
      } catch {
        throw .unreadable(file: name, reason: Self.reason(error))
      }
    case .array(let rest):
      origin = .array(rest.dropFirst(Self.pieceSize))
      return [UInt8](rest.prefix(Self.pieceSize))
    }
  }

  /// The system's words: Foundation's own repeat the file's name and leave the cause out.
  static func reason(_ error: any Error) -> String {
    let whole = error as NSError
    // Not every system's Foundation keeps the cause as an NSError.
    let cause = (whole.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? whole
    if cause.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(cause.code))) }
    return (error as? CocoaError)?.code == .fileReadNoSuchFile ? "there is no such file" : error.localizedDescription
  }
}
