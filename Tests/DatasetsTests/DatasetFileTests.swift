import Datasets
import Foundation
import Testing

/// What is said of files, and where they are looked for.
struct DatasetFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "descent-data-\(UUID().uuidString)")
  private let file = DatasetFile(
    path: "toy/a", bytes: 3, sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", addresses: [])

  private func put(_ text: String, in folder: URL) throws {
    try FileManager.default.createDirectory(at: folder.appending(path: "toy"), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: "toy/a"))
  }

  @Test func stateFollowsSizeThenChecksum() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appending(path: "toy/a")
    #expect(file.state(at: place) == .missing)
    try put("abc", in: folder)
    #expect(file.state(at: place) == .whole)
    try put("abcd", in: folder)
    #expect(file.state(at: place) == .damaged(.size(ByteCount(4), expected: ByteCount(3))))
    try put("abd", in: folder)
    let digest = SHA256.digest(Array("abd".utf8))
    #expect(file.state(at: place) == .damaged(.checksum(digest, expected: file.sha256)))
    #expect(file.state(at: folder) == .damaged(.noFile))
    #expect(file.state(at: place.appending(path: "below")) == .missing, "below a file there is nothing")
  }

  @Test func unreadableIsNotMissing() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let loop = folder.appending(path: "loop")
    try FileManager.default.createSymbolicLink(at: loop, withDestinationURL: loop)
    guard case .damaged(.unreadable(let reason)) = file.state(at: loop) else {
      Issue.record("A link to itself can't be read.")
      return
    }
    #expect(reason == "Too many levels of symbolic links")
  }

  @Test func largeFilesAreReadInPieces() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let bytes = (0..<700_001).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 4) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let large = folder.appending(path: "large")
    try Data(bytes).write(to: large)
    #expect(try StoredFile.digest(of: large) == SHA256.digest(bytes))
    let error = #expect(throws: StoredFile.Failure.self) {
      try StoredFile.digest(of: folder.appending(path: "absent"))
    }
    #expect(error?.reason == "No such file or directory")
  }

  @Test func environmentsFolderIsLookedThroughFirst() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (mine, project) = (folder.appending(path: "mine"), folder.appending(path: "project"))
    let own = project.appending(path: "datasets")
    let folders = DatasetFolders(environment: ["DESCENT_DATASETS": mine.path], project: project)
    #expect(folders.all.map(\.path) == [mine.path, own.path])
    #expect(folders.first.path == mine.path)
    #expect(folders.place(of: file) == nil)
    #expect(folders.state(of: file) == .missing)
    try put("abc", in: own)
    #expect(folders.state(of: file) == .whole)
    // A lab would read the first one, so that is the one that counts.
    try put("abd", in: mine)
    #expect(folders.place(of: file)?.path == mine.path + "/toy/a")
    #expect(folders.state(of: file) != .whole)
    for environment in [[:], ["DESCENT_DATASETS": ""]] {
      #expect(DatasetFolders(environment: environment, project: project).all.map(\.path) == [own.path])
    }
  }

  @Test(arguments: [
    (0, "0 bytes", "0 B"), (1, "1 byte", "1 B"), (999, "999 bytes", "999 B"), (1000, "1,000 bytes", "1.0 kB"),
    (19_889, "19,889 bytes", "19.9 kB"), (999_949, "999,949 bytes", "999.9 kB"),
    (999_950, "999,950 bytes", "1.0 MB"), (9_912_422, "9,912,422 bytes", "9.9 MB"),
    (1_234_567_890, "1,234,567,890 bytes", "1234.6 MB"),
  ])
  func sizesAreReadable(count: Int, exact: String, short: String) {
    #expect(ByteCount(count).description == exact)
    #expect(ByteCount(count).short == short)
  }
}

/// The files that the catalogue is about.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["DESCENT_DATASETS"] != nil,
    "DESCENT_DATASETS names no folder with the real data sets"))
struct RealDatasetFileTests {
  @Test func allAreWhole() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folders = DatasetFolders(environment: ProcessInfo.processInfo.environment, project: root)
    for file in try Catalogue(contentsOf: Catalogue.file(ofProject: root)).sets.flatMap(\.files) {
      #expect(folders.state(of: file) == .whole, "\(file.path)")
    }
  }
}
