import Datasets
import Foundation

/// What has come of a file so far: it lies beside the file's place, with `.part` at the end of its name.
///
/// It is locked while it is written, so that two programs that fetch the same file can't mix their bytes. It never
/// grows beyond the size that the catalogue gives.
struct PartialFile: ~Copyable {
  /// The size of the whole file.
  let wanted: Int
  /// How many bytes are here.
  private(set) var length: Int

  private let path: String
  private let place: String
  private let descriptor: Int32
  private let progress: TransferProgress

  /// Opens what is here of the file for `place`; makes it and its folder where there is nothing.
  init(of place: URL, wanted: Int, progress: TransferProgress) throws(CommandError) {
    (self.wanted, self.progress, self.place) = (wanted, progress, place.path)
    path = place.path + ".part"
    let folder = place.deletingLastPathComponent().path
    guard Self.makeFolder(folder) else { throw .unwritable(folder, .last) }
    (descriptor, length) = try Self.openLocked(path, atMost: wanted)
  }

  /// Opens a file for this program alone, and empties it where it is too long; returns its descriptor and length.
  private static func openLocked(_ path: String, atMost wanted: Int) throws(CommandError) -> (Int32, Int) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw .unwritable(path, .last) }
    var opened = stat()
    var named = stat()
    do throws(CommandError) {
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        throw errno == EWOULDBLOCK ? .busy(path) : .unwritable(path, .last)
      }
      // Another program may have put this very file in its place between our opening and our locking it.
      guard fstat(descriptor, &opened) == 0, stat(path, &named) == 0, opened.st_ino == named.st_ino else {
        throw .busy(path)
      }
      if opened.st_size <= wanted { return (descriptor, Int(opened.st_size)) }
      guard ftruncate(descriptor, 0) == 0 else { throw .unwritable(path, .last) }
      return (descriptor, 0)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  /// Whether all bytes are here; not yet whether they are the right ones.
  var isComplete: Bool { length == wanted }

  /// Adds the next bytes; drops what goes beyond the file's end.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(CommandError) {
    var rest = UnsafeRawBufferPointer(rebasing: bytes.prefix(wanted - length))
    while !rest.isEmpty {
      let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(length))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .unwritable(path, .last) }
      length += count
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
    progress.show(length)
  }

  /// Forgets all bytes.
  mutating func restart() throws(CommandError) {
    guard ftruncate(descriptor, 0) == 0 else { throw .unwritable(path, .last) }
    length = 0
  }

  /// Whether the bytes on the disk have this SHA-256.
  func has(sha256: String) throws(CommandError) -> Bool {
    do { return try StoredFile.digest(of: URL(filePath: path)) == sha256 } catch {
      throw CommandError("\(path) can't be read: \(error.reason).", exitStatus: EX_IOERR)
    }
  }

  /// Puts the file in its place, in one step: before it the old file stands there or none, after it this one.
  func install() throws(CommandError) {
    // On the disk before it has its name: a power cut can't leave a whole name on half a file.
    guard fsync(descriptor) == 0, rename(path, place) == 0 else { throw .unwritable(place, .last) }
  }

  /// Leaves nothing behind where nothing came.
  func removeIfEmpty() {
    guard length == 0 else { return }
    unlink(path)
    // The system removes a folder only when nothing else is in it.
    rmdir((path as NSString).deletingLastPathComponent)
  }

  /// Makes the folder and all above it; on failure `errno` says why.
  private static func makeFolder(_ folder: String) -> Bool {
    if mkdir(folder, 0o777) == 0 { return true }
    if errno == ENOENT && folder != "/" {
      let above = (folder as NSString).deletingLastPathComponent
      return makeFolder(above) && (mkdir(folder, 0o777) == 0 || errno == EEXIST)
    }
    guard errno == EEXIST else { return false }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue { return true }
    errno = ENOTDIR
    return false
  }
}

extension CommandError {
  /// A file or folder can't be written, for the reason that the system has just given.
  fileprivate static func unwritable(_ path: String, _ failure: StoredFile.Failure) -> Self {
    Self("\(path) can't be written: \(failure.reason). Choose another folder with --to.", exitStatus: EX_CANTCREAT)
  }

  /// Another program has locked the file.
  fileprivate static func busy(_ path: String) -> Self {
    Self("\(path) is being written by another fetch; wait until it is done.", exitStatus: EX_CANTCREAT)
  }
}
