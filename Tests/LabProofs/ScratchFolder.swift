import Foundation

/// A folder for what lives as long as this run of tests: it goes when the process ends.
///
/// Programs that are compiled once for many tests lie in it, and no test could say that it is the last to need them.
package enum ScratchFolder {
  private static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "descent-tests-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: ScratchFolder.folder) }
    return folder
  }()

  /// A place in the folder where nothing is yet.
  package static func place(for name: String) -> URL { folder.appending(path: "\(name)-\(UUID().uuidString)") }
}
