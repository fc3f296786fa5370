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
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try data.write(to: temporary)
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw .unwritable(path: file.path, reason: reason(error))
    }
    guard rename(temporary.path, file.path) == 0 else {
      let code = errno
      try? FileManager.default.removeItem(at: temporary)
      throw .unwritable(path: file.path, reason: String(cString: strerror(code)))
    }
  }

  /// The system's words: Foundation's own repeat the file's name and leave the cause out.
  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
    return underlying.domain == NSPOSIXErrorDomain
      ? String(cString: strerror(Int32(underlying.code))) : error.localizedDescription
  }
}
