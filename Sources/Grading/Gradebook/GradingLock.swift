import Foundation

/// Keeps two programs from grading into one gradebook. The system lets go of it when the program ends, however it ends.
final class GradingLock: Sendable {
  private let descriptor: Int32

  /// Locks the file beside the gradebook. The gradebook itself isn't locked, so that it can be read meanwhile.
  init(besides gradebook: URL) throws(GradingError) {
    let path = gradebook.path + ".lock"
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard opened >= 0 else {
      throw .unwritable(
        "The gradebook's lock \(path) can't be made: \(String(cString: strerror(errno))). Choose another place for the "
          + "gradebook.")
    }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      close(opened)
      guard reason == EWOULDBLOCK else {
        throw .unwritable("The gradebook's lock \(path) can't be taken: \(String(cString: strerror(reason))).")
      }
      throw .unavailable("Another program grades into \(gradebook.path) right now; wait until it is done.")
    }
    descriptor = opened
  }

  deinit { close(descriptor) }
}
