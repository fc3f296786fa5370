import CArchive
import Foundation

@testable import Grading

/// A folder for made-up submissions, which goes when the test ends, and a course to read them for.
final class SubmissionTrial {
  let folder: URL

  static let known = [
    KnownFile(lab: "BatchSize", name: "Exercise01Updates.swift"),
    KnownFile(lab: "BatchSize", name: "Exercise08NoiseRatio.swift"),
    KnownFile(lab: "Dropout", name: "Exercise10MaxNorm.swift"),
    KnownFile(lab: "Dropout", name: "Suspect.swift"),
    KnownFile(lab: "Sparsity", name: "Suspect.swift"),
  ]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "submissions-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file below the folder, and the folders on the way to it.
  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  func write(_ bytes: [UInt8], to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func read(_ roster: Roster? = nil, at path: String? = nil, _ change: (inout ReadingLimits) -> Void = { _ in }) throws
    -> FoundSubmissions
  {
    var limits = ReadingLimits()
    change(&limits)
    let place = path.map { folder.appending(path: $0) } ?? folder
    return try SubmissionReader(known: Self.known, roster: roster, limits: limits).read(place)
  }

  /// What is read of one submission that came as this archive.
  static func submission(_ archive: [UInt8], _ change: (inout ReadingLimits) -> Void = { _ in }) throws -> Submission {
    let trial = try SubmissionTrial()
    try trial.write(archive, to: "anna.zip")
    guard let submission = try trial.read(nil, at: nil, change).submissions.first else {
      throw CocoaError(.fileNoSuchFile)
    }
    return submission
  }
}

extension FoundSubmissions {
  /// A student's submission.
  func of(_ student: String) -> Submission? { submissions.first { $0.student == student } }
}

extension Submission {
  /// The files as `BatchSize/Exercise01Updates.swift: text`.
  var contents: [String] { files.map { "\($0.lab)/\($0.name): \($0.text)" } }

  /// The ignored entries as `name: reason`.
  var refusals: [String] { ignored.map { "\($0.name): \($0.reason)" } }
}

/// Makes archives in memory, with libarchive.
struct ArchiveMaker {
  enum Format {
    case zip
    case tar
    case tarGzip
  }

  enum Kind {
    case file([UInt8])
    case folder
    case symbolicLink(String)
    case hardLink(String)
    case fifo
  }

  var format: Format
  var password: String?
  /// Whether names are marked as UTF-8, as newer programs do.
  var isMarked = false
  private var entries: [(path: [UInt8], kind: Kind)] = []

  init(_ format: Format, password: String? = nil) {
    self.format = format
    self.password = password
  }

  mutating func add(_ path: String, _ text: String) { add(path, .file(Array(text.utf8))) }

  mutating func add(_ path: String, _ kind: Kind) { add(Array(path.utf8), kind) }

  mutating func add(_ path: [UInt8], _ kind: Kind) { entries.append((path, kind)) }

  /// The archive's bytes.
  func bytes() throws -> [UInt8] {
    try UTF8Locale.use { Result { try write() } }.get()
  }

  private func write() throws -> [UInt8] {
    struct Failure: Error { var words: String }
    guard let archive = archive_write_new() else { throw Failure(words: "no memory") }
    defer { archive_write_free(archive) }
    switch format {
    case .zip: archive_write_set_format_zip(archive)
    case .tar: archive_write_set_format_gnutar(archive)
    case .tarGzip:
      archive_write_set_format_gnutar(archive)
      archive_write_add_filter_gzip(archive)
    }
    if isMarked {
      if format != .zip { archive_write_set_format_pax(archive) }
      archive_write_set_options(archive, "hdrcharset=UTF-8")
    }
    if let password {
      archive_write_set_options(archive, "zip:encryption=zipcrypt")
      archive_write_set_passphrase(archive, password)
    }
    let size = (1 << 16) + entries.reduce(0) { $0 + $1.path.count * 3 + 2048 + Self.content($1.kind).count }
    var used = 0
    var buffer = [UInt8](repeating: 0, count: size)
    // libarchive keeps the pointers until the archive is closed.
    try buffer.withUnsafeMutableBytes { target in
      try withUnsafeMutablePointer(to: &used) { used in
        archive_write_open_memory(archive, target.baseAddress, target.count, used)
        for (path, kind) in entries {
          if !Self.write(path, kind, to: archive) {
            throw Failure(words: archive_error_string(archive).map { String(cString: $0) } ?? "")
          }
        }
        archive_write_close(archive)
      }
    }
    return Array(buffer[..<used])
  }

  private static func content(_ kind: Kind) -> [UInt8] {
    if case .file(let bytes) = kind { bytes } else { [] }
  }

  private static func write(_ path: [UInt8], _ kind: Kind, to archive: OpaquePointer) -> Bool {
    guard let entry = archive_entry_new() else { return false }
    defer { archive_entry_free(entry) }
    (path + [0]).withUnsafeBufferPointer {
      $0.withMemoryRebound(to: CChar.self) { archive_entry_copy_pathname(entry, $0.baseAddress) }
    }
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_mtime(entry, 1_790_000_000, 0)
    let bytes = content(kind)
    archive_entry_set_size(entry, la_int64_t(bytes.count))
    switch kind {
    case .file: archive_entry_set_filetype(entry, S_IFREG)
    case .folder: archive_entry_set_filetype(entry, S_IFDIR)
    case .symbolicLink(let target):
      archive_entry_set_filetype(entry, S_IFLNK)
      archive_entry_copy_symlink(entry, target)
    case .hardLink(let target):
      archive_entry_set_filetype(entry, S_IFREG)
      archive_entry_copy_hardlink(entry, target)
    case .fifo: archive_entry_set_filetype(entry, S_IFIFO)
    }
    guard archive_write_header(archive, entry) >= ARCHIVE_WARN else { return false }
    return bytes.isEmpty || archive_write_data(archive, bytes, bytes.count) == bytes.count
  }
}
