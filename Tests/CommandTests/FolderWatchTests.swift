import Foundation
import Testing

@testable import descent

/// Saved files are noticed, however they are saved; other files aren't.
@Suite final class FolderWatchTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "descent-watch-\(UUID().uuidString)")
  private var watch: FolderWatch

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["A.swift", "B.swift"] { try Data("one\n".utf8).write(to: folder.appending(path: name)) }
    watch = FolderWatch(folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// What two looks say: the first sees a change, the second that it stays.
  private func looks() -> [WatchEvent] { watch.look() + watch.look() }

  @Test func nothingIsNoNews() { #expect(looks().isEmpty) }

  @Test func aSavedFileIsNoticedOnceItIsStill() throws {
    try write("two, and longer\n", to: "A.swift")
    #expect(watch.look().isEmpty)
    #expect(watch.look() == [.saved(["A.swift"])])
    #expect(looks().isEmpty)
    #expect(watch.known.sources["A.swift"] == "two, and longer\n")
  }

  @Test func aFileThatIsBeingWrittenIsWaitedFor() throws {
    try write("t", to: "A.swift")
    #expect(watch.look().isEmpty)
    try write("two, and longer\n", to: "A.swift")
    #expect(watch.look().isEmpty)
    #expect(watch.look() == [.saved(["A.swift"])])
  }

  @Test func aSaveByRenamingCounts() throws {
    try write("two\n", to: ".A.swift.swp")
    try write("two\n", to: "A.swift~")
    #expect(looks().isEmpty, "what editors leave beside a file is none")
    #expect(rename(folder.appending(path: "A.swift~").path, folder.appending(path: "A.swift").path) == 0)
    #expect(looks() == [.saved(["A.swift"])])
  }

  @Test func theSameTextIsSavedUnchanged() throws {
    let file = folder.appending(path: "A.swift")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: file.path)
    #expect(looks() == [.savedUnchanged(["A.swift"])])
  }

  @Test func aFileGoneForAMomentIsNoNews() throws {
    let file = folder.appending(path: "A.swift")
    let aside = folder.appending(path: "A.bak")
    try FileManager.default.moveItem(at: file, to: aside)
    #expect(watch.look().isEmpty)
    try FileManager.default.moveItem(at: aside, to: file)
    #expect(looks().isEmpty)
    try FileManager.default.removeItem(at: file)
    #expect(looks() == [.saved(["A.swift"])])
    #expect(watch.known.sources.keys.sorted() == ["B.swift"])
  }

  @Test func anotherTextOfTheSameAgeAndSizeIsFoundInTime() throws {
    let file = folder.appending(path: "A.swift")
    let date = try #require(FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
    _ = looks()
    let handle = try FileHandle(forWritingTo: file)
    try handle.write(contentsOf: Data("two\n".utf8))
    try handle.close()
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
    #expect((0..<12).flatMap { _ in watch.look() } == [.saved(["A.swift"])])
  }
}
