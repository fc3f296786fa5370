import AnswerChecks
import Foundation

/// Where a running `descent` makes programs of a student's files: a folder for each, so that two don't meet.
enum ScratchFolder {
  private static let start = "of-process-"

  /// This process's folder, which isn't made yet. Those of processes that ended without clearing up are removed.
  static func new(in lab: LabFolder) -> URL {
    let present = (try? FileManager.default.contentsOfDirectory(atPath: lab.scratch.path)) ?? []
    for name in present where name.hasPrefix(start) {
      guard let process = pid_t(name.dropFirst(start.count)), kill(process, 0) != 0, errno == ESRCH else { continue }
      try? FileManager.default.removeItem(at: lab.scratch.appending(path: name))
    }
    return lab.scratch.appending(path: "\(start)\(ProcessInfo.processInfo.processIdentifier)")
  }
}
