import Foundation

/// Files that are written whole or not at all.
public enum WholeFile {
  /// Writes to a temporary name beside the file, then renames: nobody ever reads half a file, and a full disk or a
  /// power cut leaves the old one.
  ///
  /// - Throws: `LabError.unwritable` with the path and the system's reason.
  public static func write(_ data: Data, to file: URL) throws(LabError) {
    let folder = file.deletingLastPathComponent()
    let temporary = folder.appending(path: ".\(file.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
    let obstacle = makeFolder(folder)
    guard obstacle == 0 else { throw .unwritable(path: file.path, reason: String(cString: strerror(obstacle))) }
    do { try data.write(to: temporary) } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw .unwritable(path: file.path, reason: reason(error))
    }
    guard rename(temporary.path, file.path) == 0 else {
      let code = errno
      try? FileManager.default.removeItem(at: temporary)
      throw .unwritable(path: file.path, reason: String(cString: strerror(code)))
    }
  }

  /// Makes the folder and all above it; returns 0, or the system's error number, which Foundation's own call keeps to
  /// itself.
  private static func makeFolder(_ folder: URL) -> Int32 {
    if mkdir(folder.path, 0o777) == 0 { return 0 }
    switch errno {
    case EEXIST:
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder)
      return isFolder.boolValue ? 0 : ENOTDIR
    case ENOENT where folder.path != "/":
      let obstacle = makeFolder(folder.deletingLastPathComponent())
      guard obstacle == 0 else { return obstacle }
      return mkdir(folder.path, 0o777) == 0 || errno == EEXIST ? 0 : errno
    default: return errno
    }
  }

  /// The system's words: Foundation's own repeat the file's name and leave the cause out.
  private static func reason(_ error: any Error) -> String {
    let whole = error as NSError
    // Not every system's Foundation keeps the cause as an NSError.
    let cause = (whole.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? whole
    return cause.domain == NSPOSIXErrorDomain
      ? String(cString: strerror(Int32(cause.code))) : error.localizedDescription
  }
}
