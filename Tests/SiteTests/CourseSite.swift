import AnswerChecks
import Foundation

@testable import Site

/// The site of this project, made once for all tests.
enum CourseSite {
  /// The project's folder.
  static let project = Workspace(
    root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent())

  static let hasPandoc = (try? Pandoc()) != nil
  static let hasBrowser = hasPandoc && Browser.program != nil

  static let needsPandoc = "pandoc isn't installed here; type: .ci/setup site"
  static let needsBrowser = "chromium and pandoc aren't both installed here"

  private static let made = Result { try Site(of: project, pandoc: Pandoc()) }

  /// Without the reference of the code.
  static func site() throws -> Site { try made.get() }

  /// The folder that this program was built in.
  static var build: URL {
    URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
  }
}

/// A folder of a test's own, gone after it.
final class TestFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "descent-site-test-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to place: String) throws {
    let file = url.appending(path: place)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
