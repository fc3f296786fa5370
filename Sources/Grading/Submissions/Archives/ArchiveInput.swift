import CArchive
import Foundation

/// Hands an archive's bytes to libarchive, and counts them.
///
/// A class, since libarchive keeps a pointer to it. It must outlive the reading.
final class ArchiveInput {
  /// Bytes handed over so far.
  private(set) var supplied = 0
  /// Whether the first entry is still to come.
  var isBeforeFirstEntry = true
  /// Whether more was asked for before the first entry than a directory may have.
  private(set) var isRefused = false

  private let bytes: any ArchiveBytes
  private let beforeFirstEntry: Int
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var position = 0

  init(_ bytes: any ArchiveBytes, beforeFirstEntry: Int) {
    self.bytes = bytes
    self.beforeFirstEntry = beforeFirstEntry
  }

  deinit { buffer.deallocate() }

  /// Makes `archive` read from here; false where it isn't one.
  func open(_ archive: OpaquePointer) -> Bool {
    archive_read_set_callback_data(archive, Unmanaged.passUnretained(self).toOpaque())
    archive_read_set_read_callback(archive) { _, client, block in
      guard let input = ArchiveInput.from(client) else { return Int(ARCHIVE_FATAL) }
      block?.pointee = UnsafeRawPointer(input.buffer.baseAddress)
      return input.next()
    }
    archive_read_set_seek_callback(archive) { _, client, offset, origin in
      ArchiveInput.from(client)?.seek(Int(offset), origin) ?? la_int64_t(ARCHIVE_FATAL)
    }
    return archive_read_open1(archive) == ARCHIVE_OK
  }

  private static func from(_ client: UnsafeMutableRawPointer?) -> ArchiveInput? {
    client.map { Unmanaged<ArchiveInput>.fromOpaque($0).takeUnretainedValue() }
  }

  private func next() -> Int {
    if isBeforeFirstEntry && supplied > beforeFirstEntry {
      isRefused = true
      return Int(ARCHIVE_FATAL)
    }
    let length = bytes.read(at: position, into: buffer)
    if length < 0 { return Int(ARCHIVE_FATAL) }
    position += length
    supplied += length
    return length
  }

  private func seek(_ offset: Int, _ origin: Int32) -> la_int64_t {
    let base =
      switch origin {
      case SEEK_SET: 0
      case SEEK_CUR: position
      default: bytes.count
      }
    let (target, overflow) = base.addingReportingOverflow(offset)
    guard !overflow, target >= 0, target <= bytes.count else { return la_int64_t(ARCHIVE_FATAL) }
    position = target
    return la_int64_t(target)
  }
}

/// libarchive turns names into the characters of the thread's locale, which a program starts without.
enum UTF8Locale {
  /// Runs `body` with names in UTF-8.
  static func use<Result>(_ body: () -> Result) -> Result {
    guard let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) ?? newlocale(LC_CTYPE_MASK, "en_US.UTF-8", nil) else {
      return body()
    }
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    return body()
  }
}
