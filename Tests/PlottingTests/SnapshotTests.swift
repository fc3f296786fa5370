import Foundation
import Testing

@testable import Plotting

/// Scenes as rounded text, compared with the files in `Snapshots`.
///
/// Where they differ, the new text is written beside the old one as `<name>-changed.txt`. Setting
/// `DESCENT_RECORD_SNAPSHOTS` to 1 replaces the files, and fails, so that nobody records by accident.
struct SnapshotTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

  private func compare(_ scene: Scene, with name: String) throws {
    let expectedFile = Self.folder.appending(path: "\(name).txt")
    let changedFile = Self.folder.appending(path: "\(name)-changed.txt")
    let text = scene.description
    if ProcessInfo.processInfo.environment["DESCENT_RECORD_SNAPSHOTS"] == "1" {
      try text.write(to: expectedFile, atomically: true, encoding: .utf8)
      Issue.record("Recorded \(name).txt. Look at the difference, then run the tests without recording.")
      return
    }
    let expected = try? String(contentsOf: expectedFile, encoding: .utf8)
    if expected == text {
      try? FileManager.default.removeItem(at: changedFile)
    } else {
      try text.write(to: changedFile, atomically: true, encoding: .utf8)
      Issue.record("\(name).txt differs from what is drawn now; see \(name)-changed.txt beside it.")
    }
  }

  @Test func `Eleven series`() throws {
    try compare(Examples.elevenSeries().scene(), with: "eleven-series")
  }

  @Test func `Small multiples`() throws {
    try compare(Examples.smallMultiples().scene(), with: "small-multiples")
  }

  @Test func `All marks`() throws {
    try compare(Examples.allMarks().scene(), with: "all-marks")
  }
}
