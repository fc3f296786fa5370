import Foundation

/// A folder of its own for a test, which goes with it.
final class WorkFolder: Sendable {
  let url: URL

  init(_ name: String = "grading") throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "\(name)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Where a gradebook lies in it.
  var gradebook: URL { url.appending(path: "gradebook.sqlite") }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file below the folder, and the folders on the way to it.
  func write(_ data: Data, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// Writes a text below the folder.
  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }
}
