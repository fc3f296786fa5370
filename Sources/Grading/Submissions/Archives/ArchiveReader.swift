import CArchive
import Foundation

/// Goes through a zip, tar or tar.gz archive, an entry at a time, in memory: nothing is unpacked to disk.
///
/// libarchive reads it, told of these formats only. Their kind is found from the bytes, not from the name.
struct ArchiveReader {
  /// How reading ended.
  enum End: Equatable {
    /// All entries were visited.
    case complete
    /// The visitor had enough.
    case stopped
    /// What follows can't be read: one clause.
    case damaged(String)
  }

  /// How much is read at most.
  struct Limits {
    /// Entries, those of build folders too.
    var entries: Int
    /// Bytes unpacked only to get past them.
    var passedOver: Int
    /// Bytes out for a byte in, beyond `free` bytes.
    var ratio: Int
    /// Bytes that may come out without a look at the ratio.
    var free: Int
  }

  private let bytes: any ArchiveBytes
  private let limits: Limits

  init(_ bytes: any ArchiveBytes, limits: Limits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Visits the entries in the order of the archive, until the visitor returns false.
  func read(_ visit: (ArchivedEntry) -> Bool) -> End {
    UTF8Locale.use {
      var entryCount = 0
      let counting = { (entry: ArchivedEntry) in
        entryCount += 1
        return visit(entry)
      }
      let end = pass(.byDirectory, counting)
      // A zip that lost its end has lost its directory. Its entries can still be read one after another.
      if case .damaged(let reason) = end, entryCount == 0, reason != tooMany, startsAsZip {
        return pass(.inOrder, visit).orDamaged
      }
      return end
    }
  }

  private var tooMany: String { "it has more than \(limits.entries) entries" }

  private var startsAsZip: Bool {
    withUnsafeTemporaryAllocation(byteCount: 4, alignment: 1) {
      bytes.read(at: 0, into: $0) == 4 && $0.elementsEqual([0x50, 0x4B, 3, 4])
    }
  }

  private enum Way {
    case byDirectory
    case inOrder
  }

  private func pass(_ way: Way, _ visit: (ArchivedEntry) -> Bool) -> End {
    guard let archive = archive_read_new() else { return .damaged("there is no memory to read it") }
    defer { archive_read_free(archive) }
    archive_read_support_filter_gzip(archive)
    archive_read_support_format_tar(archive)
    switch way {
    case .byDirectory: archive_read_support_format_zip_seekable(archive)
    case .inOrder: archive_read_support_format_zip_streamable(archive)
    }
    // The directory of a zip is read before the first entry: this bounds the memory that it takes.
    let input = ArchiveInput(bytes, beforeFirstEntry: limits.entries * 400 + (1 << 20))
    return withExtendedLifetime(input) {
      guard input.open(archive) else { return .damaged("it is no zip, tar or tar.gz archive, or damaged") }
      return visitAll(archive, input, way, visit)
    }
  }

  private func visitAll(
    _ archive: OpaquePointer, _ input: ArchiveInput, _ way: Way, _ visit: (ArchivedEntry) -> Bool
  ) -> End {
    var passed = 0
    var entryCount = 0
    var failures = 0
    while true {
      var header: OpaquePointer?
      let status = archive_read_next_header(archive, &header)
      if status == ARCHIVE_EOF { return .complete }
      guard status >= ARCHIVE_WARN, let header else {
        failures += 1
        if status == ARCHIVE_FATAL || failures > 100 { return damage(after: entryCount, input) }
        continue
      }
      input.isBeforeFirstEntry = false
      entryCount += 1
      if entryCount > limits.entries { return .damaged(tooMany) }
      let entry = ArchivedEntry(archive, header)
      if !entry.isRoot, !visit(entry) { return .stopped }
      // A zip with its directory at hand jumps to the next entry. All else must be unpacked to get past it.
      let isZip = archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_ZIP
      if isZip && way == .byDirectory { continue }
      if let reason = passOver(archive, input, &passed) { return .damaged(reason) }
    }
  }

  private func damage(after entryCount: Int, _ input: ArchiveInput) -> End {
    if input.isRefused { return .damaged(tooMany) }
    if entryCount == 0 { return .damaged("it is no zip, tar or tar.gz archive, or damaged") }
    return .damaged("it is damaged after \(entryCount) \(entryCount == 1 ? "entry" : "entries")")
  }

  /// Reads what is left of an entry, a block at a time, so that a bomb is seen while it goes off.
  private func passOver(_ archive: OpaquePointer, _ input: ArchiveInput, _ passed: inout Int) -> String? {
    while true {
      var block: UnsafeRawPointer?
      var size = 0
      var offset: la_int64_t = 0
      guard archive_read_data_block(archive, &block, &size, &offset) == ARCHIVE_OK else { return nil }
      passed += size
      if passed > limits.passedOver { return "it unpacks to more than \(limits.passedOver >> 20) MB" }
      if passed > limits.free, passed / limits.ratio > input.supplied {
        return "it unpacks to more than \(limits.ratio) times its size"
      }
    }
  }
}

extension ArchiveReader.End {
  /// A zip without its directory is damaged even where its last entry was read.
  fileprivate var orDamaged: Self { self == .complete ? .damaged("its end is missing") : self }
}

/// An entry of an archive, valid while it is visited.
struct ArchivedEntry {
  /// Its path, or why it is refused.
  let path: Result<EntryPath, EntryPath.Refusal>
  /// What it is.
  let kind: EntryKind
  /// Its content, if it is a file.
  let content: ArchivedFile
  /// Whether it is the packed folder itself, as `tar c .` writes it.
  fileprivate let isRoot: Bool

  fileprivate init(_ archive: OpaquePointer, _ header: OpaquePointer) {
    let name = archive_entry_pathname(header).map { Array(UnsafeBufferPointer(start: $0, count: strlen($0))) } ?? []
    path = Result { () throws(EntryPath.Refusal) in try EntryPath(bytes: name.map { UInt8(bitPattern: $0) }) }
    kind = Self.kind(header)
    isRoot =
      kind == .folder && name.allSatisfy { $0 == 46 || $0 == 47 } && name.first == 46 && !name.starts(with: [46, 46])
    content = ArchivedFile(
      archive: archive, size: archive_entry_size_is_set(header) != 0 ? Int(archive_entry_size(header)) : nil,
      isEncrypted: archive_entry_is_encrypted(header) != 0)
  }

  private static func kind(_ header: OpaquePointer) -> EntryKind {
    if archive_entry_hardlink(header) != nil { return .hardLink }
    return switch archive_entry_filetype(header) {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .symbolicLink
    default: .special
    }
  }
}

/// The content of a file in an archive.
struct ArchivedFile: FileContent {
  fileprivate let archive: OpaquePointer
  let size: Int?
  fileprivate let isEncrypted: Bool

  func bytes(atMost limit: Int) throws(FileProblem) -> [UInt8] {
    if isEncrypted { throw FileProblem(reason: "it is encrypted; ask for it without a password") }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var content: [UInt8] = []
    while content.count < limit {
      let length = archive_read_data(archive, &bytes, min(bytes.count, limit - content.count))
      if length < 0 { throw FileProblem(reason: "it is damaged, or packed in a way that isn't known") }
      if length == 0 { break }
      content += bytes[..<length]
    }
    return content
  }
}
