import Foundation

/// Keeps two programs from grading into one gradebook, or in one workspace. The system lets go of it when the program ends,
/// however it ends.
final class GradingLock: Sendable {
  private let descriptor: Int32

  /// Locks the file beside the gradebook. The gradebook itself isn't locked, so that it can be read meanwhile.
  convenience init(besides gradebook: URL) throws(GradingError) {
    try self.init(
      gradebook.path + ".lock", advice: "Choose another place for the gradebook.",
      busy: "Another program grades into \(gradebook.path) right now; wait until it is done.")
  }

  /// Locks the folder that workspaces are made in, which may not be there yet.
  convenience init(ofCache folder: URL) throws(GradingError) {
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try self.init(
      folder.appending(path: "lock").path, advice: "Name another folder with --cache.",
      busy:
        "Another program grades in \(folder.path) right now; wait until it is done, or name another folder with --cache."
    )
  }

  private init(_ path: String, advice: String, busy: String) throws(GradingError) {
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard opened >= 0 else {
      throw .unwritable("The lock \(path) can't be made: \(String(cString: strerror(errno))). \(advice)")
    }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      close(opened)
      guard reason == EWOULDBLOCK else {
        throw .unwritable("The lock \(path) can't be taken: \(String(cString: strerror(reason))).")
      }
      throw .unavailable(busy)
    }
    descriptor = opened
  }

  deinit { close(descriptor) }
}
