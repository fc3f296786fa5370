import Foundation

/// A folder of a submission, read without following a link anywhere in it.
///
/// Everything is opened by its name in the open folder, so that nothing on the way can be exchanged for a link.
final class OpenFolder {
  private let descriptor: Int32

  /// The folder that the lecturer named; this one path may be a link.
  init?(path: String) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// A name as the file system has it.
  struct Name {
    /// The bytes and a 0.
    let bytes: [CChar]
    /// The name, printable.
    var shown: String { PrintableName.of(bytes.dropLast().map { UInt8(bitPattern: $0) }, longest: 1000) }

    /// This name.
    init(_ text: String) { bytes = text.utf8.map { CChar(bitPattern: $0) } + [0] }

    fileprivate init(bytes: [CChar]) { self.bytes = bytes }
  }

  /// The names in the folder, sorted by their bytes; nothing where it can't be read or has more than `limit`.
  func names(atMost limit: Int) -> [Name]? {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { return nil }
    guard let stream = fdopendir(copy) else {
      close(copy)
      return nil
    }
    defer { closedir(stream) }
    var names: [Name] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
        }
      }
      if name == [46, 0] || name == [46, 46, 0] { continue }
      if names.count == limit { return nil }
      names.append(Name(bytes: name))
    }
    return names.sorted { first, second in
      first.bytes.lexicographicallyPrecedes(second.bytes) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) }
    }
  }

  /// What is there under this name; a link is a link.
  func kind(of name: Name) -> EntryKind? {
    var status = stat()
    guard fstatat(descriptor, name.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return EntryKind(status)
  }

  /// The folder of this name.
  func folder(_ name: Name) -> OpenFolder? {
    let inner = openat(descriptor, name.bytes, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    return inner < 0 ? nil : OpenFolder(descriptor: inner)
  }

  /// The file of this name; nothing for anything else than a file.
  func file(_ name: Name) -> OpenFile? {
    OpenFile(descriptor: openat(descriptor, name.bytes, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
  }

  /// The file at a path of plain names, as `refs/heads/main`.
  func file(at path: [String]) -> OpenFile? {
    guard let last = path.last, path.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return nil }
    var folder = self
    for name in path.dropLast() {
      guard let inner = folder.folder(Name(name)) else { return nil }
      folder = inner
    }
    return folder.file(Name(last))
  }
}

/// What something in a folder or archive is.
enum EntryKind: Equatable {
  case file
  case folder
  case symbolicLink
  case hardLink
  case special

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = status.st_nlink > 1 ? .hardLink : .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .symbolicLink
    default: self = .special
    }
  }

  /// Why this isn't taken; nothing for a file or a folder.
  var reason: String? {
    switch self {
    case .file, .folder: nil
    case .symbolicLink: "it is a symbolic link, which is not followed"
    case .hardLink: "it is a hard link, a second name of some file, which is not followed"
    case .special: "it is neither a file nor a folder"
    }
  }
}

/// An open file, read in any order.
final class OpenFile: FileContent, ArchiveBytes {
  /// Its length in bytes.
  let count: Int
  private let descriptor: Int32

  /// The file that the lecturer named; this one path may be a link.
  convenience init?(path: String) { self.init(descriptor: open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)) }

  /// Takes over an open descriptor; nothing for one that is no file.
  fileprivate init?(descriptor: Int32) {
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    count = Int(status.st_size)
  }

  deinit { close(descriptor) }

  var size: Int? { count }

  func bytes(atMost limit: Int) throws(FileProblem) -> [UInt8] { try bytes(from: 0, atMost: limit) }

  /// The bytes from `offset` on, at most `limit`.
  func bytes(from offset: Int, atMost limit: Int) throws(FileProblem) -> [UInt8] {
    var failed = false
    let wanted = max(0, min(limit, count - offset))
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { target, filled in
      filled = 0
      while filled < wanted {
        let piece = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(target)[filled..<wanted])
        let length = read(at: offset + filled, into: piece)
        failed = length < 0
        if length <= 0 { break }
        filled += length
      }
    }
    if failed { throw FileProblem(reason: "it can't be read") }
    return bytes
  }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
  }
}
